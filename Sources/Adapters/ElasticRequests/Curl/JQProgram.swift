import OrderedJSON
import RunbookModel

/// The filter of a `jq` command, with its arguments in it.
struct JQProgram {
    /// The filter.
    let filter: String

    /// Reads the words behind `jq`; nil where the filter is in a file, or does not read one document.
    ///
    /// - Parameter names: The names of the document's values, by their lower case.
    init?(_ words: [ShellPipeline.Word], names: [String: String]) {
        var filter: String?
        var arguments: [(name: String, value: String)] = []
        var isSlurped = false
        var index = 0
        while index < words.count {
            let text = words[index].text
            index += 1
            switch text {
            case "--arg", "--argjson":
                guard index + 1 < words.count else { return nil }
                let value = words[index + 1]
                arguments.append(
                    (
                        words[index].text,
                        text == "--arg" ? Self.string(value, names) : value.joined { "$" + Self.name($0, names) }
                    ))
                index += 2
            case "--indent": index += 1
            case "--slurp": isSlurped = true
            case "--null-input", "--raw-input", "--from-file", "--slurpfile", "--rawfile", "--args", "--jsonargs":
                return nil
            case let option where option.hasPrefix("--"): break
            case let option where option.hasPrefix("-") && option.utf8.count > 1:
                if option.contains(where: { "nRfL".contains($0) }) { return nil }
                if option.contains("s") { isSlurped = true }
            default:
                // What follows the filter are files.
                guard filter == nil else { return nil }
                filter = Self.program(words[index - 1], names)
            }
        }
        var program = filter ?? "."
        for argument in arguments { program = Self.replacing("$" + argument.name, with: argument.value, in: program) }
        self.filter = isSlurped ? "[.] | \(program)" : program
    }

    /// A word as a string of jq, with the values of its variables in it.
    static func string(_ word: ShellPipeline.Word, _ names: [String: String]) -> String {
        if word.pieces.count == 1, case .variable(let name) = word.pieces[0] { return "$" + self.name(name, names) }
        return "\"" + word.joined(text: JSON.escaped) { "\\($\(name($0, names)))" } + "\""
    }

    /// The value of the document that a variable of a shell means.
    static func name(_ variable: String, _ names: [String: String]) -> String {
        names[variable.lowercased()] ?? variable.lowercased()
    }

    /// A filter that a shell puts values into.
    private static func program(_ word: ShellPipeline.Word, _ names: [String: String]) -> String {
        var text = ""
        for piece in word.pieces {
            switch piece {
            case .text(let bytes): text += String(decoding: bytes, as: UTF8.self)
            case .variable(let name):
                let isString = text.utf8.count { $0 == UInt8(ascii: "\"") } % 2 == 1
                text += isString ? "\\($\(self.name(name, names)))" : "$\(self.name(name, names))"
            }
        }
        return text
    }

    /// A filter with a value for each use of a variable.
    private static func replacing(_ name: String, with value: String, in text: String) -> String {
        var result: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let start = rest.firstIndex(of: name.utf8) {
            result += rest[..<start]
            rest = rest[start...].dropFirst(name.utf8.count)
            // `$name` is not a use of `$n`.
            result += (rest.first?.isIdentifierByte == true ? name : value).utf8
        }
        return String(decoding: result + rest, as: UTF8.self)
    }

    /// Whether a filter may give more than one value: it iterates, or has a comma, and nothing collects.
    static func givesMany(_ filter: String) -> Bool {
        let bytes = Array(filter.utf8)
        var depth = 0
        var isString = false
        var index = 0
        while index < bytes.count {
            let byte = bytes[index]
            if isString {
                if byte == UInt8(ascii: "\\") { index += 1 }
                if byte == UInt8(ascii: "\"") { isString = false }
            } else if byte == UInt8(ascii: "\"") {
                isString = true
            } else if bytes[index...].starts(with: "[]".utf8) {
                // Behind a value it iterates, else it is an empty list.
                let isBehindValue =
                    index > 0 && (bytes[index - 1].isIdentifierByte || ".])\"?".utf8.contains(bytes[index - 1]))
                if depth == 0, isBehindValue { return true }
                index += 1
            } else if "[({".utf8.contains(byte) {
                depth += 1
            } else if "])}".utf8.contains(byte) {
                depth -= 1
            } else if depth == 0, byte == UInt8(ascii: ",") {
                return true
            } else if depth == 0, bytes[index...].starts(with: "..".utf8) {
                return true
            }
            index += 1
        }
        return false
    }
}
