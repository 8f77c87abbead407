import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookEngine

struct SkipTests {
    private func taken(_ value: String) -> Alternative {
        Alternative(parameter: SampleBook.located("method"), values: [SampleBook.located(value)])
    }

    private func run(_ book: SampleBook) -> TestRun {
        var run = TestRun(book)
        run.choice = ["method": "a"]
        run.values.set("flag", to: false)
        return run
    }

    @Test func leavesOutWhatWasNotChosen() async throws {
        var book = SampleBook()
        book.parameter("method", choices: ["a", "b"])
        book.add(.run, "PUT /a", id: "one") { $0.alternatives = [taken("a")] }
        book.add(.run, "PUT /b", id: "two") { $0.alternatives = [taken("b")] }
        let run = run(book)
        #expect(await run.start().name == "passed")
        #expect(run.handler.sent == ["PUT /a"])
        #expect(try run.step("two").skipped?.reason == .notChosen)
    }

    @Test(arguments: [("true", nil), ("false", SkipReason.condition), ("$flag", .condition)])
    func obeysWhen(filter: String, reason: SkipReason?) async throws {
        var book = SampleBook()
        book.parameter("flag", kind: .boolean)
        book.add(.run, "PUT /a", id: "one") { $0.conditions = [SampleBook.filter(filter)] }
        let run = run(book)
        #expect(await run.start().name == "passed")
        #expect(try run.step("one").skipped?.reason == reason)
    }

    @Test(arguments: [("3", "when/not-a-test"), ("fail: no", "when/error"), ("none", "when/not-a-test")])
    func failsWhenAConditionIsNoTest(filter: String, code: String) async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "one") { $0.conditions = [SampleBook.filter(filter)] }
        let run = run(book)
        #expect(await run.start().name == "failed one")
        #expect(try run.step("one").failure?.code == code)
        #expect(run.handler.sent.isEmpty)
    }

    @Test func spreadsAlongValuesAndNeverAlongTheOrder() async throws {
        var book = SampleBook()
        book.add(.run, "GET /a", id: "giver", [.capture("x", ".x")]) { keys in
            keys.conditions = [SampleBook.filter("false")]
        }
        book.add(.run, "PUT /${x}", id: "sends", [.capture("y", ".y")])
        book.add(.run, "PUT /b", id: "judges", [.assert("$x == 1")])
        book.add(.run, "PUT /${y}", id: "follows")
        book.add(.run, "PUT /c", id: "other")
        let run = run(book)
        #expect(await run.start().name == "passed")
        #expect(run.handler.sent == ["PUT /c"])
        let reasons = try ["sends", "judges", "follows"].map { try run.step($0).skipped?.reason }
        #expect(reasons == [.needsSkipped, .needsSkipped, .needsSkipped])
        #expect(try run.step("sends").skipped?.detail == "it needs `x` of the skipped step `giver`")
    }
}
