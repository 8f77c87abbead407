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

    /// What was asked for and takes its time may come to be after the step has ended.
    @Test func areWhatIsUnderWay() throws {
        let made = action(0, .spend, "nlb.LoadBalancer")
        let changed = action(1, .spend, "cbn.TransitRouterPeerAttachment")
        var events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start())),
            (
                0,
                .attemptStarted(
                    step: "create", attempt: 1,
                    before: [made.place: Before(isAbsent: true), changed.place: Before(isAbsent: false)])
            ),
        ]
        for (action, reason) in [(made, "was requested"), (changed, "is being changed")] {
            events += [
                (0, .actionSent(step: "create", action: action)),
                (
                    0,
                    .actionRefused(
                        step: "create", target: "remote", index: action.index, reason: reason, isUnderWay: true)
                ),
                (0, .actionSent(step: "create", action: action)),
                (
                    0,
                    .actionRefused(
                        step: "create", target: "remote", index: action.index, reason: "\(action.title) is on its way")
                ),
            ]
        }
        let run = try #require(try SampleRun.run(events))
        let changes = try #require(Changes(run).targets.first)
        #expect(changes.done.isEmpty && changes.dear.isEmpty)
        #expect(
            changes.perhaps
                == [made, changed].map {
                    Changes.Perhaps(title: $0.title, reason: "\($0.title) is on its way")
                })
        // What was there before was paid for before.
        #expect(changes.perhapsDear.map(\.title) == ["nlb.LoadBalancer"])
    }

    /// Only what the run has made is its to pay for.
    @Test(arguments: [nil, true, false] as [Bool?]) func areDearWhereTheyWereMade(wasAbsent: Bool?) throws {
        let action = action(0, .spend, "nlb.LoadBalancer")
        let before = wasAbsent.map { [action.place: Before(isAbsent: $0)] } ?? [:]
        let events: [(Int, RunEvent)] =
            [(0, .started(SampleRun.start())), (0, .attemptStarted(step: "create", attempt: 1, before: before))]
            + exchange(action, 200)
        let run = try #require(try SampleRun.run(events))
        let changes = try #require(Changes(run).targets.first)
        #expect(changes.done == ["nlb.LoadBalancer"])
        #expect(changes.dear == (wasAbsent == false ? [] : ["nlb.LoadBalancer"]))
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
