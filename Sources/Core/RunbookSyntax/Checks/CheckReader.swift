import RunbookBodies
import RunbookModel

/// Reads the content of blocks with the roles `expect`, `assert` and `capture`.
enum CheckReader {
    /// The check that a fence holds, if it can be made out, and what is wrong with it.
    static func read(_ fence: Fence, role: FenceRole) -> (check: Check?, diagnostics: [Diagnostic]) {
        let (words, problems) = fence.info.keyWords
        let keys = role == .expect ? ["unordered", "of"] : ["of"]
        var diagnostics = problems
        for word in words where !keys.contains(word.name.value) {
            diagnostics.append(
                Diagnostic(
                    "key/unknown", .error, "`\(role)` has no key `\(word.name.value)`", at: word.name.span,
                    help: StepKeys.names.contains(word.name.value)
                        ? "move the key to the `run` or `verify` block before it"
                        : Suggestion.help(for: word.name.value, among: keys, noun: "key")))
        }
        let (check, faults) =
            switch role {
            case .expect: expectation(fence, words)
            case .assert: assertion(fence)
            default: captures(fence)
            }
        return (check, diagnostics + faults)
    }

    /// The step that a check says it belongs to; nil for the nearest one.
    static func owner(of fence: Fence) -> Located<String>? {
        fence.info.keyWords.words.first { $0.name.value == "of" }.map { $0.value ?? Located("", at: $0.span) }
    }

    private static func expectation(_ fence: Fence, _ words: [KeyWord]) -> (Check?, [Diagnostic]) {
        var unordered: [Located<String>] = []
        for word in words where word.name.value == "unordered" {
            unordered += word.value?.parts(separatedBy: ",").filter { !$0.value.isEmpty } ?? []
        }
        let isJSON = ["json", "console-result"].contains(fence.language?.value)
        guard isJSON || ["text", "txt"].contains(fence.language?.value) else {
            return (nil, [wrongLanguage(fence, .expect, "`json` or `text`")])
        }
        if fence.text.text.utf8.allSatisfy({ $0 == 0x20 || 0x09...0x0D ~= $0 }) {
            let content = isJSON ? "the JSON that the response must contain" : "lines that the response must contain"
            return (nil, [empty(fence, .expect, content)])
        }
        let body = isJSON ? JSONBody.parse(fence.text, allowing: .omissions) : TextBody.parse(fence.text)
        let expectation = Expectation(
            form: isJSON ? .json : .text, template: body.template, unordered: unordered, span: fence.text.span)
        return (.expect(expectation), body.diagnostics)
    }

    private static func assertion(_ fence: Fence) -> (Check?, [Diagnostic]) {
        guard fence.language?.value == "jq" else { return (nil, [wrongLanguage(fence, .assert, "`jq`")]) }
        let filters = FilterLines.split(fence.text).map(Filter.init)
        if filters.isEmpty {
            return (nil, [empty(fence, .assert, "one filter on each line, such as `.status == \"active\"`")])
        }
        return (.assert(filters), [])
    }

    private static func captures(_ fence: Fence) -> (Check?, [Diagnostic]) {
        guard fence.language?.value == "jq" else { return (nil, [wrongLanguage(fence, .capture, "`jq`")]) }
        let lines = FilterLines.split(fence.text)
        if lines.isEmpty { return (nil, [empty(fence, .capture, "lines of the form `name = filter`")]) }
        var captures: [Capture] = []
        var diagnostics: [Diagnostic] = []
        for line in lines {
            switch CaptureLine.read(line) {
            case .success(let capture): captures.append(capture)
            case .failure(let diagnostic): diagnostics.append(diagnostic)
            }
        }
        return (captures.isEmpty ? nil : .capture(captures), diagnostics)
    }

    private static func wrongLanguage(_ fence: Fence, _ role: FenceRole, _ known: String) -> Diagnostic {
        Diagnostic(
            "fence/language", .error, "`\(role)` cannot have the language `\(fence.language?.value ?? "")`",
            at: fence.language?.span ?? fence.span, help: "its language is \(known)")
    }

    private static func empty(_ fence: Fence, _ role: FenceRole, _ content: String) -> Diagnostic {
        let (message, help) = ("this block is empty", "write \(content)")
        switch role {
        case .expect: return Diagnostic("expect/empty", .error, message, at: fence.span, help: help)
        // In a run `capture/empty` says that a response has no value.
        case .capture: return Diagnostic("capture/no-lines", .error, message, at: fence.span, help: help)
        default: return Diagnostic("assert/empty", .error, message, at: fence.span, help: help)
        }
    }
}
