import RunbookModel

/// A text that readers are meant to send, in a block that does not say so: without a language, in `<pre>`, or indented.
enum ExecutableText {
    /// What is looked at of a text, in bytes: a long one is data.
    private static let looked = 200

    /// The language that such a text would have; nil where it is something else.
    ///
    /// Only a method in capitals counts: in blocks without a language there is also prose, such as `Get started`.
    static func language(of text: some StringProtocol) -> String? {
        let start = String(decoding: text.utf8.prefix(looked), as: UTF8.self)
        for line in start.utf8.split(whereSeparator: { $0 == 0x0A || $0 == 0x0D }) {
            let words = line.split(maxSplits: 2) { $0 == 0x20 || $0 == 0x09 }
            guard var first = words.first else { continue }
            if first.starts(with: "#".utf8) || first.starts(with: "//".utf8) { continue }
            if first.elementsEqual("$".utf8), words.count > 1 { first = words[1] }
            if first.elementsEqual("curl".utf8) { return "sh" }
            let isCapital = first.allSatisfy { (0x41...0x5A).contains($0) }
            return isCapital && RequestLine.begins(String(decoding: line, as: UTF8.self)) ? "console" : nil
        }
        return nil
    }

    /// The text in a block of HTML that is `<pre>`, without its tags; nil in others.
    static func preformatted(in literal: String) -> Substring.UTF8View? {
        let bytes = literal.utf8
        guard let open = bytes.firstIndex(of: UInt8(ascii: ">")) else { return nil }
        var rest = bytes[bytes.index(after: open)...]
        // `<pre><code class="x">`.
        if rest.starts(with: "<code".utf8), let close = rest.firstIndex(of: UInt8(ascii: ">")) {
            rest = rest[rest.index(after: close)...]
        }
        return rest.prefix { $0 != UInt8(ascii: "<") }
    }
}
