import RunbookModel
import RunbookRun
import Testing

@testable import RunbookReport

struct ChangesTests {
    private func action(_ index: Int, _ effect: Effect, _ title: String, on target: String = "remote") -> ActionRecord {
        ActionRecord(target: target, index: index, effect: effect, title: title, content: "")
    }

    private func exchange(_ action: ActionRecord, _ status: Int) -> [(Int, RunEvent)] {
        [
            (0, .actionSent(step: "create", action: action)),
            (
                0,
                .actionResponded(
                    step: "create", target: action.target, index: action.index,
                    response: SampleRun.response(status, "{}"))
            ),
        ]
    }

    @Test func areWhatWasDoneOrMayHaveBeen() throws {
        var events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start())), (0, .attemptStarted(step: "create", attempt: 1)),
        ]
        events += exchange(action(0, .write, "PUT /done"), 200)
        events += [
            (0, .actionSent(step: "create", action: action(1, .write, "PUT /refused"))),
            (0, .actionRefused(step: "create", target: "remote", index: 1, reason: "no connection")),
        ]
        events += exchange(action(2, .write, "PUT /rejected"), 400)
        events += exchange(action(3, .read, "GET /read"), 200)
        events += exchange(action(5, .write, "PUT /moved"), 302)
        events += exchange(action(6, .write, "PUT /broken"), 500)
        events += exchange(action(4, .destroy, "DELETE /done"), 200)
        events += [
            (0, .attemptStarted(step: "last", attempt: 1)),
            (0, .actionSent(step: "last", action: action(0, .write, "PUT /doubt", on: "current"))),
        ]
        let changes = Changes(try #require(try SampleRun.run(events))).targets
        #expect(changes.map(\.target) == ["remote", "current"])
        #expect(changes.map(\.done) == [["PUT /done", "DELETE /done"], []])
        #expect(
            changes.map(\.perhaps) == [
                [Changes.Perhaps(title: "PUT /broken", reason: "it failed with status 500")],
                [Changes.Perhaps(title: "PUT /doubt", reason: "no response came")],
            ])
    }

    /// What came from a gateway is not called silence.
    @Test func namesWhatCameInsteadOfAResponse() throws {
        let changes = Changes(
            try #require(
                try SampleRun.run([
                    (0, .started(SampleRun.start())), (0, .attemptStarted(step: "create", attempt: 1)),
                    (0, .actionSent(step: "create", action: action(0, .write, "PUT /a"))),
                    (
                        0,
                        .outcomeUnknown(
                            step: "create", reason: "status 502", isDoubtful: true,
                            response: SampleRun.response(502, "Bad Gateway"))
                    ),
                ]))
        ).targets
        #expect(
            changes.map { $0.perhaps.map(\.reason) } == [["status 502 came, which does not say whether it was done"]])
    }
}
