/// The line that tells a request from other content: `METHOD path`.
public enum RequestLine {
    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]

    /// Whether the first line that is neither blank nor a comment is one; the method may be in any case.
    public static func begins(_ text: some StringProtocol) -> Bool {
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.split(maxSplits: 1) { $0 == " " || $0 == "\t" }
            guard let first = words.first else { continue }
            if first.hasPrefix("#") || first.hasPrefix("//") { continue }
            return words.count == 2 && methods.contains(first.uppercased())
        }
        return false
    }
}
