/// A numbered list of options, and which of them a typed line means.
struct Choice {
    let options: [String]
    let standard: Int?

    var list: String {
        options.enumerated().map { "  \($0.offset + 1)) \($0.element)\n" }.joined()
    }

    var prompt: String {
        let offer = standard.flatMap { options.indices.contains($0) ? " [\($0 + 1)]" : nil } ?? ""
        return "1-\(options.count)\(offer): "
    }

    /// The position of what a line names: a number, an option, or the beginning of exactly one option.
    func position(of line: String) -> Int? {
        let line = trimmed(line)
        if line.isEmpty { return standard.flatMap { options.indices.contains($0) ? $0 : nil } }
        if let exact = options.firstIndex(of: line) { return exact }
        if let number = Int(line) { return options.indices.contains(number - 1) ? number - 1 : nil }
        let matches = options.indices.filter { options[$0].lowercased().hasPrefix(line.lowercased()) }
        return matches.count == 1 ? matches[0] : nil
    }

    func complaint(about line: String) -> String {
        trimmed(line).isEmpty
            ? "type a number from 1 to \(options.count)"
            : "not a valid choice: type a number from 1 to \(options.count), or the start of a choice"
    }

    private func trimmed(_ line: String) -> String {
        var rest = line[...]
        while rest.first?.isWhitespace == true { rest.removeFirst() }
        while rest.last?.isWhitespace == true { rest.removeLast() }
        return String(rest)
    }
}
