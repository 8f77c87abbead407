import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookReport

struct PlanTextTests {
    private func text(_ view: PlanView, isFull: Bool = false, isPlain: Bool = false) -> String {
        PlanText(view, isFull: isFull, isPlain: isPlain).lines.map(\.text).joined(separator: "\n")
    }

    @Test func writesEveryKindOfStep() {
        let view = SamplePlan.view(SamplePlan.steps, earlier: [.seconds(9), .seconds(2), .seconds(4)])
        #expect(
            text(view) == """
                Plan of a.md in the environment staging (protected). No target was contacted.
                Copy an index
                  search      https://search:9200, user ana, password from env:SEARCH, the certificate is not verified
                  parameters  index=orders (option), size=3, password=*** (env:PASSWORD)

                Before
                  ? 1  read     search  nodes
                        Ask for the nodes
                        GET /_cat/nodes
                        gives seeds

                Copy
                  + 2a write    search  create  unless `exists` passes
                        Create it
                        PUT /orders
                        {
                          "a": 1
                        }
                  ? 2b read     search  exists  waits up to 90s, must pass for 5s
                        It is there
                        GET /orders
                        expects {"a":1}
                        expects that .b > 1
                        expects the same .c on all
                        expects status 200,404
                  !    destroy  search  drop    acts in every run
                        Drop the old one
                        DELETE /old
                        asks first: Drop the old one (type `search`)
                  +    spend    search  rent    only when `$nodes.ok`, costs money, a second run sends it again
                        Rent a line
                        POST /line
                        asks first: Rent it? (type `search`)

                  ☐    person           tell
                        Tell them.
                        All of them.
                  -    write    search  other   skipped: not chosen: `mode` is `new`

                Asks a person first:                  drop, rent, tell
                Would be sent again by a second run:  rent
                Acts in every run:                    drop
                Destroys, and cannot be undone:       drop
                Has no undo:                          create, rent
                Time: at most 3m 30s, plus the time that people need; usually 4.0 s (median of 3 earlier runs that passed).
                Plan: 1 read, 1 write, 1 spend, 1 destroy, 1 wait, 1 manual, 1 skipped; 3 ask a person; 1 decided during the run.
                """)
    }

    @Test func tellsWhatTheReadsSay() {
        let text = text(SamplePlan.view(SamplePlan.probed))
        #expect(text.contains("Only reads were sent."))
        #expect(text.contains("✓ 1  read     search  nodes   passes now\n"))
        #expect(text.contains("now: seeds = [\"a:9300\"]"))
        #expect(text.contains("~ 2a write    search  create  `exists` does not pass"))
        #expect(text.contains("? 2b read     search  exists  does not pass now, waits up to 90s"))
        #expect(text.contains("now: .a is 2, expected 1"))
        #expect(text.hasSuffix("; now 1 of 2 reads pass, 0 already done."))
    }

    @Test(arguments: [(ProbeResult.State.holds, "="), (.missing, "+"), (.differs, "~"), (.unknown, "+")])
    func marksWhatItsCheckSays(_ state: ProbeResult.State, _ mark: String) {
        var steps = SamplePlan.steps
        steps[2].probe = ProbeResult(state)
        let view = SamplePlan.view(steps)
        #expect(view.mark(steps[1]).text() == mark)
    }

    @Test(arguments: [
        (ProbeResult.State.missing, "+", "does not exist now"), (.differs, "~", "has another state now"),
        (.holds, "=", "already has this result"), (.unknown, "+", "state not known now"),
        (.notAsked, "?", "state not known now"), (.fails, "✗", "would fail now"),
    ])
    func tellsWhatAStepWouldFind(_ state: ProbeResult.State, _ mark: String, _ words: String) {
        let step = PlannedStep(
            heading: .init(id: "a", role: .run, title: "A", line: 1, effect: .write),
            requests: [SamplePlan.request("PUT /a")], probe: ProbeResult(state, detail: "3 zones"))
        let view = SamplePlan.view([step])
        let isDone = state == .holds
        let fate = isDone ? "already done" : "a second run sends it again"
        #expect(text(view).contains("\n  \(mark) write  a  \(fate)\n"))
        #expect(text(view).contains("\n        \(words): 3 zones\n"))
        #expect(!text(view).contains("  now: 3 zones"))
        #expect(view.summary.hasSuffix("; now 0 of 0 reads pass, \(isDone ? 1 : 0) already done."))
    }

    @Test func needsNothingButASCIIWhereThatIsAsked() {
        let text = text(SamplePlan.view(SamplePlan.probed), isPlain: true)
        #expect(text.first { !$0.isASCII } == nil)
        #expect(text.contains("\n  v 1  read"))
        #expect(text.contains("\n  o    person"))
    }

    @Test func foldsLongRequestsAndCountsTheRest() {
        let body = (1...40).map { "line \($0)" }.joined(separator: "\n")
        let step = PlannedStep(
            heading: .init(id: "a", role: .run, title: "A", line: 1, effect: .write),
            requests: [SamplePlan.request("PUT /a", body: body)])
        let folded = text(SamplePlan.view([step]))
        #expect(folded.contains("line 9\n        … 31 more lines (--full shows them)\n"))
        #expect(!folded.contains("line 10"))
        #expect(text(SamplePlan.view([step]), isFull: true).contains("line 40\n"))
    }

    @Test func steersNoTerminal() {
        let hostile = "a\u{1B}[2Jb\u{202E}c\nd\re"
        let step = PlannedStep(
            heading: .init(
                id: hostile, role: .run, title: hostile, number: hostile, section: [hostile], line: 1, effect: .write,
                targets: [hostile]), fate: .undecided([hostile]),
            requests: [SamplePlan.request(hostile, body: hostile)], expectations: [.init(kind: .expect, text: hostile)],
            gives: [hostile], gate: .init(kinds: [.confirm], text: hostile, typed: hostile), unless: hostile,
            probe: ProbeResult(.differs, detail: hostile, values: [Action.Field(hostile, hostile)]))
        let plan = SamplePlan.plan(
            [step], title: hostile, file: hostile,
            parameters: [.init(name: hostile, value: .string(hostile), isSecret: false, source: hostile)])
        for isFull in [true, false] {
            let lines = PlanText(PlanView(plan, hash: "h"), isFull: isFull).lines.map(\.text)
            for line in lines {
                #expect(line.unicodeScalars.allSatisfy { $0.value >= 0x20 && $0.value != 0x202E }, "\(line)")
            }
        }
    }

    @Test func medianOfAnEvenNumberLiesBetween() {
        #expect(SamplePlan.view([], earlier: [.seconds(4), .seconds(2)]).usual == .seconds(3))
        #expect(SamplePlan.view([]).usual == nil)
    }

    @Test func tellsWhatWouldBeSkippedNow() {
        var steps = SamplePlan.steps
        steps[4].probe = ProbeResult(.skipped, detail: "`$nodes.ok` is false")
        let text = text(SamplePlan.view(steps))
        #expect(text.contains("\n  -    spend    search  rent    skipped now: `$nodes.ok` is false\n"), "\(text)")
        #expect(!text.contains("state not known now"))
    }

    /// A check that passes, and that a resource is not there, would read as a contradiction.
    @Test func aStepWhoseCheckPassesLooksForNothing() {
        var steps = SamplePlan.steps
        steps[1].probe = ProbeResult(.missing)
        steps[2].probe = ProbeResult(.holds)
        let text = text(SamplePlan.view(steps))
        #expect(text.contains("already done, `exists` passes"))
        #expect(!text.contains("does not exist now"))
    }
}
