/// Texts that nobody can guess.
enum RandomText {
    /// 32 lowercase hexadecimal digits.
    static func hexadecimal() -> String {
        var random = SystemRandomNumberGenerator()
        return (0..<2).map { _ in
            let text = String(random.next(), radix: 16)
            return String(repeating: "0", count: 16 - text.count) + text
        }.joined()
    }
}
