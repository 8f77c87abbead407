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

    @Test(arguments: [
        "pä/s w>?", #"pä\/s w>?"#, #"p\u00e4/s w>?"#, #"p\u00E4/s w>?"#, #"p\\u00e4/s w>?"#, "p%C3%A4%2Fs%20w%3E%3F",
        "p%c3%a4%2fs%20w%3e%3f", "p%C3%A4%2Fs+w%3E%3F", "cMOkL3Mgdz4/", "cMOkL3Mgdz4_",
    ])
    func replacesTheFormsOfSeveralWriters(form: String) {
        #expect(Masker(secrets: ["pä/s w>?"]).masked("a \(form) b") == "a *** b")
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
