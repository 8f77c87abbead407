import OrderedJSON
import RunbookModel
import RunbookPlugin
import Testing

@testable import RunbookEnvironment

/// Kinds of target that plugins bring.
struct PluginKindTests {
    private static let manifest = Manifest(
        name: "doors", version: "1.0.0", summary: "Opens doors.", executable: "doors", calls: [.perform],
        languages: [.init("door", targetKind: "door", body: .text)],
        targetKinds: [
            .init(
                name: "door",
                keys: [
                    .init(name: "host", form: .host, isRequired: true, summary: "Where it is."),
                    .init(name: "port", form: .port, summary: "Its port."),
                    .init(name: "page", form: .url, summary: "Its page."),
                    .init(name: "visitor", form: .text, summary: "Who comes."),
                    .init(name: "loud", form: .flag, summary: "Whether it creaks."),
                    .init(name: "password", form: .secret, summary: "The word."),
                ], properties: ["name", "host", "port"], requirements: []),
            .init(
                name: "gate", keys: [.init(name: "visitor", form: .text, summary: "Who comes.")], properties: ["name"],
                requirements: []),
        ], keys: [])

    private func read(
        _ target: String, origin: EnvironmentOrigin = .path, plugins: [Manifest] = [manifest]
    ) throws -> Environment {
        let text = "environment: { version: 1 }\ntargets:\n  a: \(target)\n"
        let file = EnvironmentFile(file: "/envs/staging.yaml", origin: origin)
        return try Environment.read(file, source: SourceText(file: file.file, text: text), kinds: TargetKinds(plugins))
            .0
    }

    @Test func theirKeysAreRead() throws {
        let environment = try read(
            """
            { kind: door, host: db.example.com, port: 5432, page: "http://127.0.0.1:80/x", visitor: 7.10, \
            loud: true, password: { env: WORD } }
            """)
        let target = try #require(environment.target("a"))
        #expect(target.properties == JSONObject([("name", "a"), ("host", "db.example.com"), ("port", 5432)]))
        #expect(
            target.settings
                == JSONObject([("page", "http://127.0.0.1:80/x"), ("visitor", "7.10"), ("loud", true)]))
        #expect(target.credentials.map(\.name) == ["password"])
        #expect(!target.isLoopback)
    }

    @Test(arguments: [
        ("{ kind: door }", "environment/missing-key"),
        ("{ kind: door, host: 127.0.0.1, color: red }", "environment/unknown-key"),
        ("{ kind: door, host: 127.0.0.1, port: 0 }", "environment/wrong-type"),
        ("{ kind: door, host: 127.0.0.1, port: many }", "environment/wrong-type"),
        ("{ kind: door, host: \"a b\" }", "environment/url"),
        ("{ kind: door, host: \"evil.example.com,127.0.0.1\" }", "environment/url"),
        ("{ kind: door, host: \"host=evil.example.com\" }", "environment/url"),
        ("{ kind: door, host: \"postgres://evil\" }", "environment/url"),
        ("{ kind: door, host: 127.0.0.1, loud: perhaps }", "environment/wrong-type"),
        ("{ kind: door, host: 127.0.0.1, password: open-sesame }", "environment/literal-secret"),
        ("{ kind: door, host: 127.0.0.1, page: nowhere }", "environment/url"),
    ])
    func whatIsWrongIsFound(target: String, code: String) throws {
        let problems = #expect(throws: EnvironmentProblems.self) { try read(target) }
        #expect(problems?.diagnostics.map(\.code) == [code])
        #expect(problems?.source?.text.contains("open-sesame") != true)
    }

    @Test func withoutThePluginTheKindIsUnknown() {
        let problems = #expect(throws: EnvironmentProblems.self) {
            try read("{ kind: door, host: 127.0.0.1 }", plugins: [])
        }
        #expect(problems?.diagnostics.map(\.code) == ["environment/unknown-kind"])
    }

    /// Found by its name beside a runbook, such a target must surely be on this machine.
    @Test(arguments: [
        ("{ kind: door, host: 127.0.0.1 }", true), ("{ kind: door, host: /run/doors }", true),
        ("{ kind: door, host: \"::1\" }", true), ("{ kind: door, host: db.example.com }", false),
        ("{ kind: door, host: 127.0.0.1, page: \"http://evil.example.com\" }", false),
        ("{ kind: door, host: 127.0.0.1, password: { command: [x] } }", false), ("{ kind: gate }", false),
    ])
    func onlyThisMachineIsTrusted(target: String, isTrusted: Bool) throws {
        #expect(try read(target, origin: .repository).trustProblems.isEmpty == isTrusted)
        #expect(try read(target, origin: .path).trustProblems.isEmpty)
    }
}
