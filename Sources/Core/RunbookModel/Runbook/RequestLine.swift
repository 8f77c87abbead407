/// The line that tells a request from other content: `METHOD path`.
public enum RequestLine {
    private static let methods: Set<String> = ["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"]

    /// Whether the first line that is neither blank nor a comment is one; the method may be in any case.
    public static func begins(_ text: some StringProtocol) -> Bool {
        var rest = Substring(text).utf8
        while !rest.isEmpty {
            let line = rest.prefix { $0 != 0x0A && $0 != 0x0D }
            rest = rest[line.endIndex...].dropFirst()
            let word = line.drop(while: isBlank).prefix { !isBlank($0) }
            if word.isEmpty || word.starts(with: "#".utf8) || word.starts(with: "//".utf8) { continue }
            let hasMore = line[word.endIndex...].contains { !isBlank($0) }
            return hasMore && word.count < 8 && methods.contains(String(Substring(word)).uppercased())
        }
        return false
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
