import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookEngine

struct InterruptionTests {
    /// A run that is interrupted so often while a request is performed.
    private func run(_ book: SampleBook, during title: String, times: Int = 1) -> TestRun {
        let wish = LateAction()
        let run = TestRun(
            book, onPerform: { action in if action.title == title { for _ in 0..<times { wish.run("") } } })
        let interruption = run.interruption
        wish.set { _ in interruption.interrupt(signal: 2) }
        return run
    }

    @Test func startsNothingNew() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /x", id: "put")
        book.add(.run, "PUT /y", id: "next")
        let run = run(book, during: "PUT /x")
        #expect(await run.start().name == "stopped 2")
        let state = try run.state
        #expect(state.step("put").state == .passed && state.step("next").state == .pending)
        #expect(state.phase == .interrupted && state.signal == 2)
    }

    @Test func cutsAReadInFlight() async throws {
        var book = SampleBook()
        book.add(.verify, "GET /x", id: "v", [.assert(".ok")])
        let run = run(book, during: "GET /x")
        #expect(await run.start().name == "stopped 2")
        #expect(try run.step("v").state == .cancelled)
    }

    @Test func letsAnActionInFlightFinishAndSendsNoneBehindIt() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a\nPUT /b", id: "put")
        let run = run(book, during: "PUT /a")
        #expect(await run.start().name == "stopped 2")
        #expect(run.handler.sent == ["PUT /a"])
        let step = try run.step("put")
        #expect(step.state == .cancelled && step.exchanges.first?.response != nil)
    }

    @Test func cutsAnActionAtTheSecondWishAndDoubtsIt() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /x", id: "put")
        let run = run(book, during: "PUT /x", times: 2)
        #expect(await run.start().name == "stopped 2")
        let state = try run.state
        #expect(state.step("put").state == .inDoubt)
        #expect(state.phase == .waiting)
    }

    @Test func endsAPause() async throws {
        let interruption = Interruption()
        interruption.interrupt(signal: 15)
        let slept = await interruption.cutting(at: .gentle) { Task.isCancelled }
        #expect(slept)
        #expect(interruption.signal == 15 && interruption.level == .gentle)
        let acted = await interruption.cutting(at: .hard) { Task.isCancelled }
        #expect(!acted)
        interruption.interrupt(signal: 2)
        interruption.interrupt(signal: 2)
        #expect(interruption.level == .hard && interruption.signal == 15)
    }
}
