import OrderedJSON
import RunbookModel
import Testing

@testable import RunbookRun

/// The names and values that hashes of plans are made of; a change of one needs another `Plan.formatVersion`.
struct PlanCodingTests {
    private static let plan = Plan(
        tool: "0.1.0", title: "Copy", document: .init(file: "a.md", sha256: "d1"),
        fixture: .init(file: "f.md", sha256: "f1"),
        environment: .init(
            .init(name: "staging", sha256: "e1", isSandbox: false, isDisposable: true),
            isProtected: true),
        targets: [
            PlannedTarget(
                .init(name: "search", kind: "elasticsearch", isVerified: false), address: "https://a:9200", user: "ana",
                credentials: [.init(name: "password", source: "env:P")]),
            PlannedTarget(
                .init(name: "other", kind: "elasticsearch"), address: nil),
        ],
        parameters: [
            .init(name: "index", value: "orders", isSecret: false, source: "option"),
            .init(name: "open", value: nil, isSecret: false, source: "run"),
            .init(name: "token", value: nil, isSecret: true, source: "command"),
        ],
        plugins: [
            .init(name: "console", manifest: "m1", executable: nil),
            .init(name: "tcp", manifest: "m2", executable: "x2"),
        ],
        steps: [
            PlannedStep(
                heading: .init(
                    id: "write", role: .run, title: "Write", number: "1a", section: ["Copy", "Do"], line: 7,
                    effect: .spend, targets: ["search"]), fate: .undecided(["$x"]),
                requests: [
                    .init(effect: .write, title: "PUT /a", fields: [Action.Field("body", "{}")], isIdempotent: true)
                ],
                expectations: [.init(kind: .status, text: "2xx")], gives: ["id"],
                gate: .init(kinds: [.confirm, .spend], text: "Now?", typed: "search"), unless: "there", repeats: true,
                limits: PlannedLimits(ceiling: .seconds(30)),
                probe: ProbeResult(.differs, detail: "words", values: [Action.Field("a", "b")])),
            PlannedStep(
                heading: .init(id: "there", role: .verify, title: "There", line: 9),
                fate: .skipped(.notChosen, detail: "`m` is `n`"),
                limits: PlannedLimits(ceiling: .seconds(90), every: .milliseconds(500), holdsFor: .seconds(5))),
        ])

    @Test func everythingThatTheHashCoversHasAName() throws {
        let expected = try JSON(
            parsing: """
                {
                  "format": 1, "tool": "0.1.0", "title": "Copy", "document": "d1", "fixture": "f1",
                  "environment": {
                    "name": "staging", "sha256": "e1", "sandbox": false, "disposable": true, "protected": true
                  },
                  "targets": [
                    { "name": "search", "kind": "elasticsearch", "address": "https://a:9200", "user": "ana",
                      "credentials": { "password": "env:P" }, "verified": false },
                    { "name": "other", "kind": "elasticsearch" }
                  ],
                  "parameters": [
                    { "name": "index", "value": "orders" }, { "name": "open" }, { "name": "token", "secret": "command" }
                  ],
                  "plugins": [
                    { "name": "console", "manifest": "m1" }, { "name": "tcp", "manifest": "m2", "executable": "x2" }
                  ],
                  "probed": true,
                  "steps": [
                    { "id": "write", "role": "run", "title": "Write", "number": "1a", "section": ["Copy", "Do"], "line": 7,
                      "effect": "spend", "targets": ["search"], "undecided": ["$x"],
                      "requests": [ { "effect": "write", "title": "PUT /a", "fields": { "body": "{}" } } ],
                      "expects": [ { "status": "2xx" } ], "gives": ["id"],
                      "asks": { "kinds": ["confirm", "spend"], "text": "Now?", "typed": "search" },
                      "unless": "there", "again": true, "ceiling": 30000, "answer": "differs" },
                    { "id": "there", "role": "verify", "title": "There", "section": [], "line": 9, "effect": "read",
                      "targets": [], "skipped": { "reason": "not-chosen", "detail": "`m` is `n`" },
                      "ceiling": 90000, "every": 500, "for": 5000 }
                  ]
                }
                """)
        #expect(Self.plan.json.text(.pretty) == expected.text(.pretty))
    }

    @Test func whereFilesAreIsNotCovered() {
        let moved = Plan(
            tool: Self.plan.tool, title: Self.plan.title, document: .init(file: "/x/b.md", sha256: "d1"),
            fixture: .init(file: "/x/g.md", sha256: "f1"), environment: Self.plan.environment,
            targets: Self.plan.targets, parameters: Self.plan.parameters, plugins: Self.plan.plugins,
            steps: Self.plan.steps)
        #expect(moved.json == Self.plan.json)
    }

    @Test func everyTextFromOutsideIsRewritten() throws {
        let masked = Self.plan.rewritten { _ in "***" }
        let text = masked.json.text()
        for word in ["orders", "PUT", "{}", "Now?", "2xx", "Copy\"", "$x", "`m`", "Write"] {
            #expect(!text.replacing("\"Copy\",\"Do\"", with: "").contains(word), "\(word) in \(text)")
        }
        #expect(masked.steps[0].probe == ProbeResult(.differs, detail: "***", values: [Action.Field("a", "***")]))
        #expect(Self.plan.rewritten { $0 } == Self.plan)
    }
}
