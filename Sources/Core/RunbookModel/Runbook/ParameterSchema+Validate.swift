public import OrderedJSON
import Patterns

extension ParameterSchema {
    /// What is wrong with a value, a phrase each; empty when it may be used.
    public func problems(with value: JSON) -> [String] {
        var found: [String] = []
        if let choices, !choices.contains(where: { $0.isEquivalent(to: value) }) {
            let shown = choices.map { "`\($0.string ?? $0.text())`" }.joined(separator: ", ")
            found.append("it is not one of \(shown)")
        }
        if let kind, !kind.admits(value) {
            found.append("it is \(JSON.withArticle(value)), not \(kind.withArticle)")
            return found
        }
        switch value {
        case .number(let number): found += problems(withNumber: number)
        case .string(let text): found += problems(withText: text)
        case .array(let elements):
            found += lengthProblems(elements.count, unit: "elements")
            if let item = items.first {
                for (index, element) in elements.enumerated() {
                    found += item.problems(with: element).map { "element \(index): \($0)" }
                }
            }
        case .null, .bool, .object: break
        }
        return found
    }

    /// What keeps a text from being the regular expression of a `pattern`; nil when it is one.
    public static func problem(withPattern text: String) -> String? {
        do throws(Pattern.Failure) {
            _ = try Pattern(text)
            return nil
        } catch {
            guard case .malformed(let message, let offset) = error else { return "it cannot be used" }
            return "\(message), at byte \(offset)"
        }
    }

    private func problems(withNumber number: JSONNumber) -> [String] {
        var found: [String] = []
        if let minimum, number.double < minimum.double { found.append("it is less than \(minimum)") }
        if let maximum, number.double > maximum.double { found.append("it is more than \(maximum)") }
        return found
    }

    private func problems(withText text: String) -> [String] {
        var found = lengthProblems(text.unicodeScalars.count, unit: "characters")
        if let pattern { found += ParameterSchema.problems(with: text, matching: pattern) }
        if let format, ParameterFormat(rawValue: format)?.admits(text) == false {
            found.append("it does not have the format `\(format)`")
        }
        return found
    }

    private static func problems(with text: String, matching pattern: String) -> [String] {
        do throws(Pattern.Failure) {
            return try Pattern(pattern).matches(text) ? [] : ["it does not match the pattern `\(pattern)`"]
        } catch {
            switch error {
            case .malformed: return ["`\(pattern)` is not a regular expression"]
            case .exhausted:
                return [
                    "it takes too long to match the pattern `\(pattern)`; write the pattern without nested repetitions"
                ]
            }
        }
    }

    private func lengthProblems(_ length: Int, unit: String) -> [String] {
        var found: [String] = []
        if let minimumLength, length < minimumLength {
            found.append("it has \(length) \(unit), fewer than \(minimumLength)")
        }
        if let maximumLength, length > maximumLength {
            found.append("it has \(length) \(unit), more than \(maximumLength)")
        }
        return found
    }

    /// The value that a text means for this schema, as it is given on a command line: a string as it is, a number or truth
    /// value in JSON's form, an array or object as JSON.
    ///
    /// - Returns: The value; nil when the text has not the form that the type asks for.
    public func value(of text: String) -> JSON? {
        switch kind {
        case .string: return .string(text)
        case nil:
            if let choices { return choices.first { ($0.string ?? $0.text()) == text } ?? .string(text) }
            return .string(text)
        case .integer, .number, .boolean, .array, .object:
            guard let value = try? JSON(parsing: text) else { return nil }
            return value
        }
    }
}

extension ParameterSchema.Kind {
    /// Whether a value is of this type.
    public func admits(_ value: JSON) -> Bool {
        switch (self, value) {
        case (.string, .string), (.number, .number), (.boolean, .bool), (.array, .array), (.object, .object): true
        case (.integer, .number(let number)): number.int != nil
        default: false
        }
    }

    /// The type with its article, for messages.
    var withArticle: String {
        switch self {
        case .array, .object, .integer: "an \(rawValue)"
        case .string, .number, .boolean: "a \(rawValue)"
        }
    }
}

extension JSON {
    /// The kind of a value with its article, for messages.
    package static func withArticle(_ value: JSON) -> String {
        switch value {
        case .null: "null"
        case .array, .object: "an \(value.kind)"
        case .bool, .number, .string: "a \(value.kind)"
        }
    }
}
