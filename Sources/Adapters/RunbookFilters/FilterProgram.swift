internal import OrderedJSON
internal import RunbookModel

/// One jq program that holds many filters, because compiling a program costs libjq far more than the filters in it.
///
/// Its input is `{i, p, v, d}`: the position of the filter, whether its paths are wanted instead of its values, the
/// values of its variables, and the document.
struct FilterProgram: Sendable {
    /// Names that reach outside the filter's input, and the message for a filter that uses one.
    static let forbidden: Set<String> = [
        "env", "input", "inputs", "now", "debug", "stderr", "input_filename", "input_line_number", "halt", "halt_error",
        "modulemeta", "get_search_list", "get_prog_origin", "get_jq_origin",
    ]

    /// Shuts what is forbidden a second time, should the reading of names have missed one: all on the first line.
    private static let prelude = """
        def env: error("`env` does not exist here"); def input: error("`input` does not exist here"); \
        def inputs: error("`inputs` does not exist here"); def now: error("`now` does not exist here"); \
        def debug: error("`debug` does not exist here"); def stderr: error("`stderr` does not exist here"); \
        def input_filename: error("`input_filename` does not exist here"); \
        def input_line_number: error("`input_line_number` does not exist here"); \
        def halt: error("`halt` does not exist here"); def halt_error: error("`halt_error` does not exist here"); \
        def halt_error($code): error("`halt_error` does not exist here"); \
        def modulemeta: error("`modulemeta` does not exist here"); \
        def get_search_list: error("`get_search_list` does not exist here"); \
        null as $ENV | def runbook_filter:
        """

    /// The deepest text that passes to and from the helper: a body, the array of those of a step, and what wraps them.
    static let deepest = JSON.maximumDepth + 8

    /// The texts of the filters, by position.
    let filters: [String]
    /// The program's text.
    let text: String
    /// The line of the program that each filter begins in.
    private let firstLines: [Int]

    /// Puts filters together that have no bracket or string without its partner (`FilterNames`).
    init(_ filters: [String]) {
        self.filters = filters
        var writer = Writer()
        writer.add(Self.prelude)
        writer.add(" ")
        writer.add(filters, filters.indices)
        writer.add("; if .p then path(runbook_filter) else runbook_filter end")
        text = writer.text
        firstLines = writer.firstLines
    }

    /// The filter that a line of the program belongs to, and the line in it; the latter is `nil` behind its end.
    func place(ofLine line: Int) -> (filter: Int, line: Int?)? {
        guard let filter = firstLines.lastIndex(where: { $0 <= line }) else { return nil }
        let inside = line - firstLines[filter] + 1
        let count = filters[filter].utf8.count { $0 == UInt8(ascii: "\n") } + 1
        return (filter, inside <= count ? inside : nil)
    }

    private struct Writer {
        var text = ""
        var firstLines: [Int] = []
        private var line = 1

        mutating func add(_ piece: String) {
            text += piece
            line += piece.utf8.count { $0 == UInt8(ascii: "\n") }
        }

        /// A tree of branches: the last of hundreds of filters is found as fast as the first.
        mutating func add(_ filters: [String], _ range: Range<Int>) {
            if range.count > 1 {
                let middle = range.lowerBound + range.count / 2
                add("if .i < \(middle) then ")
                add(filters, range.lowerBound..<middle)
                add("else ")
                add(filters, middle..<range.upperBound)
                add("end ")
                return
            }
            add("(")
            for name in FilterVariables.uniqueNames(in: filters[range.lowerBound]) { add(".v.\(name) as $\(name) | ") }
            add(".d | (\n")
            firstLines.append(line)
            add(filters[range.lowerBound])
            // On a line of its own, behind a comment that may end the filter.
            add("\n)) ")
        }
    }
}
