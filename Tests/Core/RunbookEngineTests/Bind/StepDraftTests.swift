import OrderedJSON
import RunbookModel
import RunbookPlugin
import Testing

@testable import RunbookEngine

/// What a handler is told of a step.
struct StepDraftTests {
    /// Says in a diagnostic what it was given.
    private struct TellingHandler: Handler {
        let manifest = Manifest(
            name: "telling", version: "1", summary: "Tells what it was given",
            languages: [.init("console", targetKind: "elasticsearch")],
            targetKinds: [.init(name: "elasticsearch", properties: [], requirements: [])], keys: [])

        func prepare(_ step: StepDraft) -> Preparation {
            let message = "\(step.targets.joined(separator: ",")) of \(step.names.joined(separator: ","))"
            return Preparation(actions: [], diagnostics: [Diagnostic("test/draft", .hint, message, at: nil)])
        }

        func perform(_ action: Action, on target: Target?, timeout: Duration) async -> Outcome {
            .unknown(reason: "not performed")
        }
    }

    private func told(_ book: SampleBook) -> [String] {
        Binder.bind(book.runbook, to: HandlerRegistry([TellingHandler()])).diagnostics
            .filter { $0.code == "test/draft" }.map(\.message)
    }

    @Test func knowsTargetsAndNames() {
        var book = SampleBook(targets: ["leader", "follower"])
        book.parameter("index")
        book.add(.run, "GET /a", id: "first", on: ["leader", "follower"], [.capture("uuid!", ".uuid")])
        book.add(.run, "GET /b", on: ["follower"])
        let names = "leader,follower,index,first,uuid"
        #expect(told(book) == ["leader,follower of \(names)", "follower of \(names)"])
    }

    @Test func theOnlyTargetNeedsNoName() {
        var book = SampleBook(targets: ["leader"])
        book.add(.run, "GET /a")
        #expect(told(book) == ["leader of leader"])
    }
}
