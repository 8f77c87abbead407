/// New names for restored indices: a pattern that is replaced wherever it matches.
struct IndexRenaming {
    private let pattern: Regex<AnyRegexOutput>
    private let replacement: String

    /// - Throws: The server's error for an invalid pattern.
    init(pattern: String, replacement: String) throws(ElasticError) {
        do {
            self.pattern = try Regex(pattern)
        } catch {
            throw ElasticError("pattern_syntax_exception", "\(error)")
        }
        self.replacement = replacement
    }

    /// The new name.
    ///
    /// - Throws: The server's error for a group that the pattern does not have.
    func rename(_ name: String) throws(ElasticError) -> String {
        var result = ""
        var position = name.startIndex
        for match in name.matches(of: pattern) {
            result += name[position..<match.range.lowerBound]
            result += try expanded(match.output)
            position = match.range.upperBound
        }
        return result + name[position...]
    }

    /// The replacement with `$1` and `${name}` filled in; a backslash takes what follows as it is.
    private func expanded(_ groups: AnyRegexOutput) throws(ElasticError) -> String {
        var result = ""
        var rest = replacement[...]
        while let character = rest.popFirst() {
            switch character {
            case "\\":
                guard let next = rest.popFirst() else {
                    throw .illegalArgument("character to be escaped is missing")
                }
                result.append(next)
            case "$" where rest.first == "{":
                let name = rest.dropFirst().prefix { $0 != "}" }
                rest = rest[name.endIndex...].dropFirst()
                if name.first?.isNumber == true {
                    throw .illegalArgument("capturing group name {\(name)} starts with digit character")
                }
                guard let group = groups.first(where: { $0.name == String(name) }) else {
                    throw .illegalArgument("No group with name {\(name)}")
                }
                result += group.substring ?? ""
            case "$":
                guard let digit = rest.popFirst() else {
                    throw .illegalArgument("Illegal group reference: group index is missing")
                }
                guard digit.isASCII, var number = digit.wholeNumberValue else {
                    throw .illegalArgument("Illegal group reference")
                }
                guard number < groups.count else {
                    throw ElasticError("index_out_of_bounds_exception", "No group \(number)", status: 500)
                }
                // As many digits belong to it as name a group that is there.
                while let next = rest.first, next.isASCII, let value = next.wholeNumberValue,
                    number * 10 + value < groups.count
                {
                    number = number * 10 + value
                    rest.removeFirst()
                }
                result += groups[number].substring ?? ""
            default: result.append(character)
            }
        }
        return result
    }
}
