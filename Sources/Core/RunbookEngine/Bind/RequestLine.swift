/// The line that tells a request from other content of the same language.
package enum RequestLine {
    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]

    /// Whether the first line that is no comment reads `METHOD path`.
    package static func begins(_ text: String) -> Bool {
        for line in text.split(whereSeparator: \.isNewline) {
            let words = line.split(maxSplits: 1) { $0 == " " || $0 == "\t" }
            guard let first = words.first else { continue }
            if first.hasPrefix("#") || first.hasPrefix("//") { continue }
            return words.count == 2 && methods.contains(first.uppercased())
        }
        return false
    }
}
