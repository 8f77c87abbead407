import OrderedJSON
import RunbookModel
import RunbookRun

@testable import RunbookReport

/// A plan of steps that a test gives.
enum SamplePlan {
    static func plan(
        _ steps: [PlannedStep], title: String = "Copy an index", file: String = "a.md",
        environment: Plan.Environment = .init(
            .init(name: "staging", sha256: "e1", isSandbox: false, isDisposable: false),
            isProtected: true),
        parameters: [RunStart.Parameter] = [
            .init(name: "index", value: "orders", isSecret: false, source: "option"),
            .init(name: "size", value: 3, isSecret: false, source: "default"),
            .init(name: "password", value: nil, isSecret: true, source: "env:PASSWORD"),
        ]
    ) -> Plan {
        Plan(
            tool: "1", title: title, document: .init(file: file, sha256: "d1"), environment: environment,
            targets: [
                PlannedTarget(
                    .init(name: "search", kind: "elasticsearch", isVerified: false), address: "https://search:9200",
                    user: "ana",
                    credentials: [.init(name: "password", source: "env:SEARCH")])
            ], parameters: parameters, plugins: [.init(name: "console", manifest: "m1", executable: nil)],
            steps: steps)
    }

    static func view(_ steps: [PlannedStep], earlier: [Duration] = []) -> PlanView {
        PlanView(plan(steps), hash: "h1", earlier: earlier)
    }

    static func request(_ title: String, _ effect: Effect = .write, body: String = "") -> PlannedStep.Request {
        PlannedStep.Request(
            effect: effect, title: title,
            fields: [Action.Field("method", "M"), Action.Field("path", "/p"), Action.Field("body", body)])
    }

    /// One step of each kind.
    static let steps = [
        PlannedStep(
            heading: .init(
                id: "nodes", role: .run, title: "Ask for the nodes", number: "1", section: ["Copy an index", "Before"],
                line: 7, targets: ["search"]), requests: [request("GET /_cat/nodes", .read)], gives: ["seeds"],
            limits: PlannedLimits(ceiling: .seconds(30))),
        PlannedStep(
            heading: .init(
                id: "create", role: .run, title: "Create it", number: "2a", section: ["Copy an index", "Copy"],
                line: 12, effect: .write, targets: ["search"]),
            requests: [request("PUT /orders", body: "{\n  \"a\": 1\n}\n")], unless: "exists",
            limits: PlannedLimits(ceiling: .seconds(30))),
        PlannedStep(
            heading: .init(
                id: "exists", role: .verify, title: "It is there", number: "2b", section: ["Copy an index", "Copy"],
                line: 20, targets: ["search"]), requests: [request("GET /orders", .read)],
            expectations: [
                .init(kind: .expect, text: "{ \"a\":\n  1 }"), .init(kind: .assert, text: ".b > 1"),
                .init(kind: .same, text: ".c"), .init(kind: .status, text: "200,404"),
            ], limits: PlannedLimits(ceiling: .seconds(90), every: .seconds(2), holdsFor: .seconds(5))),
        PlannedStep(
            heading: .init(
                id: "drop", role: .run, title: "Drop the old one", section: ["Copy an index", "Copy"], line: 30,
                effect: .destroy, targets: ["search"]), requests: [request("DELETE /old", .destroy)],
            gate: .init(kinds: [.destroy], text: "Drop the old one", typed: "search"), repeats: true,
            limits: PlannedLimits(ceiling: .seconds(30))),
        PlannedStep(
            heading: .init(
                id: "rent", role: .run, title: "Rent a line", section: ["Copy an index", "Copy"], line: 35,
                effect: .spend, targets: ["search"]), fate: .undecided(["$nodes.ok"]),
            requests: [request("POST /line", .spend)],
            gate: .init(kinds: [.confirm, .spend], text: "Rent it?", typed: "search"),
            limits: PlannedLimits(ceiling: .seconds(30))),
        PlannedStep(
            heading: .init(id: "tell", role: .manual, title: "Tell them", line: 40),
            gate: .init(kinds: [.manual], text: "Tell them.\nAll of them.", typed: nil)),
        PlannedStep(
            heading: .init(
                id: "other", role: .run, title: "The other way", line: 50, effect: .write, targets: ["search"]),
            fate: .skipped(.notChosen, detail: "`mode` is `new`"), requests: [request("PUT /x")],
            limits: PlannedLimits(ceiling: .seconds(30))),
    ]

    /// The same after its reads were performed.
    static var probed: [PlannedStep] {
        var steps = steps
        steps[0].probe = ProbeResult(.holds, values: [Action.Field("seeds", "[\"a:9300\"]")])
        steps[2].probe = ProbeResult(.differs, detail: ".a is 2, expected 1")
        return steps
    }
}
