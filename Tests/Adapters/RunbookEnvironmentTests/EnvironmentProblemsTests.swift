import RunbookModel
import Testing

@testable import RunbookEnvironment

struct EnvironmentProblemsTests {
    private static let url = "url: 'http://a:1'"

    /// Each row: the text, the code, line and column, and a piece of the help.
    @Test(
        arguments: [
            ("envronment: { version: 1 }", "environment/unknown-key", 1, 1, "did you mean `environment`?"),
            ("- a", "environment/wrong-type", 1, 1, "`environment`, `targets`"),
            ("", "environment/wrong-type", 1, 1, "`environment`"),
            ("targets: {}", "environment/missing-key", 1, 1, "start the file with"),
            ("environment: {}", "environment/missing-key", 1, 14, "version: 1"),
            ("environment: { version: 2 }", "environment/version", 1, 25, "version: 1"),
            ("environment: { version: 1, protcted: true }", "environment/unknown-key", 1, 28, "`protected`"),
            ("environment: { version: 1, protected: 'true' }", "environment/wrong-type", 1, 39, "`true` or `false`"),
            ("environment: { version: 1, sandbox: x }", "environment/url", 1, 37, "https://HOST:PORT"),
            ("environment: { version: 1 }\ntargets: 3", "environment/wrong-type", 2, 10, "a mapping"),
            ("environment: { version: 1 }\ntargets:\n  Leader: {}", "environment/name", 3, 3, "start with a letter"),
            ("environment: { version: 1 }\ntargets:\n  if: {}", "environment/name", 3, 3, "start with a letter"),
            ("environment: { version: 1 }\ntargets:\n  a:", "environment/wrong-type", 3, 3, "mapping"),
            ("environment: { version: 1 }\ntargets:\n  a: {}", "environment/missing-key", 3, 3, "kind: elasticsearch"),
            (
                "environment: { version: 1 }\ntargets:\n  a: { kind: elasticsaerch }", "environment/unknown-kind", 3,
                14,
                "did you mean `elasticsearch`?"
            ),
            ("environment: { version: 1 }\nparameters:\n  A: 1", "environment/name", 3, 3, "start with a letter"),
            ("environment: { version: 1 }\nenvironment: 1", "environment/yaml", 2, 1, nil),
            ("environment: &x { version: 1 }", "environment/yaml", 1, 14, nil),
            ("environment: { version: 1 }\ntargets: [", "environment/yaml", 2, 11, nil),
        ] as [(String, String, Int, Int, String?)])
    func saysWhatAndWhere(text: String, code: String, line: Int, column: Int, help: String?) throws {
        let problem = try #require(EnvironmentFixture.problems(text).first)
        #expect(problem.code == code)
        #expect(problem.severity == .error)
        #expect(problem.span?.file == "/envs/staging.yaml")
        #expect(problem.span.map { [$0.start.line, $0.start.column] } == [line, column])
        if let help { #expect(problem.help.contains { $0.contains(help) }, "\(problem.help)") }
    }

    /// Keys of the target `leader`, with the code, the piece of text that is pointed at, and a piece of the help.
    @Test(arguments: [
        ("\(url), usr: x", "environment/unknown-key", "usr", "did you mean `user`?"),
        ("user: u, password: { env: A }", "environment/missing-key", "leader", "add `url:"),
        ("\(url), kibana: 'http://k'", "environment/conflict", "url", "keep the one"),
        ("\(url), user: u", "environment/missing-key", "user", "password: { env: VARIABLE }"),
        ("\(url), password: { env: A }", "environment/missing-key", "password", "user: NAME"),
        ("url: 'a:9200'", "environment/url", "'a:9200'", "https://HOST:PORT"),
        ("url: 'http://u:secret@a'", "environment/literal-secret", "'http://u:secret@a'", "password: { env"),
        ("url: 'http://a?x'", "environment/url", "'http://a?x'", "remove"),
        ("url: [1]", "environment/wrong-type", "[1]", "a text"),
        ("url:", "environment/wrong-type", "url", "a text"),
        ("\(url), user: u, password: hunter2", "environment/literal-secret", "password", "{ env: VARIABLE }"),
        ("\(url), user: u, password: 12345", "environment/literal-secret", "password", "{ file: PATH }"),
        ("\(url), user: u, password: [a]", "environment/literal-secret", "password", "{ command: [PROGRAM"),
        ("\(url), api_key: hunter2", "environment/literal-secret", "api_key", "{ env: VARIABLE }"),
        ("\(url), bearer: hunter2", "environment/literal-secret", "bearer", "{ env: VARIABLE }"),
        ("\(url), user: u, password: {}", "environment/secret-source", "{}", "{ env: VARIABLE }"),
        ("\(url), user: u, password: { evn: A }", "environment/unknown-key", "evn", "did you mean `env`?"),
        (
            "\(url), user: u, password: { command: pass show }", "environment/secret-source",
            "{ command: pass show }", "a command is a list"
        ),
        (
            "\(url), user: u, password: { env: A, file: b }", "environment/secret-source", "{ env: A, file: b }",
            "{ env: VARIABLE }"
        ),
        ("\(url), user: u, password: { env: 'A=B' }", "environment/secret-source", "{ env: 'A=B' }", "{ env:"),
        (
            "\(url), user: u, password: { env: A }, api_key: { env: B }", "environment/conflict", "api_key",
            "one kind"
        ),
        ("\(url), api_key: { env: B }, bearer: { env: A }", "environment/conflict", "bearer", "one kind"),
        ("\(url), user: { env: }, password: { env: A }", "environment/secret-source", "{ env: }", "{ env:"),
        ("\(url), tls: { cert: a }", "environment/missing-key", "cert", "add `key: PATH`"),
        ("\(url), tls: { key: a }", "environment/missing-key", "key", "add `cert: PATH`"),
        ("\(url), tls: { ac: a }", "environment/unknown-key", "ac", "did you mean `ca`?"),
        ("\(url), tls: { verify: no }", "environment/wrong-type", "no", "`true` or `false`"),
        ("\(url), tls: true", "environment/wrong-type", "true", "`ca`"),
        ("\(url), transport: 10.0.0.1", "environment/url", "10.0.0.1", "HOST:9300"),
        ("\(url), space: ops", "environment/missing-key", "space", "add `kibana:"),
        ("kibana: 'http://k', space: Ops Team", "environment/wrong-type", "Ops Team", "after `/s/`"),
        ("kibana: k", "environment/url", "k", "https://HOST:PORT"),
        ("\(url), proxy: proxy", "environment/url", "proxy", "https://HOST:PORT"),
        (
            "\(url), proxy: 'http://u:hunter2@p:1'", "environment/literal-secret", "'http://u:hunter2@p:1'",
            "`proxy: { url:"
        ),
        ("\(url), proxy: { user: u, password: { env: A } }", "environment/missing-key", "proxy", "url: http://HOST"),
        ("\(url), proxy: { url: 'http://p', user: u }", "environment/missing-key", "user", "password: { env"),
        (
            "\(url), proxy: { url: 'http://p', user: u, password: hunter2 }", "environment/literal-secret", "password",
            "{ env"
        ),
        ("\(url), proxy: { url: 'http://p', usr: u }", "environment/unknown-key", "usr", "did you mean `user`?"),
        ("\(url), cloud: leadr", "environment/unknown-target", "leader", "did you mean `leader`?"),
    ])
    func pointsAtTheKey(keys: String, code: String, pointed: String, help: String) throws {
        let text = EnvironmentFixture.leader(keys)
        let problem = try #require(EnvironmentFixture.problems(text).first { $0.severity == .error })
        #expect(problem.code == code)
        let span = try #require(problem.span)
        #expect(String(decoding: Array(text.utf8)[span.start.offset..<span.end.offset], as: UTF8.self) == pointed)
        #expect(problem.help.contains { $0.contains(help) }, "\(problem.help)")
    }

    @Test func collectsAllProblems() {
        let text = """
            environment: { version: 1, x: 1 }
            targets:
              a: { kind: elasticsearch, urll: http://a }
              b: { kind: nothing }
            """
        #expect(
            EnvironmentFixture.problems(text).map(\.code) == [
                "environment/unknown-key", "environment/unknown-key", "environment/missing-key",
                "environment/unknown-kind",
            ])
    }

    @Test(arguments: [
        "a: { kind: elasticsearch, url: 'http://10.0.0.1:9200' }",
        "a: { kind: elasticsearch, url: 'https://es.example' }",
        "a: { kind: elasticsearch, url: 'http://localhost', proxy: 'http://proxy:3128' }",
        "a: { kind: alicloud, region: x }",
        "a: { kind: alicloud, region: x, endpoints: { vpc: 'https://vpc.example' } }",
        "a: { kind: alicloud, region: x, endpoints: { vpc: 'http://127.0.0.1:9' } }",
    ])
    func isDisposableOnThisMachineOnly(target: String) throws {
        let text = "environment: { version: 1, disposable: true }\ntargets:\n  \(target)\n"
        let problem = try #require(EnvironmentFixture.problems(text).first)
        #expect(problem.code == "environment/not-disposable")
        #expect(problem.related.map(\.message) == ["`a` is on another machine"])
    }

    @Test(arguments: [
        ("{ default: 'http://127.0.0.1:9' }", [String]()),
        (
            "{ vpc: 'http://127.0.0.1:9', cbn: 'http://127.0.0.1:9', nlb: 'http://127.0.0.1:9', sts: 'http://127.0.0.1:9',"
                + " privatelink: 'http://127.0.0.1:9', elasticsearch: 'http://127.0.0.1:9' }", []
        ),
        ("{ defualt: 'http://127.0.0.1:9' }", ["environment/unknown-key", "environment/not-disposable"]),
    ])
    func eachSystemHasAnAddress(endpoints: String, codes: [String]) {
        let text =
            "environment: { version: 1, disposable: true }\ntargets:\n"
            + "  a: { kind: alicloud, region: x, endpoints: \(endpoints), credentials: { profile: p } }\n"
        #expect(EnvironmentFixture.problems(text).map(\.code) == codes)
    }

    /// A message about a secret must not carry it, and neither must the line that is shown with the message.
    @Test(arguments: [
        "user: u, password: hunter2-é", "user: u, pasword: hunter2-é",
        "user: u, password: { env: hunter2-é, x: hunter2-é }",
        "user: u, password: { value: hunter2-é }", "api_key: 'hunter2-é'", "usr: x, tokn: hunter2-é",
        "user: u, password: @hunter2-é",
    ])
    func neverShowsALiteralSecret(keys: String) throws {
        let text = EnvironmentFixture.leader("url: 'http://a:1', \(keys)")
        let file = EnvironmentFixture.file()
        let error = #expect(throws: EnvironmentProblems.self) {
            try Environment.read(file, source: SourceText(file: file.file, text: text), kinds: EnvironmentFixture.kinds)
        }
        let problems = try #require(error)
        for diagnostic in problems.diagnostics {
            #expect(!([diagnostic.message] + diagnostic.help).contains { $0.contains("hunter2") })
        }
        let shown = try #require(problems.source)
        #expect(!shown.text.contains("hunter2"), "\(shown.text)")
        #expect(shown.bytes.count == text.utf8.count)
    }

    @Test func neverShowsASecretOfATextThatIsNotUTF8() throws {
        let bytes: [UInt8] = [0xFF, 0xFF, 0xFF, 0xFF] + Array("PASSWORD: hunter2\nurl: x\n".utf8)
        let file = EnvironmentFixture.file()
        let error = #expect(throws: EnvironmentProblems.self) {
            try Environment.read(
                file, source: SourceText(file: file.file, bytes: bytes), kinds: EnvironmentFixture.kinds)
        }
        let shown = try #require(error?.source).bytes
        #expect(shown == bytes.prefix(13) + Array(" *******\nurl: *\n".utf8))
    }
}
