import OrderedJSON
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookEngine

struct PlanRendererTests {
    /// The steps of a plan, by id.
    static func steps(
        of book: SampleBook, values: [String: JSON] = [:], choice: [String: String] = [:]
    ) async -> [String: PlannedStep] {
        let steps = await list(of: book, values: values, choice: choice)
        return Dictionary(steps.map { ($0.id, $0) }) { first, _ in first }
    }

    static func list(
        of book: SampleBook, values: [String: JSON] = [:], choice: [String: String] = [:]
    ) async -> [PlannedStep] {
        var store = ValueStore()
        for (name, value) in values { store.set(name, to: value) }
        let scope = Scope(
            document: .init(file: "a.md", sha256: ""), binding: book.binding(), targets: [:], values: store,
            choice: choice,
            policy: GatePolicy(saysYes: false, isDisposable: false))
        return await PlanRenderer.steps(of: scope, with: FakeExpressions())
    }

    private func skip(_ step: PlannedStep?) -> String? {
        if case .skipped(let reason, let detail) = step?.fate { "\(reason.rawValue): \(detail)" } else { nil }
    }

    @Test func rendersWhatIsKnownAndSaysWhenTheRestIs() async throws {
        var book = SampleBook()
        book.parameter("index")
        book.parameter("later")
        book.parameter("password", isSecret: true)
        book.add(.run, "GET /nodes", id: "nodes", [.capture("seeds", ".")])
        book.add(
            .run,
            "PUT /${index}/${later} "
                + "{\"s\":\"${seeds}\",\"n\":\"${nodes.a}\",\"p\":\"${password}\",\"u\":\"${es.url}\"}",
            id: "write")
        let steps = await Self.steps(of: book, values: ["index": "a b"])
        let request = try #require(steps["write"]?.requests.first)
        #expect(request.title == "PUT /a b/(later has no value yet)")
        #expect(request.fields.first { $0.name == "path" }?.value == "/a%20b/(later has no value yet)")
        #expect(
            request.fields.first { $0.name == "body" }?.value
                == """
                {"s":"(known after nodes)","n":"(known after nodes)","p":"${password}","u":"(es.url, known during the run)"}
                """)
        #expect(steps["nodes"]?.gives == ["seeds"])
    }

    @Test func rendersASecretByItsNameWhetherThereIsAValueOrNot() async throws {
        var book = SampleBook()
        book.parameter("password", isSecret: true)
        book.add(.run, "PUT /a {\"p\":\"${password}\"}", id: "write")
        let without = await Self.list(of: book)
        let with = await Self.list(of: book, values: ["password": "hunter22"])
        #expect(without == with)
        #expect(with[0].requests[0].fields.last?.value == "{\"p\":\"${password}\"}")
    }

    @Test func saysWhatCannotStandThereAndWhatIsMissing() async {
        var book = SampleBook()
        book.parameter("list", kind: .object)
        book.add(.run, "GET /${list}/${list.none}", id: "read")
        let steps = await Self.steps(of: book, values: ["list": ["a": 1]])
        #expect(
            steps["read"]?.requests[0].fields[1].value
                == "/(list is object, which is not allowed here)/(list.none has no value)")
    }

    @Test func skipsWhatIsNotChosenAndWhatNeedsIt() async {
        var book = SampleBook()
        book.parameter("mode", choices: ["a", "b"])
        func only(_ value: String) -> (inout StepKeys) -> Void {
            { keys in
                keys.alternatives = [
                    Alternative(parameter: SampleBook.located("mode"), values: [SampleBook.located(value)])
                ]
            }
        }
        book.add(.run, "GET /a", id: "first", [.capture("x", ".")], only("a"))
        book.add(.run, "GET /b", id: "second", [.capture("x", ".")], only("b"))
        book.add(.run, "GET /c/${x}", id: "user")
        book.add(.run, "GET /d/${first.a}", id: "needs")
        book.add(.run, "GET /e/${needs.a}", id: "needs_that")
        let steps = await Self.steps(of: book, choice: ["mode": "b"])
        #expect(skip(steps["first"]) == "not-chosen: `mode` is `b`")
        #expect(steps["second"]?.fate == .taken)
        #expect(steps["user"]?.requests[0].title == "GET /c/(known after second)")
        #expect(skip(steps["needs"]) == "needs-skipped: it needs `first` of the skipped step `first`")
        #expect(skip(steps["needs_that"]) == "needs-skipped: it needs `needs` of the skipped step `needs`")
    }

    @Test func decidesConditionsWhoseValuesAreKnown() async {
        var book = SampleBook()
        book.parameter("size", kind: .integer)
        book.parameter("password", isSecret: true)
        func when(_ text: String) -> (inout StepKeys) -> Void { { $0.conditions = [SampleBook.filter(text)] } }
        book.add(.run, "GET /", id: "nodes")
        book.add(.run, "GET /a", id: "holds", [], inside: nil, when("$size == 1"))
        book.add(.run, "GET /b", id: "fails", [], inside: nil, when("$size == 2"))
        book.add(.run, "GET /c", id: "later", [], inside: nil, when("$nodes.ok"))
        book.add(.run, "GET /d", id: "secret", [], inside: nil, when("$password == 1"))
        let steps = await Self.steps(of: book, values: ["size": 1])
        #expect(steps["holds"]?.fate == .taken)
        #expect(skip(steps["fails"]) == "when: `$size == 2` is false")
        #expect(steps["later"]?.fate == .undecided(["$nodes.ok"]))
        #expect(steps["secret"]?.fate == .undecided(["$password == 1"]))
    }

    @Test func skipsTheChecksOfASkippedManualStep() async {
        var book = SampleBook()
        book.parameter("mode", choices: ["a", "b"])
        let manual = book.add(.manual, "Turn the wheel", id: "wheel") { keys in
            keys.alternatives = [Alternative(parameter: SampleBook.located("mode"), values: [SampleBook.located("a")])]
        }
        book.add(.verify, "GET /", id: "turned", inside: manual)
        let steps = await Self.steps(of: book, choice: ["mode": "b"])
        #expect(skip(steps["turned"]) == "not-chosen: it belongs to a step that was skipped")
    }

    @Test func tellsGatesTimesAndRepetitions() async {
        var book = SampleBook(targets: ["es", "other"])
        book.add(.run, "DELETE /a", id: "drop", on: ["es", "other"]) { $0.repeats = true }
        book.add(.run, "PUT /a", id: "make", on: ["es"]) { keys in
            keys.confirm = SampleBook.template("Now?")
            keys.timeout = SampleBook.located(.seconds(5))
        }
        book.add(.run, "PUT /b", id: "unless", on: ["es"]) { $0.unless = SampleBook.located(.step("made")) }
        book.add(.verify, "GET /a", id: "made", on: ["es"]) { keys in
            keys.within = SampleBook.located(.seconds(90))
            keys.holdsFor = SampleBook.located(.seconds(3))
        }
        book.add(.manual, "Look at it", id: "look")
        book.add(.run, "MAKE /c", id: "wish", on: ["es"])
        let steps = await Self.steps(of: book)
        #expect(steps["wish"]?.isSentAgain == false)
        #expect(steps["drop"]?.gate == .init(kinds: [.destroy], text: "Step 1", typed: "es,other"))
        #expect(steps["drop"]?.isSentAgain == false)
        #expect(steps["make"]?.gate == .init(kinds: [.confirm], text: "Now?", typed: nil))
        #expect(steps["make"]?.isSentAgain == true)
        #expect(steps["make"]?.limits == PlannedLimits(ceiling: .seconds(5)))
        #expect(steps["unless"]?.unless == "made")
        #expect(steps["unless"]?.isSentAgain == false)
        #expect(
            steps["made"]?.limits
                == PlannedLimits(ceiling: .seconds(90), every: .seconds(2), holdsFor: .seconds(3)))
        #expect(steps["look"]?.gate == .init(kinds: [.manual], text: "Look at it", typed: nil))
        #expect(steps["look"]?.limits == PlannedLimits())
    }

    @Test func standsInTheOrderOfTheRun() async {
        var book = SampleBook()
        book.add(.run, "GET /a", id: "late") { $0.needs = [SampleBook.located("early")] }
        book.add(.run, "GET /b", id: "early") { $0.needs = [] }
        #expect(await Self.list(of: book).map(\.id) == ["early", "late"])
    }
}
