import RunbookReport
import RunbookRun
import Testing

struct LiveStatusTests {
    private let began = ContinuousClock.now

    /// The line after some events of one step, so long after its beginning.
    private func line(_ events: [RunEvent], after elapsed: Duration, width: Int = 80) throws -> String? {
        var state = try SampleRun.state([(0, .started(SampleRun.start()))])
        var status = LiveStatus()
        for event in events {
            status.apply(event, now: began, before: state)
            try state.apply(event, at: Timestamp(milliseconds: 1_795_252_323_000))
        }
        return status.line(now: began + elapsed, width: width)?.text
    }

    private let waiting: [RunEvent] = [
        .attemptStarted(step: "found", attempt: 1),
        .polled(step: "found", tries: 1, unmet: SampleRun.unmet("0"), response: nil),
    ]

    @Test func nothingGoesOn() throws {
        #expect(try line([], after: .zero) == nil)
        #expect(
            try line([.attemptStarted(step: "last", attempt: 1), .passed(step: "last", values: .init())], after: .zero)
                == nil)
    }

    @Test func aStepTellsHowLongAndWhat() throws {
        let events: [RunEvent] = [
            .attemptStarted(step: "create", attempt: 1), .actionSent(step: "create", action: SampleRun.put),
        ]
        #expect(try line(events, after: .milliseconds(2_900)) == "  … 1  Create an index:  2 s  PUT /twitter")
    }

    @Test func aWaitTellsHowMuchIsLeftAndWhatItLacks() throws {
        #expect(
            try line(waiting, after: .milliseconds(12_400))
                == "  … 2  It is found:  12 s, 48 s left  .hits.total is 0, expected 1")
        #expect(
            try line(waiting, after: .seconds(70))
                == "  … 2  It is found:  1m 10s, 0 s left  .hits.total is 0, expected 1")
    }

    @Test(arguments: [20, 40, 60, 80, 200])
    func itLeavesTheLastColumnFree(_ width: Int) throws {
        let text = try #require(try line(waiting, after: .seconds(12), width: width))
        #expect(text.count < max(width, 30))
    }

    /// A check that is tried on behalf of another step is told of while no step is under way.
    @Test func aCheckThatIsTriedTellsHowLong() throws {
        var state = try SampleRun.state([(0, .started(SampleRun.start()))])
        var status = LiveStatus()
        status.look(at: state.outline(of: "found"), now: began)
        #expect(status.isRunning && status.step(after: .zero, now: began) == nil)
        #expect(
            status.line(now: began + .seconds(4), width: 80)?.text
                == "  … 2  It is found:  4 s  checking whether it passes")
        let start = RunEvent.attemptStarted(step: "create", attempt: 1)
        status.apply(start, now: began, before: state)
        try state.apply(start, at: Timestamp(milliseconds: 1_795_252_323_000))
        #expect(status.line(now: began, width: 80)?.text == "  … 1  Create an index:  0 s")
        status.look(at: nil, now: began)
        status.apply(.passed(step: "create", values: .init()), now: began, before: state)
        #expect(!status.isRunning && status.line(now: began, width: 80) == nil)
    }
}
