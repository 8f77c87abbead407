import RunbookModel

/// What to write instead of what only a shell can do.
enum ShellAdvice {
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
                "write only the curl command, and `\(VisibleText.visible(name.lowercased())) = "
                + "\(filter(of: value, names))` in a fence `jq capture` after the block"
        }
        return "declare a parameter, or capture the value from a response in a fence `jq capture`"
    }

    /// The filter that gives what a command inside another one gives.
    private static func filter(of command: some StringProtocol, _ names: [String: String]) -> String {
        let text = Array(command.utf8.drop { "$(`".utf8.contains($0) })
        let end = text.lastIndex { $0 == UInt8(ascii: ")") || $0 == UInt8(ascii: "`") } ?? text.endIndex
        let commands = ShellPipeline(text[..<end]).commands
        let request = commands.first?.map(\.text).joined(separator: " ") ?? ""
        if request.contains("%{http_code}") || request.contains("%{response_code}") { return "$status" }
        return PipeAdvice(Array(commands.dropFirst()), behind: request, names: names).filter
    }

    /// Instead of what follows `||`.
    static func otherwise(_ rest: String) -> String {
        switch ShellPipeline(Array(rest.utf8)[...]).commands.first?.first?.text {
        case "exit", "return", "false": "remove it: a step that fails ends the run"
        case "true", ":": "remove it; `status=2xx,404` of the block accepts a failure that is meant"
        default: decide
        }
    }
}
