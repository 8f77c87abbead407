import OrderedJSON
import RunbookModel
import Testing

@testable import RunbookEnvironment

struct EnvironmentUseTests {
    private static let book = SourceSpan(
        file: "book.md", start: SourcePosition(offset: 0, line: 3, column: 3),
        end: SourcePosition(offset: 6, line: 3, column: 9))

    private func declaration(
        _ targets: [(String, String)], secrets: [String] = [], parameters: [String] = []
    ) -> Declaration {
        let span = EnvironmentUseTests.book
        let all = secrets.map { ($0, true) } + parameters.map { ($0, false) }
        return Declaration(
            version: 1,
            targets: targets.map { name, kind in
                TargetDeclaration(
                    name: Located(name, at: span), kind: Located(kind, at: span), description: nil, requirements: [])
            },
            parameters: all.map { name, isSecret in
                ParameterDeclaration(
                    name: Located(name, at: span), schema: ParameterSchema(), description: nil, isSecret: isSecret,
                    defaultValue: nil, examples: [])
            },
            fixture: nil, span: span)
    }

    @Test func namesAMissingTargetWhereTheRunbookDeclaresIt() throws {
        let environment = try EnvironmentFixture.read(EnvironmentFixture.leader("url: 'http://a:1'"))
        let problems = environment.problems(
            for: declaration([("leader", "elasticsearch"), ("leadr", "elasticsearch")]))
        #expect(problems.map(\.code) == ["environment/missing-target"])
        #expect(problems.first?.span == EnvironmentUseTests.book)
        #expect(problems.first?.message == "the environment `staging` has no target `leadr`")
        #expect(
            problems.first?.help == ["add `leadr` under `targets` in `/envs/staging.yaml`", "did you mean `leader`?"])
    }

    @Test func missesNoTargetThatAChoiceMayNeed() throws {
        let environment = try EnvironmentFixture.read(EnvironmentFixture.leader("url: 'http://a:1'"))
        let declared = declaration([("leader", "alicloud"), ("cloud", "alicloud")])
        let problems = environment.problems(for: declared, without: ["leader", "cloud"])
        #expect(problems.map(\.code) == ["environment/wrong-kind"])
    }

    @Test func namesATargetOfAnotherKind() throws {
        let environment = try EnvironmentFixture.read(EnvironmentFixture.leader("url: 'http://a:1'"))
        let problems = environment.problems(for: declaration([("leader", "alicloud")]))
        #expect(problems.map(\.code) == ["environment/wrong-kind"])
        #expect(problems.first?.related.map(\.span) == [EnvironmentUseTests.book])
    }

    @Test(arguments: [
        ("url: 'https://a', tls: { verify: false }", ["environment/not-verified"]),
        ("kibana: 'HTTPS://a', tls: { verify: false }", ["environment/not-verified"]),
        ("url: 'https://a', tls: { verify: true }", []), ("url: 'https://a'", []),
        ("url: 'http://a', tls: { verify: false }", []),
    ])
    func warnsOfACertificateThatIsNotVerifiedWhereItIsUsed(keys: String, codes: [String]) throws {
        let environment = try EnvironmentFixture.read(EnvironmentFixture.leader(keys))
        #expect(environment.problems(for: declaration([])).isEmpty)
        let problems = environment.problems(for: declaration([("leader", "elasticsearch")]))
        #expect(problems.map(\.code) == codes)
        #expect(problems.allSatisfy { $0.severity == .warning })
    }

    @Test func refusesASecretParameterThatIsWrittenOut() throws {
        let text = EnvironmentFixture.head + "parameters: { pin: 1234, token: { env: T }, size: 3 }\n"
        let environment = try EnvironmentFixture.read(text)
        let problems = environment.problems(
            for: declaration([], secrets: ["pin", "token", "absent"], parameters: ["size"]))
        #expect(problems.map(\.code) == ["environment/literal-secret"])
        #expect(problems.first?.message == "the file contains the value of the secret parameter `pin`")
        #expect(problems.first?.help.contains { $0.contains("1234") } == false)
    }

    /// A literal secret is blanked wherever it stands in the file, also in a comment beside it.
    @Test(arguments: ["pin: Sq7!lit # Sq7!lit", "pin: \"Sq7!lit\" # it is 'Sq7!lit'", "pin: 'Sq7!lit'\n  # Sq7!lit"])
    func hidesASecretThatIsRepeated(entry: String) throws {
        let environment = try EnvironmentFixture.read(EnvironmentFixture.head + "parameters:\n  \(entry)\n")
        let shown = environment.shownSource(for: declaration([], secrets: ["pin"]))
        #expect(!String(decoding: shown.bytes, as: UTF8.self).contains("Sq7!lit"))
        #expect(shown.bytes.count == environment.source.bytes.count)
    }
}
