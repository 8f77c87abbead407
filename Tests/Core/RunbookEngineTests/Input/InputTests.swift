import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookEngine

struct InputTests {
    private static let declaration = """
        # T

        ```yaml runbook
        version: 1
        targets: { es: { kind: elasticsearch } }
        parameters:
          way: { enum: [a, b], default: b }
          count: { type: integer }
          choice: { enum: [x, y] }
        ```


        """

    private static let document =
        declaration + """
            ## S

            1. How is it?

               ```console run id=look
               GET /look
               ```

            2. [ ] Decide. <!-- runbook: input choice -->

               <!-- runbook: id=decide -->

            3. Way x <!-- runbook: if=choice:x -->

               ```console run id=left
               GET /left
               ```

            4. Way y <!-- runbook: if=choice:y -->

               ```console run id=right
               GET /right/${choice}
               ```
            """

    private func run(_ document: String, _ policy: GatePolicy = GatePolicy(saysYes: false, isDisposable: false))
        -> OutsideRun
    {
        var run = OutsideRun(document)
        run.policy = policy
        return run
    }

    @Test func aPersonDecidesWithTheAnswersInView() async throws {
        let run = run(Self.document)
        run.handler.script("GET /look", .ok(["status": "red"]))
        let done = try await run.start(answers: [.set("y")])
        #expect(done.ending.name == "passed")
        let question = try #require(done.questions.first)
        #expect(question.kinds == [.parameter])
        #expect(question.parameter == "choice")
        #expect(question.choices == ["x", "y"])
        #expect(question.text.contains("red"))
        #expect(run.handler.sent == ["GET /look", "GET /right/y"])
        #expect(done.state.step("left").skipped?.reason == .notChosen)
        #expect(done.state.step("decide").values.captures["choice"] == "y")
    }

    @Test func theAnswerComesBackWithTheRun() async throws {
        let run = run(Self.document)
        run.handler.script("GET /right/y", .refused("no connection"), .ok())
        let stopped = try await run.start(answers: [.set("y")])
        let cut = Array(stopped.events.prefix { !($0.step == "right") })
        let resumed = try await run.perform(after: cut) { runner, _ in await runner.resume(user: "b", host: "h") }
        #expect(resumed.ending.name == "passed")
        #expect(resumed.questions == [])
        #expect(resumed.state.step("left").state == .skipped)
    }

    @Test func withoutAPersonItWaits() async throws {
        let waiting = try await run(Self.document).start()
        #expect(waiting.ending.name == "waiting decide")
        // A yes says nothing of a value, and neither does one that is not allowed.
        for answer in [PersonAnswer.go, .set("z")] {
            #expect(try await run(Self.document).start(answers: [answer]).ending.name == "waiting decide")
        }
    }

    @Test(arguments: [(true, true, "waiting decide"), (true, false, "waiting decide")])
    func yesTakesADefaultAndNothingElse(_ saysYes: Bool, _ isDisposable: Bool, _ ending: String) async throws {
        let policy = GatePolicy(saysYes: saysYes, isDisposable: isDisposable)
        #expect(try await run(Self.document, policy).start().ending.name == ending)
        let text = Self.document.replacing("choice: { enum: [x, y] }", with: "choice: { enum: [x, y], default: y }")
        let done = try await run(text, policy).start()
        #expect(done.ending.name == "passed")
        #expect(done.state.step("decide").answers.map(\.via) == ["--yes"])
        #expect(done.state.step("right").state == .passed)
    }

    @Test func whatIsSkippedDecidesNothing() async throws {
        let done = try await run(Self.document).start(answers: [.skip(reason: "later")])
        #expect(done.ending.name == "passed")
        #expect(done.state.step("left").state == .skipped)
        #expect(done.state.step("right").state == .skipped)
    }

    @Test func aCaptureGivesAParameterItsValueOnce() async throws {
        let document =
            Self.declaration + "## S\n\n```console run id=look\nGET /look\n```\n\n```jq capture\ncount = .n\n```\n\n"
            + "```console run id=use\nGET /use/${count}\n```\n"
        let run = run(document)
        run.handler.script("GET /look", .ok(["n": 3]))
        #expect(try await run.start().ending.name == "passed")
        #expect(run.handler.sent.last == "GET /use/3")
        let other = self.run(document)
        other.handler.script("GET /look", .ok(["n": "many"]))
        let failed = try await other.start()
        #expect(failed.ending.name == "failed look")
        #expect(failed.state.step("look").failure?.code == "capture/unfit")
    }

    @Test(arguments: [
        ("- [ ] x <!-- runbook: input nothing -->", "input/unknown-parameter"),
        ("- [ ] x <!-- runbook: input choice -->\n\n- [ ] y <!-- runbook: input choice -->", "name/duplicate"),
        (
            "```console run if=choice:x\nGET /\n```\n\n- [ ] x <!-- runbook: input choice -->\n\n"
                + "```console run if=choice:y\nGET /2\n```", "value/later"
        ),
    ])
    func saysWhatCannotBe(_ steps: String, _ code: String) throws {
        let book = try IncludedBook(["main.md": Self.declaration + "## S\n\n" + steps])
        #expect(book.errors == [code])
    }

    @Test func aPlanSaysWhereItIsDecided() async throws {
        let book = try IncludedBook(["main.md": Self.document])
        var scope = book.scope
        scope = Scope(
            document: scope.document, binding: scope.binding, targets: [:], values: ValueStore(), choice: [:],
            policy: scope.policy)
        let steps = await PlanRenderer.steps(of: scope, with: FakeExpressions())
        #expect(steps.map(\.fate)[2] == .undecided(["choice is x, decided at decide"]))
        #expect(steps[3].requests.first?.title == "GET /right/(known after decide)")
        #expect(book.binding.lateParameters == ["choice"])
    }

    /// Whoever answered elsewhere was not late: `--yes` has not answered yet.
    @Test func anAnswerFromElsewhereCountsBeforeYes() async throws {
        let text = Self.document.replacing("choice: { enum: [x, y] }", with: "choice: { enum: [x, y], default: x }")
        let waiting = try await run(text).start()
        let digest = try #require(waiting.state.step("decide").question?.digest)
        let resumed = try await run(text, GatePolicy(saysYes: true, isDisposable: false)).perform(
            after: waiting.events, delivered: [(.set("y"), "decide", digest)]
        ) { runner, _ in await runner.resume(user: "b", host: "h") }
        #expect(resumed.ending.name == "passed")
        #expect(resumed.state.step("decide").answers.map(\.by) == ["ben"])
        #expect(resumed.state.step("decide").lateAnswers.isEmpty)
        #expect(resumed.state.step("right").state == .passed)
    }
}
