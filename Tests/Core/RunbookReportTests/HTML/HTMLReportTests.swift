import OrderedJSON
import RunbookModel
import RunbookReport
import RunbookRun
import Testing

struct HTMLReportTests {
    private func page(_ events: [(Int, RunEvent)]) throws -> String {
        HTMLReport(try #require(try SampleRun.run(events)), styleHash: "abc=").text
    }

    @Test func tellsFailuresFirst() throws {
        let text = try page(SampleRun.failing)
        let places = try ["What failed", "What was changed", "Outline", "Timeline", "<h2>Steps"].map {
            try #require(text.firstRange(of: $0)).lowerBound
        }
        #expect(places == places.sorted())
        #expect(text.contains("<td><code>.hits.total</code></td><td><code>1</code></td><td><code>2</code></td>"))
        #expect(text.contains("runbook exec /srv/a.md -p index=twitter"))
        #expect(text.contains("<summary><code>PUT /twitter</code> on <code>remote</code> → 200</summary>"))
    }

    @Test func loadsNothing() throws {
        let text = try page(SampleRun.failing)
        #expect(text.contains("default-src 'none'; style-src 'sha256-abc='"))
        for word in ["<script", "<link", "<img", "<iframe", "src=", "@import", "url(", " style=", " on"] {
            let found = text.replacing("style-src=", with: "").contains(word)
            #expect(!found || word == " on" && !text.contains(" onclick"), "\(word)")
        }
    }

    @Test func staysTextWhateverARunHolds() throws {
        let evil = #"</pre></style><script>alert(1)</script><img src=x onerror=alert(1)>"' & \#u{202E}"#
        let step = SampleRun.step(evil, .run, evil, section: evil, line: 1, targets: [evil], template: evil)
        let failure = StepFailure(
            code: evil, message: evil, line: 1, target: evil, request: evil, command: evil,
            differences: [.init(path: evil, expected: evil, actual: evil)])
        let action = ActionRecord(target: evil, index: 0, effect: .write, title: evil, content: evil)
        let events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start(title: evil, steps: [step]))), (0, .attemptStarted(step: evil, attempt: 1)),
            (0, .actionSent(step: evil, action: action)),
            (0, .actionResponded(step: evil, target: evil, index: 0, response: SampleRun.response(200, evil))),
            (0, .warned(step: evil, text: evil)),
            (0, .failed(step: evil, failure: failure, applied: .yes, response: SampleRun.response(500, evil))),
        ]
        let text = try page(events)
        #expect(!text.contains("<script"))
        #expect(!text.contains("<img"))
        #expect(text.ranges(of: "</style>").count == 1)
        #expect(!text.unicodeScalars.contains("\u{202E}"))
        #expect(text.contains("&lt;script&gt;"))
    }

    @Test func tellsWaitingForPeopleApart() throws {
        let question = Question(kinds: [.confirm], text: "Sure?", actions: [], typed: nil, digest: "d")
        let text = try page([
            (0, .started(SampleRun.start())), (0, .asked(step: "create", question: question)),
            (60_000, .answered(step: "create", answer: .go, digest: "d", by: "ben", via: "terminal")),
            (0, .attemptStarted(step: "create", attempt: 1)), (1_000, .passed(step: "create", values: StepValues())),
            (0, .finished(phase: .passed, signal: nil)),
        ])
        #expect(text.contains("1m 0s of 1m 1s was waiting for people."))
        #expect(text.contains("<rect class=\"people\""))
        #expect(text.contains("<rect class=\"work\""))
    }

    @Test func tellsWhatAStepWaitedFor() throws {
        let page = try page(SampleRun.delayed)
        #expect(page.contains("not done yet: cbn.Cen is <code>Creating</code> (2 times in 2.0 s)"), "\(page)")
        #expect(page.contains("not done yet: &lt;b&gt;cbn.Cen is busy"))
    }
}
