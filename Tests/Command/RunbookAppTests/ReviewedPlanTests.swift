import Digests
import OrderedJSON
import RunbookModel
import RunbookReport
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookApp

/// A run is held to the plan that people have reviewed.
struct ReviewedPlanTests {
    private static func plan(_ size: JSON = 3, environment: String = "ee") -> Plan {
        Plan(
            tool: "1.0.0", title: "A", document: .init(file: "a.md", sha256: "aa"),
            environment: .init(
                .init(name: "desk", sha256: environment, isSandbox: false, isDisposable: false),
                isProtected: false),
            targets: [],
            parameters: [
                .init(name: "size", value: size, isSecret: false, source: "option"),
                .init(name: "word", value: nil, isSecret: true, source: "env:WORD"),
            ], plugins: [], steps: [])
    }

    private static func read(_ text: String) throws(Diagnostic) -> ReviewedPlan {
        try ReviewedPlan(SourceText(file: "plan.json", text: text))
    }

    private static func written(_ plan: Plan) -> String {
        let hash = SHA256.hex(plan.json.bytes(.canonical))
        return PlanJSON.json(PlanView(plan, hash: hash)).text(.pretty)
    }

    @Test func whatWasWrittenIsReadAndHolds() throws {
        let reviewed = try Self.read(Self.written(Self.plan()))
        #expect(reviewed.hash == SHA256.hex(Self.plan().json.bytes(.canonical)))
        #expect(!reviewed.isProbed)
        #expect(reviewed.differences(from: Self.plan()).isEmpty)
        #expect(reviewed.staleness(of: Self.plan()).isEmpty)
    }

    @Test func anotherPlanDiffers() throws {
        let reviewed = try Self.read(Self.written(Self.plan()))
        let found = reviewed.differences(from: Self.plan(4))
        #expect(found.count == 1)
        #expect(found.first?.before?.contains("3") == true)
        #expect(found.first?.after?.contains("4") == true)
        #expect(!reviewed.differences(from: Self.plan(environment: "ff")).isEmpty)
    }

    @Test(arguments: [
        ("{", "plan/unreadable", true), ("[]", "plan/unreadable", false), ("{\"plan\": {}}", "plan/unreadable", false),
        ("{\"plan\": {\"format\": 99}, \"sha256\": \"x\"}", "plan/unreadable", false),
        (written(plan()).replacing("\"title\": \"A\"", with: "\"title\": \"B\""), "plan/edited", false),
    ])
    func whatWasNotWrittenSoIsRefused(text: String, code: String, hasPlace: Bool) {
        let problem = #expect(throws: Diagnostic.self) { try Self.read(text) }
        #expect(problem?.code == code)
        #expect((problem?.span != nil) == hasPlace)
    }

    /// Each row: what the run is about to begin with, and what was changed.
    @Test(
        arguments: [
            (3, "ee", [], []), (4, "ee", [], ["parameter size"]), (3, "ff", [], ["environment file"]),
            (3, "ee", ["first"], ["fixture"]), (4, "ff", ["first"], ["environment file", "fixture", "parameter size"]),
        ] as [(JSON, String, [String], [String])])
    func whatWasChangedSinceIsTold(size: JSON, environment: String, fixture: [String], changed: [String]) {
        let start = SampleRun.start(
            environmentHash: environment, fixture: fixture,
            parameters: [
                .init(name: "size", value: size, isSecret: false, source: "option"),
                .init(name: "word", value: nil, isSecret: true, source: "env:OTHER"),
            ])
        let found = ReviewedPlan.changes(since: Self.plan(), in: start)
        #expect(found.map(\.place) == changed)
    }
}
