import OrderedJSON
import Testing

@testable import RunbookModel

/// A secret is found in each form that some writer gives it, however many characters it escapes, and in forms of forms.
struct SecretFormsTests {
    static let secrets = [
        "S3cretPassw0rdXYZ", #"p&ss<wö>rd/'q"uote\=+ %41~x"#, "pä \"ss\"/wö+rd&x=1%25", "emoji-🔑-key",
        "a\\nb\\u0041&amp;%2541", "Tr0ub4dor-Ünïcode-x9", #"Qz7/t+K&v<9>"m=w x;R"#, "z$R`9{x}%^|~(4)!u_7",
    ]

    /// What is left may not tell the secret: nothing of it but what an encoding shares with the text around.
    @Test(arguments: SecretWriter.allCases, secrets)
    func isMasked(writer: SecretWriter, secret: String) {
        // A backslash of the secret itself, before an escape that was put between: two readings, of which one is looked at.
        if writer.isBetweenCharacters, secret.contains("\\") { return }
        if writer.keepsOnlyLetters, !LettersView.areTelling(LettersView.letters(of: Array(secret.utf8))) { return }
        let written = writer.write(secret)
        let masked = Masker(secrets: [secret]).masked("<<\(written)>>")
        #expect(Array(masked.utf8).holds("***".utf8), "\(writer): \(masked)")
        let rest = masked.replacing("<<", with: "").replacing(">>", with: "").replacing("***", with: "")
        let isBase64 = writer.rawValue.hasPrefix("base64")
        // A sequence that sets a colour is longer than any other escape.
        // What is before the first letter and behind the last one is no part of what is found by letters.
        let limit = isBase64 ? 100 : writer.keepsOnlyLetters ? 30 : writer == .coloured ? 16 : 8
        #expect(rest.utf8.count <= limit, "\(writer): \(masked)")
        // Most of it is what stands before the secret.
        if writer == .base64InMail { return }
        let middle = written.dropFirst(written.count / 3).prefix(written.count / 3)
        #expect(!masked.contains(middle), "\(writer): \(masked)")
    }

    @Test(arguments: [
        "ZWxhc3RpYzpTM2NyZXRQYXNzdzByZFhZWg==", "Basic ZWxhc3RpYzpTM2NyZXRQYXNzdzByZFhZWg==",
        "656c61737469633a533363726574506173737730726458595a",
    ])
    func theTwinOfAnEncodedKeyIsMasked(key: String) {
        let masked = Masker(secrets: [key]).masked(#"{"id":"elastic","api_key":"S3cretPassw0rdXYZ"}"#)
        #expect(masked == #"{"id":"elastic","api_key":"***"}"#)
    }

    /// A captured `id:key` is told in parts as well; a port, or a time, is no key.
    @Test(arguments: [
        ("ui2lp2ax:TNmsyakw9tvNnw", "TNmsyakw9tvNnw"), ("https://ana:S3cretPassw0rd@db:9200/x", "S3cretPassw0rd"),
    ])
    func thePartsOfACredentialAreMasked(secret: String, part: String) {
        #expect(Masker(secrets: [secret]).masked("a \(part) b") == "a *** b")
    }

    /// A later response has a part of a secret alone, whatever was put around it or made of it.
    @Test(arguments: [
        #"{"id":"VuaCfGcBCdbkQm9k2xYz","api_key":"ui2lp2axTNmsyakw9tvNnw","n":12}"#,
        "Authorization: ApiKey VnVhQ2ZHY0JDZGJrUW05azJ4WXo6dWkybHAyYXhUTm1zeWFrdzl0dk5udw==",
        "VnVhQ2ZHY0JDZGJrUW05azJ4WXo6dWkybHAyYXhUTm1zeWFrdzl0dk5udw%3D%3D",
        "Vm5WaFEyWkhZMEpEWkdKclVXMDVheko0V1hvNmRXa3liSEF5WVhoVVRtMXplV0ZyZHpsMGRrNXVkdz09",
        "ui2lp2axTNmsyakw9tvNnw\n", "  ui2lp2axTNmsyakw9tvNnw", "VuaCfGcBCdbkQm9k2xYz/ui2lp2axTNmsyakw9tvNnw",
        "-H 'authorization: apikey VnVhQ2ZHY0JDZGJrUW05azJ4WXo6dWkybHAyYXhUTm1zeWFrdzl0dk5udw=='",
        "https://h/x?key=ui2lp2axTNmsyakw9tvNnw&y=1", "export KEY=ui2lp2axTNmsyakw9tvNnw;",
    ])
    func thePartsOfASecretAreMasked(secret: String) {
        let masker = Masker(secrets: [secret])
        for text in ["ui2lp2axTNmsyakw9tvNnw", "%75i2lp2axTNmsyakw9tvNnw"] {
            #expect(masker.masked("a \(text) b") == "a *** b", "\(secret)")
        }
        let twin = masker.masked("VnVhQ2ZHY0JDZGJrUW05azJ4WXo6dWkybHAyYXhUTm1zeWFrdzl0dk5udw==")
        #expect(!twin.contains("dWkybHAy") && twin.contains("***"), "\(twin)")
    }

    @Test(arguments: [
        ("correct horse battery staple", "battery"),
        ("https://u:S3cretPassw0rd@my-host-name1234567.example.com/x", "my-host-name1234567"),
        ("Authorization: Basic ZWxhc3RpYzpTM2NyZXRQYXNzdzByZFhZWg==", "Authorization"), ("a b c d", "a b"),
    ])
    func theWordsOfASecretAreNot(secret: String, word: String) {
        #expect(Masker(secrets: [secret]).masked("a \(word) b") == "a \(word) b")
    }

    @Test(arguments: ["[truncated]", " (12 more bytes)", " [... 12 more]", "(truncated)", " <cut>"])
    func theBeginningBeforeACutIsMasked(cut: String) {
        let masker = Masker(secrets: ["S3cretPassw0rdXYZ"])
        #expect(masker.masked("a S3cretPas\(cut) and") == "a ***\(cut) and")
        #expect(masker.masked("a S3cretPas (12) and") == "a S3cretPas (12) and")
    }

    @Test(arguments: [
        ("localhost:9200", "9200"), ("http://localhost:9200/path", "9200/path"), ("at 10:30:00 sharp", "30:00 sharp"),
    ])
    func whatOnlyLooksLikeACredentialHidesNothingElse(secret: String, part: String) {
        #expect(Masker(secrets: [secret]).masked("a \(part) b") == "a \(part) b")
    }

    @Test(arguments: ["...", "…"])
    func theBeginningBeforeAnEllipsisIsMasked(ellipsis: String) {
        let masker = Masker(secrets: ["S3cretPassw0rdXYZ"])
        #expect(masker.masked("string (\"S3cretPas\(ellipsis)) and") == "string (\"***\(ellipsis)) and")
        #expect(masker.masked("S3c\(ellipsis)") == "S3c\(ellipsis)")
        #expect(masker.masked("UzNjcmV0UGFz\(ellipsis)") == "***\(ellipsis)")
        #expect(masker.masked("a\(ellipsis) S3cretPas b") == "a\(ellipsis) S3cretPas b")
    }

    @Test(arguments: [
        "", "\\", "\\u", "\\ud83d", "\\ud83d\\u", "\\u{", "\\u{110000}", "\\U00110000", "%", "%u", "%zz", "&", "&#",
        "&#x;",
        "&#99999999;", "&amp", "\\777", "\\x", "\u{C2}", "\u{200B}", "\\n\\t\\r", "ab\u{0}cd", "…", "..", "...",
        "\\ud83d\\ud83d", "=", "=4", "=41", "=\n", "=41=", "\\0000", "\\x{", "\\x{110000}", "\\uu", "\\uuuuuu0041",
        "\n\n",
        "00000000", "0000:", "0000: 41", "00000000  4", "AAAAAAAAAAAAAAAAAAAAAAAA", "deadbeefdeadbeef",
    ])
    func whatIsNoEscapeStays(text: String) {
        let masker = Masker(secrets: ["S3cretPassw0rdXYZ"])
        #expect(masker.masked(text) == text)
        #expect(masker.masked("\(text)S3cretPassw0rdXYZ\(text)") == "\(text)***\(text)")
    }

    @Test(arguments: [[0xC2], [0xE2, 0x80], [0xF3, 0xA0, 0x80], [0xFF, 0xFE], [0xED, 0xA0, 0x80]] as [[UInt8]])
    func bytesThatAreNoTextStay(bytes: [UInt8]) {
        let masker = Masker(secrets: ["S3cretPassw0rdXYZ"])
        #expect(masker.masked(bytes) == bytes)
        #expect(masker.masked(bytes + Array("S3cretPassw0rdXYZ".utf8) + bytes) == bytes + Array("***".utf8) + bytes)
    }

    /// Texts that make much of each view, one inside another.
    @Test func itCostsNoMoreThanTheLengthOfTheText() {
        let masker = Masker(secrets: ["S3cretPassw0rdXYZ"])
        for part in [
            "QUFB", "deadbeef", "\\u0041", "=41", "\n", "00: 41 42\n", "00000000  41 42 43\n", "%2541", "VVdGQg==",
            "0000 41 ", "0000 101   A", "...", "... S3cretPassw0rdXY", "S-", "a\u{8}", "\u{FF33}", "\u{8}\u{8}",
        ] {
            let text = String(repeating: part, count: 20_000)
            #expect(ContinuousClock().measure { _ = masker.masked(text) } < .seconds(30), "\(part)")
        }
    }

    /// The whole forms of one secret in one line of JSON, as a server could echo them: none hides another one.
    @Test(arguments: SecretWriter.allCases)
    func eachFormIsFoundBesideTheOthers(writer: SecretWriter) {
        let secret = #"Qz7/t+K&v<9>"m=w x;R"#
        // Most of the second one is what is before the secret.
        if writer.isBetweenCharacters || writer == .base64InMail { return }
        let members = SecretWriter.allCases.flatMap { ["<\($0)>", $0.write(secret)] }
        let text = JSON.array((["dead beef 12 face 00"] + members).map { .string($0) }).text()
        let masked = Masker(secrets: [secret]).masked(text)
        #expect(masked.contains("\"<\(writer)>\""), "\(writer)")
        let written = writer.write(secret)
        let middle = JSON.string(String(written.dropFirst(written.count / 3).prefix(written.count / 3))).text()
        #expect(!masked.contains(middle.dropFirst().dropLast()), "\(writer): \(masked)")
    }

    @Test(arguments: ["...", "…"])
    func theEndBehindAnEllipsisIsMasked(ellipsis: String) {
        let masker = Masker(secrets: ["S3cretPassw0rdXYZ"])
        #expect(masker.masked("(\"\(ellipsis)w0rdXYZ\") and") == "(\"\(ellipsis)***\") and")
        #expect(masker.masked("S3cre\(ellipsis)rdXYZ.") == "***\(ellipsis)***.")
        #expect(masker.masked("\(ellipsis)XYZ") == "\(ellipsis)XYZ")
        #expect(masker.masked("\(ellipsis) w0rdXYZ b") == "\(ellipsis) w0rdXYZ b")
        #expect(masker.masked("\(ellipsis)w0rdXY b") == "\(ellipsis)w0rdXY b")
    }

    @Test(arguments: ["correct horse", "hunter2", "ABCDEFGH", "12345678", "a-b-c-d-e"])
    func fewLettersAreNotLookedForApart(secret: String) {
        let spaced = secret.map { String($0) }.joined(separator: " . ")
        #expect(Masker(secrets: [secret]).masked(spaced) == spaced)
    }

    @Test func whatIsBetweenTwoSecretsStays() {
        let masker = Masker(secrets: ["S3cretPassw0rdXYZ"])
        #expect(masker.masked(#"["S3cretPassw0rdXYZ","S3cretPassw0rdXYZ"]"#) == #"["***","***"]"#)
        #expect(masker.masked("S3cretPassw0rdXYZS3cretPassw0rdXYZ") == "***")
        let digits = "UzNjcmV0UGFzc3cwcmRYWVo="
        #expect(masker.masked(#"["\#(digits)","a, b","\#(digits)"]"#) == #"["***=","a, b","***="]"#)
    }

    /// What is masked of a dump is the dump, and not what is beside it.
    @Test(arguments: [SecretWriter.dump, .dumpOfWords, .dumpOfTcpdump, .dumpOfNumbers, .dumpOfOctal, .dumpOfCharacters])
    func aDumpOfOneLineEndsWithItsMember(writer: SecretWriter) {
        let secret = "Qz7/t+K&v<9>'m=w"
        let dump = writer.write(secret).split(separator: "\n").joined(separator: "\n")
        let text = JSON.object(JSONObject([("a", 1), ("d", .string(dump)), ("e", "deadbeef 1234 x")])).text()
        let masked = Masker(secrets: [secret]).masked(text)
        #expect(
            masked.hasPrefix("{\"a\":1,\"d\":\"") && masked.hasSuffix("***\",\"e\":\"deadbeef 1234 x\"}"), "\(masked)")
    }

    @Test func aDumpMayBeAMemberOfJSON() {
        let text =
            #"{"d":"00000000: 517a 372f 742b 4b26 763c 393e 276d 3d77  Qz7/t+K&v<9>'m=w\n00000010: 2078   x\n"}"#
        #expect(Masker(secrets: ["Qz7/t+K&v<9>'m=w x"]).masked(text) == #"{"d":"***\n"}"#)
    }

    @Test func aSecretOfOneLineIsNotLookedForAcrossAnyLines() {
        #expect(Masker(secrets: ["hunter2"]).masked("hun\nter2") == "hun\nter2")
    }

    @Test func theTextsThatASecretWasMadeOfAreFound() throws {
        let response = try JSON(
            parsing:
                #"{"id":"VuaCfGcB","api_key":"correct-horse","host":"es.example.com","n":12345678,"name":"key of ana"}"#
        )
        #expect(response.parts(of: [.string("VuaCfGcB/correct-horse")]) == ["VuaCfGcB", "correct-horse"])
        #expect(response.parts(of: [.string("VuaCfGcB:correct-horse")]) == ["correct-horse"])
        #expect(response.parts(of: [.string("https://x:correct-horse@es.example.com")]) == ["correct-horse"])
        #expect(response.parts(of: [.string("short")]) == [])
        #expect(response.parts(of: []) == [])
    }

    @Test(arguments: [#"w&gt; p\u0026ss\"#, #"w&gt; p\u0026ss%"#, #"w%3E p&amp;ss&"#])
    func theEndOfASecretMayBeginAnEscape(secret: String) {
        let text = JSON.string("x \(secret)").text()
        #expect(Masker(secrets: [secret]).masked(text).contains("***"), "\(text)")
        #expect(Masker(secrets: [secret]).masked(text + "41;").contains("***"), "\(text)")
    }

    @Test func ordinaryTextStays() {
        let masker = Masker(secrets: ["S3cretPassw0rdXYZ", "hunter2"])
        let text = #"{"took":3,"timed_out":false,"_shards":{"total":1},"hits":[{"_id":"AVx%20\n\u00e9&lt;"}]}"#
        #expect(masker.masked(text) == text)
    }
}
