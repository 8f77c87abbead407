import OrderedJSON
import RunbookModel
import RunbookPlugin
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookEngine

struct ProbeTests {
    /// What the reads of a book came to, and what was sent.
    private func probe(
        _ book: SampleBook, _ script: (FakeHandler) -> Void = { _ in }
    ) async -> (results: [String: ProbeResult], sent: [String]) {
        let run = TestRun(book)
        script(run.handler)
        let scope = Scope(
            document: .init(file: "a.md", sha256: ""), binding: run.binding, targets: [:], values: ValueStore(),
            choice: [:],
            policy: GatePolicy(saysYes: false, isDisposable: false))
        let runner = Runner(
            scopes: [scope],
            ports: RunPorts(
                journal: run.journal, expressions: FakeExpressions(), people: run.people, clock: run.clock,
                interruption: run.interruption, observe: { _, _, _ in }))
        let results = await runner.probe(await PlanRenderer.steps(of: scope, with: FakeExpressions()))
        #expect(run.journal.events.isEmpty)
        return (results, run.handler.sent)
    }

    @Test func sendsOnlyReads() async {
        var book = SampleBook()
        book.add(.run, "GET /nodes", id: "nodes", [.capture("seeds", ".seeds")])
        book.add(.run, "PUT /a", id: "make") { $0.unless = SampleBook.located(.step("made")) }
        book.add(.verify, "GET /a", id: "made")
        book.add(.run, "GET /b\nPUT /b", id: "mixed")
        book.add(.run, "DELETE /a", id: "drop")
        book.add(.run, "GET /c", id: "raised") { $0.effect = SampleBook.located(.write) }
        book.add(.run, "GET /d", id: "gated") { $0.confirm = SampleBook.template("Now?") }
        book.add(.manual, "Turn the wheel", id: "wheel")
        let (results, sent) = await probe(book) { $0.script("GET /nodes", .ok(["seeds": "a:9300"])) }
        #expect(sent == ["GET /nodes", "GET /a"])
        #expect(results["nodes"] == ProbeResult(.holds, values: [Action.Field("seeds", "a:9300")]))
        #expect(results["made"]?.state == .holds)
        #expect(results["gated"]?.state == .notAsked)
        #expect(Set(results.keys) == ["nodes", "made", "gated"])
    }

    @Test func tellsWhatIsMissingFromWhatIsDifferentAndFromWhatCannotBeTold() async {
        var book = SampleBook()
        book.add(.verify, "GET /missing", id: "missing")
        book.add(.verify, "GET /different", id: "different", [.expect("{\"a\":1}")])
        book.add(.verify, "GET /broken", id: "broken")
        book.add(.verify, "GET /refused", id: "refused")
        let (results, sent) = await probe(book) { handler in
            handler.script("GET /missing", .ok([:], status: 404))
            handler.script("GET /different", .ok(["a": 2]))
            handler.script("GET /broken", .ok([:], status: 500))
            handler.script("GET /refused", .refused("no route"))
        }
        #expect(results["missing"]?.state == .missing)
        #expect(results["different"]?.state == .differs)
        #expect(results["different"]?.detail == ".a is 2, expected 1")
        #expect(results["broken"]?.state == .unknown)
        #expect(results["refused"] == ProbeResult(.unknown, detail: "no route"))
        #expect(sent.count == 4)
    }

    @Test func givesValuesToLaterReadsAndAsksNothingWithout() async {
        var book = SampleBook()
        book.add(.run, "GET /nodes", id: "nodes", [.capture("name", ".name")])
        book.add(.run, "PUT /a", id: "make", [.capture("made_id", ".id")])
        book.add(.verify, "GET /by/${name}", id: "by_name")
        book.add(.verify, "GET /by/${made_id}", id: "by_id")
        let (results, sent) = await probe(book) { $0.script("GET /nodes", .ok(["name": "n1"])) }
        #expect(sent == ["GET /nodes", "GET /by/n1"])
        #expect(results["by_id"]?.state == .notAsked)
    }

    /// A person may say something else in the run.
    @Test func readsWithTheValueThatAnInputOffers() async {
        var book = SampleBook()
        book.parameter("place")
        book.parameters[0] = ParameterDeclaration(
            name: book.parameters[0].name, schema: book.parameters[0].schema, description: nil, isSecret: false,
            defaultValue: SampleBook.located("hall", line: 2), examples: [])
        let asked = book.add(.manual, "Where?", id: "asked")
        book.steps[asked].input = SampleBook.located("place")
        book.add(.verify, "GET /at/${place}", id: "there")
        let (results, sent) = await probe(book)
        #expect(sent == ["GET /at/hall"])
        #expect(results["there"]?.state == .holds)
    }

    @Test func asksHandlersWhatAStepWouldFind() async {
        var book = SampleBook()
        book.add(.run, "PUT /a", id: "makes")
        book.add(.run, "PUT /b\nPUT /a", id: "changes")
        book.add(.run, "PUT /c", id: "same")
        book.add(.run, "PUT /d", id: "unsure")
        book.add(.run, "PUT /c", id: "checked") { $0.unless = SampleBook.located(.step("there")) }
        book.add(.verify, "GET /c", id: "there")
        let (results, sent) = await probe(book) { handler in
            handler.scriptProbe("PUT /a", Probe(state: .absent))
            handler.scriptProbe("PUT /b", Probe(state: .different, detail: "3 zones"))
            handler.scriptProbe("PUT /c", Probe(state: .present))
        }
        #expect(sent == ["GET /c"])
        #expect(results["makes"] == ProbeResult(.missing))
        #expect(results["changes"] == ProbeResult(.differs, detail: "3 zones"))
        #expect(results["same"] == ProbeResult(.holds))
        #expect(Set(results.keys) == ["makes", "changes", "same", "checked", "there"])
    }

    /// What a read did not give leaves open what needs it; what something gives that is not there yet does not.
    @Test func saysWhatCouldNotBeLookedFor() async {
        var book = SampleBook()
        book.add(.verify, "GET /state", id: "state", [.assert(".ready"), .capture("network", ".network")])
        book.add(.run, "GET /by/${network}", id: "by_network", [.capture("zone", ".zone")])
        book.add(.run, "MAKE /router", id: "router", [.capture("router_id", ".id")])
        book.add(.run, "MAKE /in/${zone}", id: "unread")
        book.add(.run, "MAKE /of/${router_id}", id: "of_router")
        book.add(.run, "MAKE /of/${router_id}/in/${zone}", id: "of_both")
        book.add(.run, "PUT /cannot", id: "cannot")
        let (results, _) = await probe(book) { handler in
            handler.script("GET /state", .ok(["ready": false]))
            handler.scriptProbe("MAKE /router", Probe(state: .absent))
            handler.scriptProbe(
                "PUT /cannot", Probe(state: .different, detail: "port: 1 -> 2", consequence: .failure))
        }
        #expect(results["by_network"]?.state == .notAsked)
        #expect(results["router"] == ProbeResult(.missing))
        #expect(results["unread"] == ProbeResult(.notAsked, detail: "it needs `zone`, which was not read"))
        #expect(results["of_router"] == nil)
        #expect(results["of_both"] == nil)
        #expect(results["cannot"] == ProbeResult(.fails, detail: "port: 1 -> 2"))
    }

    /// A wish that is fulfilled gives its values, as it will in the run.
    @Test func knowsWhatIsThereAlready() async {
        var book = SampleBook()
        book.add(.run, "MAKE /a", id: "make", [.capture("made_id", ".id")])
        book.add(.verify, "GET /by/${made_id}", id: "by_id")
        let (results, sent) = await probe(book) {
            $0.scriptProbe("MAKE /a", Probe(state: .present, response: .ok(["id": "x1"])))
        }
        #expect(sent == ["GET /by/x1"])
        #expect(results["make"] == ProbeResult(.holds))
        #expect(results["by_id"]?.state == .holds)
    }

    @Test func keepsSecretsToItself() async {
        var book = SampleBook()
        book.add(.run, "GET /token", id: "token", [.capture("token_value!", ".t")])
        book.add(.run, "GET /echo", id: "echo")
        let (results, _) = await probe(book) { handler in
            handler.script("GET /token", .ok(["t": "hunter22"]))
            handler.script("GET /echo", .ok(["said": "hunter22"]))
        }
        #expect(results["token"] == ProbeResult(.holds))
        #expect(results["echo"]?.values.first?.value.contains("hunter22") == false)
    }

    /// What the reads say decides now what the plan left open, for the step and for those that need what it gives.
    @Test func decidesConditionsByWhatWasRead() async {
        var book = SampleBook()
        book.add(.run, "GET /state", id: "state", [.capture("wrong", ".wrong"), .capture("cut", ".cut")])
        book.add(.run, "DELETE /a", id: "drop") { $0.conditions = [SampleBook.filter("$wrong")] }
        book.add(.run, "GET /why", id: "why", [.capture("cause", ".cause")]) {
            $0.conditions = [SampleBook.filter("$wrong")]
        }
        book.add(.verify, "GET /by/${cause}", id: "by_cause")
        book.add(.run, "GET /more", id: "more") { $0.conditions = [SampleBook.filter("$cut")] }
        book.add(.run, "MAKE /b", id: "make") { $0.conditions = [SampleBook.filter("$cut")] }
        book.add(.run, "PUT /c", id: "put", [.capture("made", ".id")])
        book.add(.run, "GET /later", id: "later") { $0.conditions = [SampleBook.filter("$made")] }
        let (results, sent) = await probe(book) { handler in
            handler.script("GET /state", .ok(["wrong": false, "cut": true]))
            handler.scriptProbe("MAKE /b", Probe(state: .absent))
        }
        #expect(sent == ["GET /state", "GET /more"])
        #expect(results["drop"] == ProbeResult(.skipped, detail: "`$wrong` is false"))
        #expect(results["why"]?.state == .skipped)
        #expect(results["by_cause"]?.state == .skipped)
        #expect(results["more"]?.state == .holds)
        #expect(results["make"] == ProbeResult(.missing))
        #expect(results["later"]?.state == .notAsked)
    }
}
