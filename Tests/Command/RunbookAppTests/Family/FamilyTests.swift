import OrderedJSON
import RunbookEngine
import RunbookEnvironment
import RunbookModel
import RunbookPlugin
import RunbookPluginTest
import RunbookRun
import RunbookSyntax
import Testing

@testable import RunbookApp

/// A family of targets is added by its handler alone: environments, checks, preflight and plans follow from its manifest.
struct FamilyTests {
    private static let registry = HandlerRegistry([ShelfHandler()])

    private static func document(
        _ block: String, library: String = "{ kind: library }", keys: String = "run again=yes"
    ) -> String {
        """
        # Shelves

        ```yaml runbook
        version: 1
        targets:
          town: \(library)
        parameters:
          title: { type: string, default: Dune }
        ```

        ```yaml \(keys)
        \(block)
        ```
        """
    }

    private static func check(_ text: String) throws -> (binding: Binding, problems: [Diagnostic]) {
        let parsed = RunbookParser.parse(SourceText(file: "a.md", text: text))
        let binding = Binder.bind(try #require(parsed.runbook), to: registry)
        return (binding, (parsed.diagnostics + binding.diagnostics).filter { $0.severity == .error })
    }

    private static func environment(_ library: String) throws(EnvironmentProblems) -> Environment {
        let text = "environment: { version: 1 }\ntargets:\n  town: \(library)\n"
        let file = EnvironmentFile(file: "/envs/town.yaml", origin: .path)
        return try Environment.read(file, source: SourceText(file: file.file, text: text), kinds: registry.kinds).0
    }

    // MARK: Blocks

    @Test func aBlockThatFitsReachesItsHandler() throws {
        let (binding, problems) = try Self.check(
            Self.document(
                """
                uses: shelf/books.Book   # the one on ${title}
                Title: ${title}
                Pages: 412
                Binding: cloth
                Authors: [Frank Herbert, "${title}"]
                Place: { Row: "${title}" }
                Labels: { Genre: "about ${title}", Year: 1965 }
                """))
        #expect(problems.isEmpty)
        let step = try #require(binding.steps.first)
        #expect(step.actions.map(\.title.source) == ["shelf/books.Book"])
        #expect(step.effect == .write)
        #expect(step.actions.first?.fields.first?.template.source == "books.Book")
    }

    /// Each row: a line below `uses:`, the code, line and column in the file, and a piece of the help.
    @Test(
        arguments: [
            ("Titel: Dune\nTitle: Dune", "key/unknown", 13, 1, "did you mean `Title`?"),
            // A required key that is misspelt is one mistake.
            ("Titel: Dune", "key/unknown", 13, 1, "did you mean `Title`?"),
            ("Pages: 3", "key/missing", 12, 7, "add `Title: ...`"),
            ("Title: Dune\nPages: many", "key/unfit", 14, 8, "How many it has."),
            ("Title: Dune\nPages: about ${title}", "key/unfit", 14, 8, "How many it has."),
            ("Title: [Dune]", "key/unfit", 13, 8, "What is on the cover."),
            ("Title:", "key/unfit", 13, 1, "What is on the cover."),
            ("Title: true", "key/unfit", 13, 8, "What is on the cover."),
            ("Title: Dune\nBinding: clothe", "key/unfit", 14, 10, "did you mean `cloth`? its meaning: What holds it."),
            ("Title: Dune\nAuthors: Frank", "key/unfit", 14, 10, "Who wrote it."),
            ("Title: Dune\nAuthors: [Frank, { a: 1 }]", "key/unfit", 14, 18, "Who wrote it."),
            ("Title: Dune\nPlace: { Rwo: 3, Row: 1 }", "key/unknown", 14, 10, "did you mean `Row`?"),
            ("Title: Dune\nPlace: {}", "key/missing", 14, 1, "add `Row: ...`"),
            ("Title: Dune\n${title}: 1", "key/unknown", 14, 1, "`Title`"),
            ("Title: 'Dune", "yaml/invalid", 13, 13, nil),
        ] as [(String, String, Int, Int, String?)])
    func mistakesAreToldAtTheirPlaces(lines: String, code: String, line: Int, column: Int, help: String?) throws {
        let problems = try Self.check(Self.document("uses: shelf/books.Book\n\(lines)")).problems
        #expect(problems.map(\.code) == [code], "\(problems)")
        let problem = try #require(problems.first)
        #expect(problem.span.map { [$0.start.line, $0.start.column] } == [line, column], "\(problem)")
        if let help { #expect(problem.help.contains { $0.contains(help) }, "\(problem.help)") }
    }

    @Test(arguments: [
        ("shelve/books.Book", "handler/unknown", "did you mean `shelf`?"),
        ("shelf/books.Bok", "handler/unknown-operation", "did you mean `books.Book`?"),
        ("shelf", "handler/unknown-operation", "books.Book"), ("shelf/", "handler/unknown-operation", "books.Book"),
        ("", "handler/unknown", "shelf"), ("/", "handler/unknown", "shelf"),
        ("'shelf/books.Book'", "handler/unknown", "shelf"),
    ])
    func namesThatNobodyKnowsAreRefused(name: String, code: String, help: String) throws {
        let problems = try Self.check(Self.document("uses: \(name)\nTitle: Dune")).problems
        #expect(problems.map(\.code) == [code], "\(problems)")
        #expect(problems.first?.span?.start.line == 12)
        #expect(problems.first?.help.contains { $0.contains(help) } == true, "\(problems)")
    }

    @Test func aVerifyThatWritesIsRefused() throws {
        let text = Self.document("uses: shelf/books.Book\nTitle: Dune", keys: "verify")
        #expect(try Self.check(text).problems.map(\.code) == ["verify/not-read"])
        #expect(try Self.check(Self.document("uses: shelf/books.ListBooks", keys: "verify")).problems.isEmpty)
    }

    // MARK: What a declaration demands

    @Test(
        arguments: [
            ("edition: \">=2,<4\", system: colon, neighbour: town", nil, 0),
            ("edition: new", "target/requirement", 35), ("system: dewy", "target/requirement", 34),
            ("neighbour: twon", "target/requirement", 37), ("editoin: 2", "target/unknown-key", 26),
        ] as [(String, String?, Int)])
    func demandsAreChecked(demand: String, code: String?, column: Int) throws {
        let text = Self.document("uses: shelf/books.ListBooks", library: "{ kind: library, \(demand) }", keys: "verify")
        let problems = try Self.check(text).problems
        #expect(problems.map(\.code) == (code.map { [$0] } ?? []), "\(problems)")
        if code != nil { #expect(problems.first?.span.map { [$0.start.line, $0.start.column] } == [6, column]) }
    }

    // MARK: Environments

    @Test func itsKeysAreRead() throws {
        let environment = try Self.environment(
            """
            { kind: library, region: north, credentials: { card: 12, word: { env: CARD } }, \
            endpoints: { maps: "https://maps.example.com/" }, branch_of: town }
            """)
        let town = try #require(environment.target("town"))
        #expect(JSON.object(town.properties) == ["name": "town", "region": "north"])
        #expect(
            JSON.object(town.settings) == [
                "credentials": ["card": "12"], "endpoints": ["maps": "https://maps.example.com"], "branch_of": "town",
            ])
        #expect(town.credentials.map(\.name) == ["credentials_word"])
        #expect(town.place == "north")
        #expect(!town.isLoopback)
        #expect(environment.trustProblems.isEmpty)
    }

    @Test(arguments: [
        ("{ kind: library }", "environment/missing-key"), ("{ kind: libary }", "environment/unknown-kind"),
        ("{ kind: library, region: x, credentials: staging }", "environment/wrong-type"),
        ("{ kind: library, region: x, credentials: { crad: 1 } }", "environment/unknown-key"),
        ("{ kind: library, region: x, credentials: { card: 1 } }", "environment/missing-key"),
        (
            "{ kind: library, region: x, credentials: { profile: a, card: 1, word: { env: A } } }",
            "environment/conflict"
        ),
        ("{ kind: library, region: x, credentials: { word: sesame } }", "environment/literal-secret"),
        ("{ kind: library, region: x, endpoints: { maps: nowhere } }", "environment/url"),
        ("{ kind: library, region: x, branch_of: twon }", "environment/unknown-target"),
    ])
    func whatIsWrongIsFound(library: String, code: String) throws {
        let problems = #expect(throws: EnvironmentProblems.self) { try Self.environment(library) }
        #expect(problems?.diagnostics.map(\.code) == [code])
        #expect(problems?.diagnostics.first?.span?.start.line == 3)
        #expect(problems?.source?.text.contains("sesame") != true)
    }

    // MARK: Before a run

    @Test func preflightAsksItsHandler() async throws {
        let (binding, _) = try Self.check(Self.document("uses: shelf/books.ListBooks", keys: "verify"))
        let environment = try Self.environment("{ kind: library, region: north }")
        let setting = RunSetting(
            environment: .init(.init(name: "town", sha256: nil, isSandbox: false, isDisposable: false)),
            targets: environment.targetsWithoutSecrets(for: binding.runbook.declaration.targets))
        let seen = await Preflight.examine(at: setting, for: binding, parameters: [], registry: Self.registry)
        #expect(seen.diagnostics.isEmpty)
        #expect(seen.targets.map(\.address) == ["north"])
        #expect(seen.targets.map(\.identity) == ["library-7"])
        #expect(seen.targets.map(\.isVerified) == [true])
    }

    @Test func itKeepsTheContractOfHandlers() async {
        let target = Target(
            name: "nowhere", kind: "library", properties: JSONObject([("name", "nowhere"), ("region", "x")]),
            settings: JSONObject(),
            secrets: ["credentials_word": Secret(HandlerContract.canary)])
        #expect(await HandlerContract(ShelfHandler(), names: ["title"], targets: [target]).check() == [])
    }
}
