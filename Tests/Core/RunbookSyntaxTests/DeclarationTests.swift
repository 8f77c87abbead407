import OrderedJSON
import RunbookModel
import Testing

@testable import RunbookSyntax

struct DeclarationTests {
    private func result(_ yaml: String) -> ParseResult {
        RunbookParser.parse(SourceText(file: "book.md", text: "```yaml runbook\n\(yaml)\n```\n"))
    }

    private func parameter(_ yaml: String) throws -> ParameterDeclaration {
        let result = result("version: 1\nparameters:\n  p: \(yaml)")
        #expect(result.diagnostics == [])
        return try #require(result.runbook?.declaration.parameter("p"))
    }

    @Test func readsTargets() throws {
        let result = result(
            """
            version: 1
            fixture: fixtures/a.md
            targets:
              leader: { kind: elasticsearch, version: ">=7.10", cloud: c, description: source of the data }
              c: { kind: alicloud }
            """)
        #expect(result.diagnostics == [])
        let declaration = try #require(result.runbook?.declaration)
        #expect(declaration.version == 1)
        #expect(declaration.fixture?.value == "fixtures/a.md")
        #expect(declaration.targets.map(\.name.value) == ["leader", "c"])
        #expect(declaration.targets.map(\.kind.value) == ["elasticsearch", "alicloud"])
        #expect(declaration.target("leader")?.description == "source of the data")
        #expect(declaration.target("leader")?.requirements.map(\.name.value) == ["version", "cloud"])
        #expect(declaration.target("leader")?.requirement("version")?.value == ">=7.10")
        #expect(declaration.target("leader")?.requirement("version")?.span.description == "book.md:5:43")
    }

    @Test(
        arguments: [
            ("{ enum: [none, all], does_nothing: none }", ["none"], []),
            ("{ enum: [none, later, all], does_nothing: [none, later] }", ["none", "later"], []),
            ("{ type: boolean, does_nothing: false }", ["false"], []),
            ("{ enum: [1, 2], does_nothing: 1 }", ["1"], []),
            ("{ enum: [none, all], does_nothing: non }", [], ["parameter/idle-value"]),
            ("{ type: string, does_nothing: none }", [], ["parameter/idle-value"]),
            ("{ enum: [none, all], does_nothing: { none: 1 } }", [], ["parameter/idle-value"]),
        ] as [(String, [String], [String])])
    func readsWhichChoicesDoNothing(yaml: String, idle: [String], codes: [String]) {
        let result = result("version: 1\nparameters:\n  p: \(yaml)")
        #expect(result.diagnostics.map(\.code) == codes)
        #expect(result.runbook?.declaration.parameter("p")?.idleChoices.map(\.value) ?? [] == idle)
    }

    @Test func readsTheWordsOfASchema() throws {
        let number = try parameter("{ type: integer, minimum: 2, maximum: 9, default: 3, examples: [4, 5] }")
        #expect(number.schema.kind == .integer)
        #expect(number.schema.minimum?.int == 2)
        #expect(number.schema.maximum?.int == 9)
        #expect(number.defaultValue?.value == 3)
        #expect(number.examples == [4, 5])
        let text = try parameter(
            "{ type: string, pattern: '^a\\d$', minLength: 1, maxLength: 3, format: x, secret: true }")
        #expect(text.schema.pattern == "^a\\d$")
        #expect(text.schema.minimumLength == 1)
        #expect(text.schema.maximumLength == 3)
        #expect(text.schema.format == "x")
        #expect(text.isSecret)
        let list = try parameter("{ type: array, items: { type: string }, minItems: 1, default: [a, 7.10, true] }")
        #expect(list.schema.items.map(\.kind) == [.string])
        #expect(list.defaultValue?.value == ["a", "7.10", "true"])
        let choice = try parameter("{ enum: [new, existing, both], default: new, description: Which }")
        #expect(choice.schema.alternatives == ["new", "existing", "both"])
        #expect(choice.description == "Which")
    }

    /// What looks like a number, a truth value or a time in YAML is text where text is asked for.
    @Test(arguments: ["7.10", "on", "22:30", "true", "1e3", "007"])
    func textStaysAsItIsWritten(text: String) throws {
        #expect(try parameter("{ type: string, default: \(text) }").defaultValue?.value == .string(text))
    }

    @Test func aDefaultMayReferToATarget() throws {
        let value = try parameter("{ type: string, format: ipv4, default: \"${leader.private_ip}\" }").defaultValue?
            .value
        #expect(value == "${leader.private_ip}")
    }

    @Test(arguments: [
        ("declaration/unknown-key", "version: 1\n1️⃣target2️⃣: {}"), ("declaration/version", "version: 1️⃣22️⃣"),
        ("declaration/unknown-key", "version: 1\nparameters:\n  p: { type: string, 1️⃣defualt2️⃣: x }"),
        ("declaration/unknown-key", "version: 1\nparameters:\n  p: { type: array, items: { 1️⃣typ2️⃣: string } }"),
        ("declaration/malformed", "version: 1\ntargets: 1️⃣[a]2️⃣"),
        ("declaration/malformed", "version: 1\ntargets: { 1️⃣a2️⃣: elasticsearch }"),
        ("declaration/malformed", "version: 1\nparameters: { 1️⃣a2️⃣: 3 }"),
        ("declaration/malformed", "version: 1\nparameters:\n  a: { type: string, secret: 1️⃣yes2️⃣ }"),
        ("declaration/malformed", "version: 1\nparameters:\n  a: { type: string, minLength: 1️⃣-12️⃣ }"),
        ("declaration/malformed", "version: 1\nparameters:\n  a: { type: integer, minimum: 1️⃣x2️⃣ }"),
        ("declaration/malformed", "version: 1\nparameters:\n  a: { type: string, examples: 1️⃣x2️⃣ }"),
        ("declaration/malformed", "version: 1\nparameters:\n  a: { enum: 1️⃣x2️⃣ }"),
        ("declaration/malformed", "version: 1\nparameters:\n  a: { type: array, items: 1️⃣string2️⃣ }"),
        ("declaration/malformed", "version: 1\nfixture: 1️⃣[x]2️⃣"),
        ("target/no-kind", "version: 1\ntargets:\n  1️⃣a2️⃣: { version: 1 }"),
        ("name/invalid", "version: 1\ntargets:\n  1️⃣Leader2️⃣: { kind: x }"),
        ("name/reserved", "version: 1\nparameters:\n  1️⃣label2️⃣: { type: string }"),
        ("parameter/no-type", "version: 1\nparameters:\n  1️⃣a2️⃣: { default: x }"),
        ("parameter/unknown-type", "version: 1\nparameters:\n  a: { type: 1️⃣strnig2️⃣ }"),
        ("parameter/bad-default", "version: 1\nparameters:\n  a: { type: integer, minimum: 2, default: 1️⃣12️⃣ }"),
        ("parameter/bad-default", "version: 1\nparameters:\n  a: { type: integer, default: 1️⃣\"é\"2️⃣ }"),
        ("parameter/bad-default", "version: 1\nparameters:\n  a: { enum: [x, y], default: 1️⃣z2️⃣ }"),
        ("parameter/bad-default", "version: 1\nparameters:\n  a: { type: string, pattern: '^x', default: 1️⃣é2️⃣ }"),
        ("parameter/bad-example", "version: 1\nparameters:\n  a: { type: boolean, examples: [true, 1️⃣52️⃣] }"),
        ("parameter/bad-choice", "version: 1\nparameters:\n  a: { type: integer, enum: [1, 1️⃣x2️⃣] }"),
        ("parameter/bad-choice", "version: 1\nparameters:\n  a: { enum: [a, 1️⃣a2️⃣] }"),
        ("parameter/bad-pattern", "version: 1\nparameters:\n  a: { type: string, pattern: 1️⃣'['2️⃣ }"),
        ("parameter/empty-range", "version: 1\nparameters:\n  a: { type: number, minimum: 1️⃣32️⃣, maximum: 2 }"),
        ("parameter/empty-range", "version: 1\nparameters:\n  a: { type: string, minLength: 1️⃣32️⃣, maxLength: 2 }"),
        ("parameter/secret-default", "version: 1\nparameters:\n  a: { type: string, secret: true, default: 1️⃣x2️⃣ }"),
        ("value/malformed", "version: 1\nparameters:\n  a: { type: string, default: 1️⃣\"${A}\"2️⃣ }"),
    ])
    func saysWhatIsWrongAndWhere(code: String, yaml: String) {
        for indent in ["", "   "] {
            let lines = "```yaml runbook\n\(yaml)\n```".split(separator: "\n")
            let text = MarkedText(
                (indent.isEmpty ? "" : "1. item\n\n") + lines.map { indent + $0 }.joined(separator: "\n"))
            let diagnostics = RunbookParser.parse(text.source).diagnostics
            #expect(diagnostics.map(\.code) == [code])
            #expect(diagnostics.first?.span == text.span("1️⃣", "2️⃣"))
        }
    }

    @Test(arguments: [
        ("yaml/invalid", "version: 1\n targets: ["), ("yaml/invalid", "version: &a 1"),
        ("declaration/malformed", "just a text"), ("declaration/malformed", ""),
    ])
    func isNoRunbookWhenTheDeclarationCannotBeRead(code: String, yaml: String) {
        let result = result(yaml)
        #expect(result.runbook == nil)
        #expect(result.diagnostics.map(\.code) == [code])
    }

    @Test func theVersionIsDemanded() {
        let result = result("targets: {}")
        #expect(result.diagnostics.map(\.code) == ["declaration/version"])
        #expect(result.diagnostics.first?.span?.description == "book.md:1:1")
    }

    @Test func saysEverythingAtOnce() {
        let text = "version: 2\nparameters:\n  A: {}\n  b: { type: intger }\n"
        let result = RunbookParser.parse(
            SourceText(
                file: "a.md",
                text: "```console run timeout=3\n```\n\n```yaml runbook\n\(text)```\n\n```json expect\n{\n```\n"))
        #expect(
            result.diagnostics.map(\.code) == [
                "key/bad-duration", "declaration/version", "name/invalid", "parameter/unknown-type", "json/invalid",
            ])
    }

    /// What a comma cut off is no key, with and without blanks.
    @Test(arguments: ["description: red, green", "default: yes or no, maybe", "description: use x, y, default: z"])
    func aCommaEndsAValue(members: String) {
        let text = "```yaml runbook\nversion: 1\nparameters:\n  p: { type: string, \(members) }\n```"
        let found = RunbookParser.parse(SourceText(file: "book.md", text: text)).diagnostics
        #expect(found.map(\.code) == ["declaration/unknown-key"])
        #expect(found.first?.help.first?.contains("put quotes around") == true)
    }

    /// The rest of a text that a comma cut off is told for what it is.
    @Test func aCommaInBracesIsExplained() {
        let text = "```yaml runbook\nversion: 1\nparameters:\n  p: { type: string, description: forward, or back }\n```"
        let found = RunbookParser.parse(SourceText(file: "book.md", text: text)).diagnostics
        #expect(found.map(\.code) == ["declaration/unknown-key"])
        #expect(found.first?.help.first?.contains("put quotes around") == true)
    }
}
