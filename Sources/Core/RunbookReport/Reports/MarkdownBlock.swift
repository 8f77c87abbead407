import RunbookRun

/// Requests and answers as bounded, fenced blocks.
enum MarkdownBlock {
    /// A text in a fence, at most 8 KiB and 200 lines of it.
    static func text(_ text: String, language: String = "", length: Int? = nil, indent: Int = 0) -> String {
        let bounded = BoundedText(text, length: length, bytes: 8192, lines: 200)
        let margin = String(repeating: " ", count: indent)
        return MarkdownText.fence(bounded.text, language: language, indent: indent)
            + (bounded.omission.map { "\n\(margin)… \($0).\n" } ?? "")
    }

    /// A response: its status, how long it took, and its body in a fence.
    static func response(_ response: ResponseRecord, title: String, indent: Int = 0) -> String {
        let margin = String(repeating: " ", count: indent)
        let status = response.status.map { " \($0)" } ?? ""
        let head = "\(margin)\(title)\(status) after \(ElapsedText.text(response.took))\(response.lengthPhrase)"
        let body = ReadableResponse(response)
        if body.text.isEmpty { return head + ".\n" }
        return head + ":\n\n"
            + text(body.text, language: body.isJSON ? "json" : "", length: body.length, indent: indent)
    }
}
