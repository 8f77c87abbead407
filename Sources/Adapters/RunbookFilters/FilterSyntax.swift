internal import RunbookModel
internal import RunbookRun

/// What can be said of a filter without compiling it, and what libjq's messages say.
enum FilterSyntax {
    /// What is wrong with a filter that libjq would not tell, or would tell of the wrong filter.
    ///
    /// Filters are compiled between parentheses, many in one program, so one that closes a parenthesis it did not open
    /// must never get there.
    static func failure(of filter: String, variables: [String]) -> FilterFailure? {
        let names = FilterNames(in: filter)
        if let problem = names.problem {
            return FilterFailure(.syntax, problem.message, line: line(of: problem.offset, in: filter))
        }
        if filter.utf8.contains(0) { return FilterFailure(.syntax, "it contains a NUL byte") }
        for variable in names.variables where !variables.contains(variable.name) {
            return FilterFailure(
                .syntax, "`$\(variable.name)` has no value", line: line(of: variable.range.lowerBound, in: filter))
        }
        for function in names.functions where FilterProgram.forbidden.contains(function.name) {
            return FilterFailure(
                .syntax, "`\(function.name)` does not exist here: a filter can use only its input and `$name` values",
                line: line(of: function.range.lowerBound, in: filter))
        }
        return nil
    }

    /// Gives libjq's messages about a program to its filters; of several about one filter the first counts.
    static func failures(_ messages: [String], in program: FilterProgram) -> [String: FilterFailure] {
        var failures: [String: FilterFailure] = [:]
        for message in messages.compactMap(SyntaxMessage.init) {
            guard let line = message.line, let place = program.place(ofLine: line) else { continue }
            let filter = program.filters[place.filter]
            guard failures[filter] == nil else { continue }
            // Behind its end is our own parenthesis, of which the author knows nothing.
            let text = place.line == nil ? "syntax error, the filter is not complete" : message.text
            failures[filter] = FilterFailure(.syntax, text, line: place.line)
        }
        return failures
    }

    private static func line(of offset: Int, in filter: String) -> Int {
        filter.utf8.prefix(offset).count { $0 == UInt8(ascii: "\n") } + 1
    }
}
