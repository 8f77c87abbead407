import RunbookModel

/// What to write instead of the commands behind a pipe, which read a response: a check, a value, or nothing.
struct PipeAdvice {
    /// What the commands make of the response.
    private enum Result {
        /// They lay it out.
        case whole
        /// They give what a filter of jq gives.
        case filter(String)
        /// They choose lines.
        case lines([Condition])
        /// They choose a column of lines.
        case column(String)
        /// They count, as a filter that gives a number.
        case count(String)
        /// They send requests, or have them sent.
        case sending
        /// Nothing that can be said in a filter.
        case unknown
    }

    /// What a line must satisfy to be chosen.
    private struct Condition {
        let filter: String
        /// The text that the line must contain, where it is nothing but that.
        let plain: String?
        /// The expression, as a string of jq.
        let pattern: String
        let isNegated: Bool
    }

    /// Programs that only lay out what they read.
    private static let viewers: Set<String> = [
        "cat", "column", "fold", "head", "json_pp", "less", "more", "nl", "prettyjson", "tac", "tail", "tee", "yq",
    ]
    /// Programs that act on what they read.
    private static let senders: Set<String> = ["bash", "curl", "parallel", "sh", "while", "xargs", "zsh"]

    private static let show = "remove the pipe; add `show=yes` to the block to see the response during the run"

    /// Whether the response is a table, as text.
    private let isTable: Bool
    /// Whether the first line of the table has the names of its columns.
    private var hasHeader: Bool
    /// The names of the document's values, by their lower case.
    private let names: [String: String]
    private var result = Result.whole
    private var isSorted = false

    /// Reads the commands.
    ///
    /// - Parameters:
    ///   - request: The text of the curl command before them.
    ///   - names: The names of the document's values, by their lower case.
    init(_ commands: [[ShellPipeline.Word]], behind request: String, names: [String: String]) {
        isTable = request.contains("/_cat/") && !request.contains("format=")
        let query = request.split(separator: "?", maxSplits: 1).dropFirst().first ?? ""
        hasHeader = query.split { "&\"' \\".contains($0) }.contains { $0 == "v" || $0.hasPrefix("v=") }
        self.names = names
        for command in commands { take(command) }
    }

    // MARK: What it says

    /// Instead of the pipe behind a request.
    var text: String {
        switch result {
        case .whole where !isSorted: return Self.show
        case .filter("."): return Self.show
        case .filter(let filter):
            return value(Self.oneValue(filter)) + ", or a filter that must be `true` in `jq assert`"
        case .column(let filter): return value(filter)
        case .count(let filter): return check("\(filter) == 1") + ", with the number that you expect"
        case .lines(let conditions): return check(conditions)
        case .sending:
            return
                "remove the pipe, and write each request behind it as a step of its own; names that the response gives "
                + "can be captured in a fence `jq capture` after the block"
        case .whole, .unknown:
            return
                "remove the pipe, and process the response in a fence `jq assert`, `jq capture` or `text expect` after "
                + "the block"
        }
    }

    /// The filter that gives the value of a variable that is set to the output of the commands.
    var filter: String {
        switch result {
        case .filter(let filter): VisibleText.visible(Self.oneValue(filter))
        case .column(let filter), .count(let filter): VisibleText.visible(filter)
        case .lines(let conditions) where isTable: VisibleText.visible("[\(chosen(conditions))]")
        case .whole, .lines, .sending, .unknown: isTable ? "." : ".name"
        }
    }

    private func value(_ filter: String) -> String {
        "remove the pipe, and write `name = \(VisibleText.visible(filter))` in a fence `jq capture` after the block"
    }

    private func check(_ filter: String) -> String {
        "remove the pipe, and write `\(VisibleText.visible(filter))` in a fence `jq assert` after the block"
    }

    private func check(_ conditions: [Condition]) -> String {
        let isNegated = conditions.contains(where: \.isNegated)
        if conditions.count == 1, let plain = conditions[0].plain, !isNegated {
            return
                "remove the pipe, and write `...\(VisibleText.visible(plain))...` in a fence `text expect` after the block"
        }
        let all = conditions.map(\.filter).joined(separator: " and ")
        // What is not left out is looked for, so a good response has nothing of it.
        if isTable { return check(isNegated ? "[\(chosen(conditions))] == []" : "any(split(\"\\n\")[]; \(all))") }
        guard conditions.count == 1 else { return check("tostring | (\(all))") }
        return check("tostring | \(conditions[0].isNegated ? Self.unwrapped(all) : all)")
    }

    /// `(FILTER | not)` without its parentheses.
    private static func unwrapped(_ filter: String) -> String { String(filter.dropFirst().dropLast()) }

    // MARK: The commands

    private mutating func take(_ command: [ShellPipeline.Word]) {
        guard let name = command.first?.text.split(separator: "/").last else { return }
        let operands = Array(command.dropFirst())
        switch String(name) {
        case "tail" where operands.contains { $0.text == "+2" || $0.text == "-n+2" }: hasHeader = true
        case "python", "python3": if operands.contains(where: { $0.text == "-c" }) { result = .unknown }
        case "sort", "uniq": isSorted = true
        case let name where Self.viewers.contains(name): break
        case let name where Self.senders.contains(name): result = .sending
        case "jq": takeFilter(operands)
        case "grep", "egrep", "fgrep": takeGrep(operands, String(name))
        case "wc": takeCount()
        case "awk", "gawk", "cut": takeColumn(operands, isCut: name == "cut")
        default: result = .unknown
        }
    }

    private mutating func takeFilter(_ words: [ShellPipeline.Word]) {
        guard case .whole = result, let program = JQProgram(words, names: names) else { return result = .unknown }
        result = .filter(program.filter)
    }

    private mutating func takeCount() {
        switch result {
        case .whole: result = .count(isTable ? "[\(chosen([]))] | length" : "length")
        case .filter(let filter): result = .count("\(Self.list(filter)) | length")
        case .column(let filter): result = .count("\(filter) | length")
        case .lines(let conditions):
            if isTable {
                result = .count("[\(chosen(conditions))] | length")
            } else if conditions.count == 1, !conditions[0].isNegated {
                result = .count("[tostring | scan(\(conditions[0].pattern))] | length")
            } else {
                result = .unknown
            }
        case .count, .sending, .unknown: break
        }
    }

    private mutating func takeGrep(_ words: [ShellPipeline.Word], _ name: String) {
        guard let grep = GrepPattern(words, name: name, names: names) else { return result = .unknown }
        let filter = grep.isNegated ? "(\(grep.test) | not)" : grep.test
        let condition = Condition(
            filter: filter, plain: grep.plain, pattern: grep.pattern, isNegated: grep.isNegated)
        switch result {
        case .whole: result = .lines([condition])
        case .lines(let conditions): result = .lines(conditions + [condition])
        case .filter(let given): result = .filter("\(Self.list(given))[] | select(tostring | \(filter))")
        case .column, .count, .sending, .unknown: result = .unknown
        }
        if grep.counts { takeCount() }
    }

    /// `awk '{print $3}'` and `cut -d' ' -f3`, of a table.
    private mutating func takeColumn(_ words: [ShellPipeline.Word], isCut: Bool) {
        var conditions: [Condition] = []
        switch result {
        case .whole: break
        case .lines(let given): conditions = given
        case .filter, .column, .count, .sending, .unknown: return result = .unknown
        }
        guard isTable else {
            // Lines of JSON have no columns; what they were chosen by is the advice.
            if conditions.isEmpty { result = .unknown }
            return
        }
        guard let number = isCut ? Self.field(words) : Self.printed(words, &hasHeader), number > 0 else {
            return result = .unknown
        }
        result = .column("[\(chosen(conditions)) | [scan(\"[^ ]+\")][\(number - 1)]]")
    }

    /// The field of `cut -d' ' -f3`.
    private static func field(_ words: [ShellPipeline.Word]) -> Int? {
        let texts = words.map(\.text)
        guard texts.contains("-d ") || texts.contains("-d") else { return nil }
        if let joined = texts.first(where: { $0.hasPrefix("-f") && $0 != "-f" }) { return Int(joined.dropFirst(2)) }
        guard let option = texts.firstIndex(of: "-f"), option + 1 < texts.count else { return nil }
        return Int(texts[option + 1])
    }

    /// The field of `awk '{print $3}'`.
    private static func printed(_ words: [ShellPipeline.Word], _ skipsFirst: inout Bool) -> Int? {
        guard words.count == 1, let program = words.first?.text else { return nil }
        let text = program.split { " \t;".contains($0) }.joined()
        let isRest = text.hasPrefix("NR>1")
        let action = isRest ? text.dropFirst(4) : text[...]
        guard action.hasPrefix("{print$"), action.hasSuffix("}") else { return nil }
        guard let number = Int(action.dropFirst(7).dropLast()) else { return nil }
        if isRest { skipsFirst = true }
        return number
    }

    /// The lines of a table that conditions choose, as a filter that gives them one by one.
    private func chosen(_ conditions: [Condition]) -> String {
        let all = (["(. != \"\")"] + conditions.map(\.filter)).joined(separator: " and ")
        return "split(\"\\n\")\(hasHeader ? "[1:]" : "")[] | select(\(conditions.isEmpty ? ". != \"\"" : all))"
    }

    // MARK: Filters

    /// A filter that gives one value, as a capture must: what gives many is put into a list.
    private static func oneValue(_ filter: String) -> String {
        JQProgram.givesMany(filter) ? list(filter) : filter
    }

    private static func list(_ filter: String) -> String { "[\(filter)]" }
}
