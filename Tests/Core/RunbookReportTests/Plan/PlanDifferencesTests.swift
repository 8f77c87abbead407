import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookReport

struct PlanDifferencesTests {
    private static let plan = SamplePlan.plan(SamplePlan.probed).json

    private static func edited(_ change: (inout JSONObject) -> Void) -> JSON {
        var object = plan.object ?? JSONObject()
        change(&object)
        return .object(object)
    }

    /// The plan with a member of an element of a list replaced.
    private static func edited(_ list: String, _ index: Int, _ member: String, _ value: JSON?) -> JSON {
        edited { plan in
            var elements = plan[list]?.array ?? []
            var element = elements[index].object ?? JSONObject()
            element[member] = value
            elements[index] = .object(element)
            plan[list] = .array(elements)
        }
    }

    @Test func nothingDiffersFromItself() {
        #expect(PlanDifferences.between(Self.plan, Self.plan).isEmpty)
        #expect(
            PlanDifferences.between(Self.plan, SamplePlan.plan(SamplePlan.steps).json, ignoringProbes: true).isEmpty)
    }

    struct Edit: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let plan: JSON
    }

    private static let edits = [
        Edit(testDescription: "document: its text changed", plan: edited { $0["document"] = "d2" }),
        Edit(testDescription: "version of the tool", plan: edited { $0["tool"] = "2" }),
        Edit(testDescription: "title", plan: edited { $0["title"] = "Other" }),
        Edit(
            testDescription: "environment: the text of its file changed",
            plan: edited { $0["environment"] = .object(changed($0["environment"], "sha256", "e2")) }),
        Edit(
            testDescription: "environment: protected",
            plan: edited { $0["environment"] = .object(changed($0["environment"], "protected", false)) }),
        Edit(testDescription: "target search: address", plan: edited("targets", 0, "address", "https://other")),
        Edit(testDescription: "target search: verified", plan: edited("targets", 0, "verified", nil)),
        Edit(testDescription: "parameter index: value", plan: edited("parameters", 0, "value", "other")),
        Edit(testDescription: "parameter password: secret", plan: edited("parameters", 2, "secret", "command")),
        Edit(testDescription: "plugin console: manifest", plan: edited("plugins", 0, "manifest", "m2")),
        Edit(testDescription: "plugin console: executable", plan: edited("plugins", 0, "executable", "x")),
        Edit(testDescription: "step nodes (line 7): answer", plan: edited("steps", 0, "answer", "missing")),
        Edit(testDescription: "step nodes (line 7): effect", plan: edited("steps", 0, "effect", "write")),
        Edit(testDescription: "step drop (line 30): asks", plan: edited("steps", 3, "asks", nil)),
        Edit(testDescription: "step x: removed", plan: edited("steps", 3, "id", "x")),
        Edit(testDescription: "the plan contains something unknown", plan: edited("steps", 0, "line", 8)),
        Edit(testDescription: "further", plan: edited { $0["further"] = 1 }),
        Edit(
            testDescription: "the plan contains something unknown",
            plan: edited {
                $0 = JSONObject([("title", "X")].map { ($0.0, .string($0.1)) } + $0.map { ($0.name, $0.value) })
            }),
        Edit(
            testDescription: "steps: their order changed",
            plan: edited { $0["steps"] = .array(($0["steps"]?.array ?? []).reversed()) }),
        Edit(
            testDescription: "steps: not a valid list",
            plan: edited { plan in plan["steps"] = .array((plan["steps"]?.array ?? []) + (plan["steps"]?.array ?? [])) }
        ),
        Edit(testDescription: "steps: not a valid list", plan: edited { $0["steps"] = [1, 2] }),
        Edit(testDescription: "step nodes (line 7): added", plan: edited { $0["steps"] = [] }),
        Edit(testDescription: "step nodes (line 7): added", plan: edited { $0["steps"] = "none" }),
    ]

    private static func changed(_ json: JSON?, _ member: String, _ value: JSON) -> JSONObject {
        var object = json?.object ?? JSONObject()
        object[member] = value
        return object
    }

    @Test(arguments: edits)
    func everyEditIsFoundAndNamed(_ edit: Edit) {
        let places = PlanDifferences.between(edit.plan, Self.plan).map(\.place)
        #expect(places.contains(edit.testDescription), "\(places)")
    }

    @Test func ofLongTextsOnlyTheLinesAreTold() {
        let plan = Self.edited("steps", 1, "requests", [["fields": ["body": "{\n  \"a\": 2\n}\n"]]])
        let before = Self.edited("steps", 1, "requests", [["fields": ["body": "{\n  \"a\": 1\n}\n"]]])
        #expect(
            PlanDifferences.between(before, plan) == [
                PlanDifference(
                    place: "step create (line 12): requests[0].fields.body, line 2", before: "  \"a\": 1",
                    after: "  \"a\": 2")
            ])
    }

    @Test func theListIsBounded() {
        let differences = (1...60).map { PlanDifference(place: "p\($0)", before: "a\nb", after: nil) }
        let lines = PlanDifferences.text(differences)
        #expect(lines.count == 101)
        #expect(lines.prefix(2) == ["  p1", "    - a b"])
        #expect(lines.last == "  and 10 more")
    }
}
