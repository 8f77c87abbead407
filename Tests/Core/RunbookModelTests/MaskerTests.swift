import RunbookModel
import Testing

struct MaskerTests {
    @Test(arguments: [
        ("a hunter2 b", "a *** b"), ("hunter2hunter2", "***"), ("hunter", "hunter"),
        (#"{"p":"se\"cret"}"#, #"{"p":"***"}"#), ("q=se%22cret&x", "q=***&x"),
    ])
    func replacesEveryForm(text: String, expected: String) {
        #expect(Masker(secrets: ["hunter2", "se\"cret"]).masked(text) == expected)
    }

    @Test(arguments: ["elastic:hunter2", "ab:hunter2", "x:hunter2", "user:hunter2 "])
    func replacesBase64AtEveryAlignment(text: String) {
        let encoded = base64(text)
        let masked = Masker(secrets: ["hunter2"]).masked("Authorization: Basic \(encoded)")
        #expect(masked.contains("***"))
        #expect(!masked.contains(encoded))
    }

    @Test func doesNotLookForSecretsThatAreTooShort() {
        #expect(Masker(secrets: ["abc"]).isEmpty)
    }

    private func base64(_ text: String) -> String {
        let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/")
        let bytes = Array(text.utf8)
        var result = ""
        for start in stride(from: 0, to: bytes.count, by: 3) {
            let group = bytes[start..<min(start + 3, bytes.count)]
            let value = group.reduce(0) { $0 << 8 | Int($1) } << (8 * (3 - group.count))
            for digit in 0..<4 {
                result.append(digit <= group.count ? alphabet[value >> (18 - 6 * digit) & 63] : "=")
            }
        }
        return result
    }
}
