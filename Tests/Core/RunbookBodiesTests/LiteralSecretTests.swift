import RunbookModel
import Testing

@testable import RunbookBodies

/// The one table of what looks like a secret that is written out.
struct LiteralSecretTests {
    @Test(arguments: [
        "password", "Password", "db_password", "db.password", "PGPASSWORD", "passwd", "pwd", "pass", "secret",
        "client_secret",
        "AccessKeySecret", "access_key", "apiKey", "x-api-key", "private-key", "sessionToken", "Authorization",
        "credentials",
        "encryption_key", "passphrase",
    ])
    func aNameMakesASecret(name: String) {
        #expect(LiteralSecret.isSecretName(name))
        #expect(LiteralSecret.isSecret(Array("x1".utf8), named: name))
        #expect(!LiteralSecret.isSecret([], named: name))
    }

    @Test(arguments: [
        ("token", "abc12345", true), ("token", "quick", false), ("token", "2024", false),
        ("token", "dGhpcyBpcyBzZWNyZXQ", true),
        ("openAI_key", "abcdefgh12345678", true), ("key", "abcdefgh12345678", false),
        ("sort_key", "abcdefgh12345678", false),
        ("hash", "$2y$12$abc", true), ("hash", "abc", false), ("tokenizer", "abc123456789012345", false),
        ("name", "x", false),
        ("bypass", "x1", false), ("pwd", "/home", false), ("publicKey", "abcdefgh12345678", false),
    ])
    func aWeakNameNeedsAForm(name: String, value: String, isSecret: Bool) {
        #expect(LiteralSecret.isSecret(Array(value.utf8), named: name) == isSecret)
    }

    @Test(arguments: [
        ("Basic ZWxhc3RpYzpjaGFuZ2VtZQ==", "ZWxhc3RpYzpjaGFuZ2VtZQ=="),
        ("authorization: bearer abc.def-123", "abc.def-123"),
        ("ApiKey VnVhQ2ZHY0JDZGJrUW0t", "VnVhQ2ZHY0JDZGJrUW0t"), ("https://a:b@c", "b"),
        ("postgres://u:p%40w@h:1/d?x", "p%40w"),
        ("see http://x and mongodb+srv://u:pw@h", "pw"), ("ghp_abcdef1234567890", "ghp_abcdef1234567890"),
        ("LTAI5tAbcdefgh123456", "LTAI5tAbcdefgh123456"),
        ("-----BEGIN RSA PRIVATE KEY-----", "-----BEGIN RSA PRIVATE KEY-----"),
    ])
    func aFormMakesASecret(text: String, secret: String) throws {
        let bytes = Array(text.utf8)
        let range = try #require(LiteralSecret.secret(in: bytes[...]))
        #expect(String(decoding: bytes[range], as: UTF8.self) == secret)
    }

    @Test(arguments: [
        "Basic authentication", "Basic Authentication", "basic", "bearer of news", "https://user@host",
        "https://a/b:c@d",
        "https://u:***@h", "http://h:9200", "-----BEGIN CERTIFICATE-----", "sk-learn-pipeline-123456", "eyJ", "a:b@c",
        "-----BEGIN PUBLIC KEY-----", "",
    ])
    func wordsAreNone(text: String) {
        #expect(LiteralSecret.secret(in: Array(text.utf8)[...]) == nil)
    }

    @Test func aTreeIsLookedThrough() {
        let text = MarkedText(
            "uses: a/b\nUser: x\nPassword: abc\nList:\n  - Token: ${t}\n    Url: https://a:b@c\nReset: { password: true }\n"
        )
        let notes = YAMLBody.tree(text.block).node.map(LiteralSecret.notes) ?? []
        #expect(notes.map(\.code) == ["secret/literal", "secret/literal"])
        #expect(notes.compactMap(\.span?.start.line) == [12, 15])
        #expect(notes.allSatisfy { $0.severity == .warning })
    }

    /// What the blocks of requests warn of, in the values of a tree.
    @Test(arguments: [
        ("<your-vpc-id>", "vpc_id"), ("your-vpc-id", "vpc_id"), ("{vpc_id}", "vpc_id"), ("***", "vpcid"),
        ("vpc-xxxxxxxx", "vpcid"), ("VPC-XXXXXXXX", "vpcid"), ("YOUR_VPC", "vpc"), ("...", "vpcid"),
        ("[VpcId]", "vpcid"), ("%VPC%", "vpc"), ("$VPC", "vpc"), ("vpc-bp1****", "vpc_bp1"), ("TODO", "vpcid"),
        ("«vpc»", "vpc"), ("vpc_id_here", "vpc_id"), ("https://<host>:9200", "host"), ("/data/{index}", "index"),
    ])
    func aPlaceholderInATreeIsAWarning(value: String, name: String) {
        let text = MarkedText("uses: a/b\nList:\n  - VpcId: '\(value)'\n")
        let notes = YAMLBody.tree(text.block).node.map(Placeholder.notes) ?? []
        #expect(notes.map(\.code) == ["yaml/placeholder"], "\(value)")
        #expect(notes.first?.severity == .warning)
        #expect(notes.first?.help.first?.contains("${\(name)}") == true, "\(notes.first?.help ?? [])")
    }

    @Test(arguments: [
        "{{vpc}}", "vpc-bp1abc", "10.0.0.0/24", "cn-hangzhou-h", "${vpc}", "<b>bold</b>", "a <b@c.d> x",

        "12", "true", "", "x", "xx", "es-cn-x", "max", "Your name", "*", "logs-*", "\n", "see https://a.b/c", "SSD",
    ])
    func whatIsAValueIsNone(value: String) {
        let text = MarkedText("uses: a/b\nVpcId: \"\(value.replacing("\n", with: "\\n"))\"\n")
        #expect((YAMLBody.tree(text.block).node.map(Placeholder.notes) ?? []).isEmpty, "\(value)")
    }

    @Test func costsNoMoreThanTheLengthOfTheText() {
        for part in ["basic ", "://", "a://b:", "-----BEGIN ", "-", "b"] {
            let bytes = Array(String(repeating: part, count: 20_000).utf8)
            #expect(ContinuousClock().measure { _ = LiteralSecret.secret(in: bytes[...]) } < .seconds(20), "\(part)")
        }
    }
}
