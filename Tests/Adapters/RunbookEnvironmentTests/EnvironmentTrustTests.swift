import RunbookModel
import Testing

@testable import RunbookEnvironment

struct EnvironmentTrustTests {
    /// Texts that nobody but their author should make a run use, and what is pointed at.
    private static let suspicious = [
        ("targets:\n  a: { kind: elasticsearch, url: 'http://10.0.0.1:9200' }", "'http://10.0.0.1:9200'"),
        ("targets:\n  a: { kind: elasticsearch, url: 'http://[::1]', proxy: 'http://p:1' }", "'http://p:1'"),
        (
            "targets:\n  a: { kind: elasticsearch, url: 'http://localhost', user: u, password: { command: [x] } }",
            "{ command: [x] }"
        ),
        ("targets:\n  a: { kind: host, local: true, allow: [shell] }", "allow"),
        ("targets:\n  a: { kind: alicloud, region: r }", "a"),
        ("parameters:\n  p: { command: [x] }", "{ command: [x] }"),
    ]

    @Test(arguments: suspicious)
    func refusesWhatWasFoundByName(text: String, pointed: String) throws {
        let text = EnvironmentFixture.head + text
        let problems = try EnvironmentFixture.read(text, origin: .repository).trustProblems
        #expect(problems.map(\.code) == ["environment/untrusted"])
        let span = try #require(problems.first?.span)
        #expect(String(decoding: Array(text.utf8)[span.start.offset..<span.end.offset], as: UTF8.self) == pointed)
        #expect(problems.first?.help.first?.contains("--env /envs/staging.yaml") == true)
    }

    @Test(arguments: suspicious, [EnvironmentOrigin.path, .configuration])
    func trustsWhatTheOperatorNamed(row: (text: String, pointed: String), origin: EnvironmentOrigin) throws {
        #expect(try EnvironmentFixture.read(EnvironmentFixture.head + row.text, origin: origin).trustProblems.isEmpty)
    }

    @Test func trustsThisMachine() throws {
        let text = """
            environment: { version: 1, sandbox: "http://127.0.0.1:4000/_sandbox/t" }
            targets:
              a: { kind: elasticsearch, url: "http://127.0.0.1:9200", user: u, password: { env: A } }
              b: { kind: elasticsearch, url: "https://localhost:9200", user: u, password: { file: f } }
            parameters: { p: { env: X } }
            """
        #expect(try EnvironmentFixture.read(text, origin: .repository).trustProblems.isEmpty)
    }

    @Test func refusesASandboxElsewhere() throws {
        let text = "environment: { version: 1, sandbox: 'http://10.0.0.1/s' }"
        let problems = try EnvironmentFixture.read(text, origin: .repository).trustProblems
        #expect(problems.map(\.code) == ["environment/untrusted"])
    }
}
