public import OrderedJSON

/// Where a hole is, which decides how a value is written there (semantics, "Substitution").
public enum HoleContext: String, Sendable, Hashable, CaseIterable {
    /// Inside a JSON string: the escaped content.
    case jsonString = "json-string"
    /// In place of a JSON value: the value as JSON.
    case jsonValue = "json-value"
    /// In the path of a URL: percent-encoded, `/` too.
    case urlPath = "url-path"
    /// In the query of a URL: percent-encoded.
    case urlQuery = "url-query"
    /// In a YAML scalar in double quotes that has other text too: the escaped content.
    case yamlText = "yaml-text"
    /// A YAML scalar that is nothing but this hole: the value keeps its type.
    case yamlValue = "yaml-value"
    /// In a command: the name of a variable in its environment, never the value.
    case shell
    /// In prose and plain text: strings as they are, other values as JSON.
    case text

    /// The value written in this context; nil where it has no form here.
    public func render(_ value: JSON) -> String? {
        if objection(to: value) != nil { return nil }
        return switch self {
        case .jsonValue, .yamlValue: value.text()
        case .jsonString, .yamlText: plain(value).map { JSON.escaped($0) }
        case .urlPath, .urlQuery: urlText(value)
        case .shell, .text: plain(value)
        }
    }

    /// Why a value has no form here although its kind has one, as a phrase that follows its name; nil when it has.
    ///
    /// In the path of a URL no value may be empty: `/${prefix}*` would name everything without it, as a list of
    /// empty names does, and `.` and `..` would name something else (RFC 3986, section 5.2.4).
    public func objection(to value: JSON) -> String? {
        guard self == .urlPath else { return nil }
        switch value {
        case .string(""): return "is an empty text"
        case .string(let text) where HoleContext.isListOfNothing(text): return "has no names between its commas"
        case .string(let text):
            let parts = text.split(separator: "/", omittingEmptySubsequences: false)
            return parts.first { $0 == "." || $0 == ".." }.map {
                text == $0 ? "is `\($0)`" : "contains the segment `\($0)`"
            }
        case .array(let elements):
            if elements.isEmpty { return "is an empty list" }
            return elements.lazy.compactMap(objection).first.map { "has an element that \($0)" }
        case .null, .bool, .number, .object: return nil
        }
    }

    /// Whether a text has commas and nothing between them: servers take such a list for everything.
    private static func isListOfNothing(_ text: String) -> Bool {
        text.utf8.allSatisfy { $0 == UInt8(ascii: ",") || $0 == 0x20 } && text.utf8.contains(UInt8(ascii: ","))
    }

    /// A string as it is, anything else as JSON.
    private func plain(_ value: JSON) -> String? {
        if case .string(let text) = value { text } else { value.text() }
    }

    /// Strings, numbers and truth values, percent-encoded, and lists of them separated by commas, as URLs name several
    /// things.
    private func urlText(_ value: JSON) -> String? {
        switch value {
        case .string(let text): return HoleContext.percentEncoded(text)
        case .number(let number): return HoleContext.percentEncoded(number.text)
        case .bool(let value): return value ? "true" : "false"
        case .array(let elements):
            let texts = elements.compactMap { $0.array == nil ? urlText($0) : nil }
            return texts.count == elements.count ? texts.joined(separator: ",") : nil
        case .null, .object: return nil
        }
    }

    /// The text with every byte that is not unreserved (RFC 3986, section 2.3) percent-encoded.
    private static func percentEncoded(_ text: String) -> String {
        let digits = Array("0123456789ABCDEF".utf8)
        var bytes: [UInt8] = []
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
                UInt8(ascii: "~"):
                bytes.append(byte)
            default:
                bytes.append(UInt8(ascii: "%"))
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
