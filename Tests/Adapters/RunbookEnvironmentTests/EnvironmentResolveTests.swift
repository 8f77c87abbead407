import OrderedJSON
import RunbookModel
import RunbookTesting
import Testing

@testable import RunbookEnvironment

struct EnvironmentResolveTests {
    private let folder: TestFolder
    private let resolver = SecretResolver(variables: ["PASSWORD": "hunter2"])

    init() throws { folder = try TestFolder() }

    private func environment(_ text: String) throws -> Environment {
        let path = try folder.write(EnvironmentFixture.head + text, to: "e.yaml")
        return try Environment.read(EnvironmentFile(file: path, origin: .path), kinds: EnvironmentFixture.kinds).0
    }

    private func declared(_ names: String...) -> [TargetDeclaration] {
        let span = SourceText(file: "book.md", text: "").span(0..<0)
        return names.map {
            TargetDeclaration(
                name: Located($0, at: span), kind: Located("elasticsearch", at: span), description: nil,
                requirements: [(Located("version", at: span), Located(">=7.10", at: span))])
        }
    }

    @Test func givesTargetsWithTheirSecretsInTheRunbooksOrder() async throws {
        try folder.write("x", to: "ca.pem")
        let environment = try environment(
            """
            targets:
              a: { kind: elasticsearch, url: "https://a", user: u, password: { env: PASSWORD }, tls: { ca: ca.pem } }
              b: { kind: elasticsearch, url: "http://b" }
              c: { kind: elasticsearch, url: "http://c", user: u, password: { file: nowhere } }
            """)
        let targets = try await environment.targets(for: declared("b", "a"), resolver: resolver)
        #expect(targets.map(\.name) == ["b", "a"])
        #expect(targets[0].secrets.isEmpty)
        #expect(targets[1].secrets["password"]?.reveal() == "hunter2")
        #expect(targets[1].settings["tls"]?["ca"]?.string == folder.path + "/ca.pem")
        #expect(targets[1].requirements["version"] == ">=7.10")
        #expect(!"\(targets)".contains("hunter2"))
    }

    @Test func aPlanNeedsNoSecret() throws {
        let environment = try environment(
            "targets: { c: { kind: elasticsearch, url: 'http://c', user: u, password: { file: nowhere } } }")
        let targets = environment.targetsWithoutSecrets(for: declared("c", "unknown"))
        #expect(targets.map(\.name) == ["c"])
        #expect(targets.first?.secrets.isEmpty == true)
        #expect(targets.first?.requirements["version"] == ">=7.10")
    }

    @Test func collectsEverythingThatCannotBeHad() async throws {
        let environment = try environment(
            """
            targets:
              a: { kind: elasticsearch, url: "https://a", user: u, password: { env: MISSING }, tls: { ca: none.pem } }
              b: { kind: elasticsearch, url: "http://b", user: u, password: { file: none } }
            """)
        let error = await #expect(throws: EnvironmentProblems.self) {
            try await environment.targets(for: declared("a", "b"), resolver: resolver)
        }
        let problems = error?.diagnostics ?? []
        #expect(problems.map(\.code) == ["environment/unreadable", "environment/credential", "environment/credential"])
        #expect(problems.map { $0.span?.start.line } == [3, 3, 4])
        #expect(
            problems.last?.message.hasPrefix("no `password` for `b`: cannot read the file `\(folder.path)/none`")
                == true)
        #expect(error?.source?.file == environment.file)
    }
}
