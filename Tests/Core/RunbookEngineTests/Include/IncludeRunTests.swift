import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookEngine

struct IncludeRunTests {
    private let part = """
        ## Make it

        ```console run id=look on=es
        GET /look
        ```

        ```jq capture
        size = .size
        ```

        ```console run id=make on=es again=yes
        PUT /${index}
        ```

        ```console verify id=there on=es within=0s
        GET /${index}/${size}
        ```

        ```jq assert
        .there == true
        ```
        """

    private func main(_ words: String = "", after: String = "GET /after/${made.size}") -> String {
        """
        ## Steps

        1. [x](part.md#make-it) <!-- runbook: include id=made \(words) -->

        2. Then

           ```console run id=after on=es
           \(after)
           ```
        """
    }

    private func run(
        _ files: [String: String], handler: FakeHandler, after events: [RunEvent]? = nil,
        answers: [PersonAnswer] = []
    ) async throws -> (RunEnding, [RunEvent], RunState) {
        let book = try IncludedBook(files, handler)
        #expect(book.errors == [])
        let log = RunLog()
        let journal = FakeJournal(log: log)
        let scope = book.scope
        try await journal.append(events ?? [], isDurable: true)
        let runner = Runner(
            scopes: [scope],
            ports: RunPorts(
                journal: journal, expressions: FakeExpressions(), people: FakePeople(answers, log: log),
                clock: FakeClock(), interruption: Interruption(), observe: { _, _, _ in }),
            state: try TestRun.state(of: events ?? []))
        let ending =
            events == nil
            ? await runner.start(TestRun.start(of: [scope])) : await runner.resume(user: "ana", host: "h")
        return (ending, journal.events, try TestRun.state(of: journal.events))
    }

    private func states(_ state: RunState, _ ids: String...) -> [StepState] { ids.map { state.step($0).state } }

    @Test func itsStepsRunInItsPlaceAndGiveItsValues() async throws {
        let handler = FakeHandler()
        handler.script("GET /look", .ok(["size": 3]))
        handler.script("GET /orders/3", .ok(["there": false]), .ok(["there": false]), .ok(["there": true]))
        let (ending, _, state) = try await run(["main.md": main(), "part.md": part], handler: handler)
        #expect(ending.name == "passed")
        // The check did not hold at first, so all is done.
        #expect(
            handler.sent == [
                "GET /look", "GET /orders/3", "GET /look", "GET /orders/3", "PUT /orders", "GET /orders/3",
                "GET /after/3",
            ])
        #expect(states(state, "made", "made/look", "made/make", "after") == [.passed, .passed, .passed, .passed])
    }

    @Test func allThatHoldsAlreadyIsNotDoneAgain() async throws {
        let handler = FakeHandler()
        handler.script("GET /look", .ok(["size": 3]))
        handler.script("GET /orders/3", .ok(["there": true]))
        let (ending, events, state) = try await run(["main.md": main(), "part.md": part], handler: handler)
        #expect(ending.name == "passed")
        #expect(handler.sent == ["GET /look", "GET /orders/3", "GET /after/3"])
        #expect(states(state, "made", "made/look", "made/make") == [.satisfied, .satisfied, .satisfied])
        #expect(state.step("made").satisfiedBy == "made/there")
        // What it gave is there for whoever goes on.
        let cut = events.prefix { $0.step != "after" }
        let other = FakeHandler()
        let (_, _, resumed) = try await run(["main.md": main(), "part.md": part], handler: other, after: Array(cut))
        #expect(other.sent == ["GET /after/3"])
        #expect(resumed.step("after").state == .passed)
    }

    @Test func aCheckThatNeedsAWriteDoesNotHold() async throws {
        let part = part.replacing("GET /${index}/${size}", with: "GET /${index}/${make.id}")
        let handler = FakeHandler()
        handler.script("GET /look", .ok(["size": 3]))
        handler.script("PUT /orders", .ok(["id": 7]))
        handler.script("GET /orders/7", .ok(["there": true]))
        _ = try await run(["main.md": main(), "part.md": part], handler: handler)
        #expect(handler.sent == ["GET /look", "PUT /orders", "GET /orders/7", "GET /after/3"])
    }

    @Test func aValueOfAWriteThatIsUsedOutsideKeepsItFromHolding() async throws {
        let handler = FakeHandler()
        handler.script("GET /look", .ok(["size": 3]))
        handler.script("GET /orders/3", .ok(["there": true]))
        handler.script("PUT /orders", .ok(["id": 7]))
        let main = main(after: "GET /after/${made.make.id}")
        let (ending, _, _) = try await run(["main.md": main, "part.md": part], handler: handler)
        #expect(ending.name == "passed")
        #expect(handler.sent.contains("PUT /orders"))
        #expect(handler.sent.last == "GET /after/7")
    }

    @Test func withoutACheckItIsNeverDoneAlready() async throws {
        let part = "## Make it\n\n```console run id=look on=es\nGET /look\n```\n\n```jq capture\nsize = .size\n```\n"
        let handler = FakeHandler()
        handler.script("GET /look", .ok(["size": 3]))
        let (_, _, state) = try await run(["main.md": main(), "part.md": part], handler: handler)
        #expect(state.step("made").state == .passed)
    }

    @Test func aCheckThatCannotBeToldDoesNotHold() async throws {
        let handler = FakeHandler()
        handler.script("GET /look", .ok(["size": 3]))
        handler.script("GET /orders/3", .ok([:], status: 503), .ok(["there": true]))
        let (ending, _, _) = try await run(["main.md": main(), "part.md": part], handler: handler)
        #expect(ending.name == "passed")
        #expect(handler.sent.contains("PUT /orders"))
    }

    @Test func whatIsLeftOutLeavesOutItsSteps() async throws {
        let main = main("if=way:b").replacing("id=after on=es", with: "id=after on=es if=way:b")
        let handler = FakeHandler()
        let (ending, _, state) = try await run(["main.md": main, "part.md": part], handler: handler)
        #expect(ending.name == "passed")
        #expect(handler.sent == [])
        #expect(states(state, "made", "made/look", "made/there", "after") == Array(repeating: .skipped, count: 4))
        #expect(state.step("made/look").skipped?.reason == .notChosen)
    }

    @Test func aFailureInsideNamesItsStepAndFile() async throws {
        let handler = FakeHandler()
        handler.script("GET /look", .ok([:], status: 400))
        let (ending, events, state) = try await run(["main.md": main(), "part.md": part], handler: handler)
        #expect(ending.name == "failed made/look")
        #expect(state.step("made/look").failure?.file == "part.md")
        #expect(states(state, "made", "after") == [.pending, .pending])
        // After the cause was fixed it goes on inside.
        let other = FakeHandler()
        other.script("GET /look", .ok(["size": 3]))
        other.script("GET /orders/3", .ok(["there": true]))
        let (resumed, _, _) = try await run(["main.md": main(), "part.md": part], handler: other, after: events)
        #expect(resumed.name == "passed")
        #expect(other.sent == ["GET /look", "GET /orders/3", "PUT /orders", "GET /orders/3", "GET /after/3"])
    }

    @Test func aRunThatDiedInsideGoesOnThere() async throws {
        let handler = FakeHandler()
        handler.script("GET /look", .ok(["size": 3]))
        handler.script("GET /orders/3", .ok(["there": false]), .ok(["there": false]), .ok(["there": true]))
        let (_, events, _) = try await run(["main.md": main(), "part.md": part], handler: handler)
        for count in 1..<events.count {
            let other = FakeHandler()
            other.script("GET /look", .ok(["size": 3]))
            other.script("GET /orders/3", .ok(["there": true]))
            let kept = Array(events.prefix(count))
            let (ending, _, state) = try await run(["main.md": main(), "part.md": part], handler: other, after: kept)
            // A request without a response is settled by the check behind it.
            #expect(ending.name == "passed", "\(count)")
            #expect([.passed, .satisfied].contains(state.step("made/make").state), "\(count)")
        }
    }

    @Test func itsGateIsAskedOnceAndASkipLeavesItOut() async throws {
        let handler = FakeHandler()
        let main = main("confirm=\"Make it?\"", after: "GET /after")
        let (ending, _, state) = try await run(
            ["main.md": main, "part.md": part], handler: handler, answers: [.skip(reason: "no")])
        #expect(ending.name == "passed")
        #expect(states(state, "made", "made/make", "after") == [.skipped, .skipped, .passed])
        #expect(!handler.sent.contains("PUT /orders"))
    }

    @Test func parametersPassByName() async throws {
        let handler = FakeHandler()
        handler.script("GET /look", .ok(["size": 3]))
        let main = """
            ## Steps

            1. Count

               ```console run id=count on=es
               GET /count
               ```

               ```jq capture
               found = .name
               ```

            2. [x](part.md#make-it) <!-- runbook: include index=found -->
            """
        handler.script("GET /count", .ok(["name": "seen"]))
        handler.script("GET /seen/3", .ok(["there": true]))
        let (ending, _, _) = try await run(["main.md": main, "part.md": part], handler: handler)
        #expect(ending.name == "passed")
        #expect(handler.sent.last == "GET /seen/3")
        // A value that its schema refuses is a failure of the include, and nothing is sent.
        let other = FakeHandler()
        other.script("GET /count", .ok(["name": 5]))
        let (failed, _, state) = try await run(["main.md": main, "part.md": part], handler: other)
        #expect(failed.name.hasPrefix("failed steps/"))
        #expect(other.sent == ["GET /count"])
        #expect(state.steps.values.contains { $0.failure?.code == "include/parameter" })
    }

    @Test func severalTargetsAreKeyedByTheNamesOfTheirDocument() async throws {
        let part =
            "## Make it\n\n```console run id=both on=es,other\nGET /both\n```\n\n```jq capture\nsize = .es.n\n```\n"
        let handler = FakeHandler()
        handler.script("es:GET /both", .ok(["n": 1]))
        handler.script("other:GET /both", .ok(["n": 2]))
        let (ending, events, _) = try await run(
            ["main.md": main("es=other other=es"), "part.md": part], handler: handler)
        #expect(ending.name == "passed")
        #expect(handler.sent.last == "GET /after/2")
        let sent = events.compactMap { event -> String? in
            guard case .step("made/both", let sent as ActionSent) = event else { return nil }
            return sent.action.target
        }
        #expect(sent == ["other", "es"])
    }
}
