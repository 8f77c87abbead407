import OrderedJSON
import RunbookModel

/// What to write instead of what only a shell can do.
enum ShellAdvice {
    // MARK: - Pipes

    /// Programs that only lay out what they read.
    private static let viewers: Set<String> = [
        "cat", "column", "head", "json_pp", "less", "more", "prettyjson", "python", "python3", "tail", "tee", "yq",
    ]

    private static let show = "remove the pipe; add `show=yes` to the block to see the response during the run"

    /// Instead of a pipe into commands; only the first of them says what is looked for.
    static func pipe(_ commands: String) -> String {
        let words = words(of: commands)
        guard let name = words.first else { return "remove the pipe" }
        let options = words.dropFirst().filter { $0.hasPrefix("-") }
        let letters = Set(options.filter { !$0.hasPrefix("--") }.joined().unicodeScalars)
        let operand = words.dropFirst().first { !$0.hasPrefix("-") }
        switch name {
        case "jq": return jq(operand ?? ".")
        case "grep", "egrep", "fgrep": return grep(operand ?? "TEXT", letters, isExtended: name == "egrep")
        case let name where viewers.contains(name):
            return show
        case "wc":
            return "remove the pipe, and count in a fence `jq assert` after the block, such as `length == 3`"
        default:
            return
                "remove the pipe, and process the response in a fence `jq assert`, `jq capture` or `text expect` after "
                + "the block"
        }
    }

    private static func jq(_ filter: String) -> String {
        if filter == "." { return show }
        return
            "remove the pipe, and write `name = \(oneValue(filter))` in a fence `jq capture` after the block, or "
            + "a filter that must be `true` in `jq assert`"
    }

    /// A filter that gives one value, as a capture must: what iterates gives many.
    private static func oneValue(_ filter: String) -> String {
        VisibleText.visible(filter.contains("[]") ? "[\(filter)]" : filter)
    }

    private static func grep(_ pattern: String, _ letters: Set<UnicodeScalar>, isExtended: Bool) -> String {
        let isPattern = isExtended || letters.contains("E") || pattern.contains { "^$.*[|+?\\".contains($0) }
        let text = VisibleText.visible(JSON.string(pattern).text())
        let test =
            letters.contains("i")
            ? "tostring | test(\(text); \"i\")"
            : isPattern ? "tostring | test(\(text))" : "tostring | contains(\(text))"
        if letters.contains("c") {
            return
                "remove the pipe, and count in a fence `jq assert` after the block: `[split(\"\\n\")[] | select(test("
                + "\(text)))] | length == 1`"
        }
        if letters.contains("v") {
            return "remove the pipe, and write `\(test) | not` in a fence `jq assert` after the block"
        }
        if isPattern || letters.contains("i") {
            return "remove the pipe, and write `\(test)` in a fence `jq assert` after the block"
        }
        return
            "remove the pipe, and write `...\(VisibleText.visible(pattern))...` in a fence `text expect` after the block"
    }

    /// The words of the first command, without their quotes.
    private static func words(of commands: String) -> [String] {
        var words: [String] = []
        var word: [UInt8]?
        var quote: UInt8?
        reading: for byte in commands.utf8 {
            if let open = quote {
                if byte == open { quote = nil } else { word?.append(byte) }
                continue
            }
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\""): (quote, word) = (byte, word ?? [])
            case UInt8(ascii: "|"): break reading
            case 0x20, 0x09:
                if let word { words.append(String(decoding: word, as: UTF8.self)) }
                word = nil
            default:
                if word == nil { word = [] }
                word?.append(byte)
            }
        }
        if let word { words.append(String(decoding: word, as: UTF8.self)) }
        return words
    }

    // MARK: - Commands

    private static let decide =
        "write one step for each request; use `if=`, `when=` and `unless` to decide which of them are sent"

    /// Instead of a command other than curl.
    static func command(_ name: String, line: String) -> String {
        switch name {
        case "until", "while", "watch", "do", "done", "done;":
            return
                "to wait, write the request in a `verify` block with `within=`, and the condition in a fence `jq assert`"
        case "for": return "write one step for each, or one request for several names, such as `index1,index2`"
        case "sleep": return "remove it: a `verify` block with `within=` waits until its checks pass"
        case "curl.exe": return "write `curl`"
        case "wget", "http", "https", "xh", "Invoke-RestMethod", "Invoke-WebRequest", "irm", "iwr":
            return "write it as a curl command, or as a console request in a `console` block"
        case "cat", "echo", "printf":
            if line.contains("curl") || line.contains("<<") {
                return "write the body behind `-d` of the curl command, or use `--data-binary @- <<EOF` with it"
            }
            return "remove it; write what people must read as text of the document"
        case "if", "then", "else", "fi", "case", "esac":
            return decide
        default: return "make it a manual step, `- [ ] ...`, or remove it from the block"
        }
    }

    /// Instead of `NAME=VALUE`.
    ///
    /// - Parameter names: The names of the document's values, by their lower case.
    static func assignment(_ line: String, names: [String: String]) -> String {
        let parts = line.split(separator: "=", maxSplits: 1)
        let name = parts.first.map(String.init) ?? ""
        let value = parts.count > 1 ? parts[1].drop { "\"'".contains($0) } : ""
        let shown = VisibleText.visible(name)
        if let known = names[name.lowercased()] {
            return "remove the line: `$\(shown)` is the value `\(VisibleText.visible(known))` of the runbook"
        }
        if value.hasPrefix("http://") || value.hasPrefix("https://") {
            return
                "remove the line, and name a target `\(VisibleText.visible(name.lowercased()))`: `$\(shown)` is its "
                + "address then"
        }
        if value.hasPrefix("$(curl ") || value.hasPrefix("`curl ") {
            return
                "write only the curl command, and `\(VisibleText.visible(name.lowercased())) = \(filter(of: value))` in a "
                + "fence `jq capture` after the block"
        }
        return "declare a parameter, or capture the value from a response in a fence `jq capture`"
    }

    /// The filter of the `jq` that ends a command inside another one, or an example of one.
    private static func filter(of command: some StringProtocol) -> String {
        let text = Array(command.utf8)
        guard let pipe = text.lastIndex(of: UInt8(ascii: "|")) else { return ".name" }
        let end = text[pipe...].lastIndex { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "`") } ?? text.count
        let words = words(of: String(decoding: text[(pipe + 1)..<end], as: UTF8.self))
        guard words.first == "jq", let filter = words.dropFirst().first(where: { !$0.hasPrefix("-") }) else {
            return ".name"
        }
        return oneValue(filter)
    }

    /// Instead of what follows `||`.
    static func otherwise(_ rest: String) -> String {
        switch words(of: rest).first {
        case "exit", "return", "false": "remove it: a step that fails ends the run"
        case "true", ":": "remove it; `status=2xx,404` of the block accepts a failure that is meant"
        default: decide
        }
    }
}
