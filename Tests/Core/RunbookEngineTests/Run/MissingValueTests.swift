import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookEngine

/// A value that decides what is run, and that was not kept, is asked for; nothing is left out in silence.
struct MissingValueTests {
    private func book() -> SampleBook {
        var book = SampleBook()
        book.parameter("how", choices: ["red", "green"])
        book.add(.run, "PUT /a", id: "put", [.capture("how", "._id")])
        for color in ["red", "green"] {
            book.add(.run, "PUT /\(color)", id: color) {
                $0.alternatives = [
                    Alternative(
                        parameter: SampleBook.located("how"), values: [SampleBook.located(color)])
                ]
            }
        }
        return book
    }

    @Test func anAlternativeWithoutItsValueIsAskedAbout() async throws {
        let run = TestRun(book())
        run.handler.script("PUT /a", .lost)
        #expect(await run.start().name == "waiting put")
        // A person has looked, and says that it was done; then, that it is done as it should be.
        run.journal.deliver(.applied, to: "put", digest: "attempt-1")
        let second = TestRun(book())
        second.journal.deliver(.applied, to: "put", digest: "attempt-1")
        let ending = try await second.resume(after: run.journal.events)
        #expect(ending.name == "waiting put")
        #expect(second.handler.sent.isEmpty)
        for color in ["red", "green"] { #expect(try second.step(color).state == .pending) }
    }

    /// The question about the value of the first step, of which the response was lost.
    private func asking(_ book: SampleBook) async throws -> TestRun {
        let run = TestRun(book)
        run.handler.script("PUT /a", .lost)
        _ = await run.start()
        let second = TestRun(book)
        second.journal.deliver(.applied, to: "put", digest: "attempt-1")
        _ = try await second.resume(after: run.journal.events)
        let third = TestRun(book)
        if let accept = try second.step("put").question, accept.kinds == [.accept] {
            third.journal.deliver(.go, to: "put", digest: accept.digest)
            _ = try await third.resume(after: second.journal.events)
            return third
        }
        return second
    }

    /// A person who knows the value gives it, and nothing is sent again.
    @Test(arguments: [("green", "PUT /green"), ("red", "PUT /red")])
    func aPersonWhoKnowsTheValueGivesIt(value: String, sent: String) async throws {
        let asked = try await asking(book())
        let question = try #require(try asked.step("put").question)
        #expect(question.kinds == [.repeat] && question.parameter == "how" && question.choices == ["red", "green"])
        let run = TestRun(book())
        run.journal.deliver(.set(value), to: "put", digest: question.digest)
        #expect(try await run.resume(after: asked.journal.events).name == "passed")
        #expect(run.handler.sent == [sent])
        let step = try run.step("put")
        #expect(step.state == .passed && step.values.captures["how"] == .string(value))
        #expect(step.answers.last?.by == "ben" && step.answers.last?.answer == .set(value))
        // The next process knows it, too.
        let last = TestRun(book())
        #expect(try await last.resume(after: run.journal.events).name == "passed")
        #expect(last.handler.sent.isEmpty)
    }

    /// What its declaration does not allow is refused; the question stays.
    @Test func aValueThatTheParameterRefusesIsNotTaken() async throws {
        let asked = try await asking(book())
        let question = try #require(try asked.step("put").question)
        let run = TestRun(book())
        run.journal.deliver(.set("blue"), to: "put", digest: question.digest)
        #expect(try await run.resume(after: asked.journal.events).name == "waiting put")
        #expect(run.handler.sent.isEmpty)
        #expect(try run.step("put").state == .waiting)
    }

    /// Each row: the text that is given for a capture without a declaration, and the path that is sent with it.
    @Test(arguments: [("abc", "PUT /abc"), ("1.50", "PUT /1.50"), (#""7""#, "PUT /7")])
    func aCaptureWithoutADeclarationTakesAnyValue(text: String, sent: String) async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "put", [.capture("found", "._id")])
        book.add(.run, "PUT /${found}", id: "use")
        let asked = try await asking(book)
        let question = try #require(try asked.step("put").question)
        #expect(question.parameter == "found")
        let run = TestRun(book)
        run.journal.deliver(.set(text), to: "put", digest: question.digest)
        #expect(try await run.resume(after: asked.journal.events).name == "passed")
        #expect(run.handler.sent == [sent])
    }

    /// Other users can read a command line, so a secret cannot be given there.
    @Test func theValueOfASecretIsNotAskedFor() async throws {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "put", [.capture("token!", "._id")])
        book.add(.run, "PUT /${token}", id: "use")
        let asked = try await asking(book)
        let question = try #require(try asked.step("put").question)
        #expect(question.kinds == [.repeat] && question.parameter == nil)
    }
}
