import OrderedJSON
import RunbookReport
import RunbookRun
import Testing

struct RunListingTests {
    private let listing = RunListing([
        .init(
            run: "a1", runbook: "one.md", environment: "staging", state: .passed, started: Timestamp(milliseconds: 0)),
        .init(
            run: "b22", runbook: "docs/two\u{1B}.md", environment: "sandbox", state: .waiting,
            started: Timestamp(milliseconds: 1_795_252_323_004), user: "ana", took: .seconds(90),
            waiting: ["switch_dns"]),
        .init(
            run: "a2", runbook: "one.md", environment: "staging", state: .failed, started: Timestamp(milliseconds: 0)),
    ])

    @Test func isATableForPeople() {
        #expect(
            listing.text == """
                RUN  STARTED                   BY   TOOK    STATE                             ENVIRONMENT  RUNBOOK
                b22  21 Nov 2026 09:12:03 UTC  ana  1m 30s  waiting for a person: switch_dns  sandbox      docs/two\\u{1b}.md
                a2   1 Jan 1970 00:00:00 UTC        0 ms    failed                            staging      one.md
                a1   1 Jan 1970 00:00:00 UTC        0 ms    done                              staging      one.md

                """)
    }

    @Test func isAnArrayForPrograms() {
        #expect(listing.json.array?.count == 3)
        #expect(
            listing.json[0]?.text() == #"{"run":"b22","runbook":"docs/two\u001b.md","environment":"sandbox","#
                + #""state":"waiting","started":"2026-11-21T09:12:03.004Z","user":"ana","took_ms":90000,"#
                + #""waiting":["switch_dns"],"waiting_ms":null,"skipped_by_undo":[]}"#)
    }

    @Test func saysThatThereIsNone() {
        #expect(RunListing([]).text == "no runs yet\n")
        #expect(RunListing([]).json.text() == "[]")
    }

    @Test func takesRowsFromRuns() throws {
        let run = try #require(try SampleRun.run(SampleRun.failing))
        #expect(
            run.row(now: Timestamp(milliseconds: 0))
                == RunListing.Row(
                    run: "2026-11-21-7f3c", runbook: "a.md", environment: "sandbox", state: .failed,
                    started: Timestamp(milliseconds: 1_795_252_323_000), user: "ana", took: .milliseconds(60_418)))
    }
}
