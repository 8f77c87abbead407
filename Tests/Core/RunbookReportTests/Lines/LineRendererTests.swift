import OrderedJSON
import RunbookModel
import RunbookReport
import RunbookRun
import Testing

struct LineRendererTests {
    private func text(_ events: [(Int, RunEvent)], width: Int = 100) throws -> String {
        try SampleRun.lines(events, width: width).map(\.text).joined(separator: "\n")
    }

    @Test func tellsARunThatFails() throws {
        #expect(
            try text(SampleRun.failing) == """
                SANDBOX: Connect two clusters
                run 2026-11-21-7f3c of a.md, by ana
                  remote      Elasticsearch 7.0.0 at http://127.0.0.1:9200
                  parameters  index=twitter (option), password=*** (env:PASSWORD)

                Set up
                  -     Both clusters belong to one account.  skipped, no console for manual steps
                  ✓ 1   Create an index:                      remote   PUT /twitter                0.4 s
                  - 1a  By its endpoint                       skipped, not chosen: seeds_by is nodes

                Verify
                  … 2   It is found:                          current
                        waiting up to 1m: .hits.total is 0, expected 1
                        after 30 s, 14 tries: .hits.total is 2, expected 1
                  ✗ 2   failed after 1m 0s, 14 tries

                failed[expect/unmet]: the answer is not as expected
                  --> a.md:20
                   |
                20 |    { "hits": { "total": 1 } }
                   |
                step 2 `found` in “Verify”
                differs:
                  .hits.total is 2, expected 1
                request to current:
                  POST /one:twitter/_search
                response: 200 after 20 ms:
                  {
                    "hits": {
                      "total": 2
                    }
                  }
                the same request as a command:
                  curl -XPOST "$CURRENT/one:twitter/_search"

                changes so far:
                  remote: PUT /twitter
                after fixing the cause:
                  runbook exec /srv/a.md -p index=twitter

                failed: step 2 found (a.md:20): .hits.total is 2, expected 1
                SANDBOX: failed after 1m 0s, 5 steps: 1 done, 2 skipped, 1 failed, 1 not reached; 1 change on remote
                """)
    }

    @Test func tellsARunThatWaitsAndGoesOn() throws {
        let manual = Question(kinds: [.manual], text: "Both clusters …", actions: [], typed: nil, digest: "d1")
        let confirm = Question(
            kinds: [.confirm], text: "Create it?", actions: ["remote: PUT /twitter"], typed: nil, digest: "d2")
        let events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start(isSandbox: false, parameters: []))),
            (0, .asked(step: "account", question: manual)),
            (0, .finished(phase: .waiting, signal: nil)),
            (60_000, .resumed(user: "ben", host: "ops2")),
            (1_000, .answered(step: "account", answer: .go, digest: "d1", by: "ben", via: "confirm")),
            (0, .asked(step: "create", question: confirm)),
            (2_000, .answered(step: "create", answer: .go, digest: "d2", by: "ben", via: "terminal")),
            (0, .attemptStarted(step: "create", attempt: 1)),
            (0, .actionSent(step: "create", action: SampleRun.put)),
            (250, .actionRefused(step: "create", target: "remote", index: 0, reason: "connection refused")),
            (0, .actionSent(step: "create", action: SampleRun.put)),
            (0, .actionRefused(step: "create", target: "remote", index: 0, reason: "connection refused")),
            (0, .actionSent(step: "create", action: SampleRun.put)),
            (0, .actionRefused(step: "create", target: "remote", index: 0, reason: "503")),
            (0, .actionSent(step: "create", action: SampleRun.put)),
            (50, .actionResponded(step: "create", target: "remote", index: 0, response: SampleRun.response(200, "{}"))),
            (0, .passed(step: "create", values: StepValues())),
            (0, .satisfied(step: "by_endpoint", check: "found", values: StepValues(), response: nil)),
            (0, .attemptStarted(step: "found", attempt: 1)),
            (0, .polled(step: "found", tries: 1, unmet: SampleRun.unmet("0"), response: nil)),
            (0, .polled(step: "found", tries: 1, unmet: SampleRun.unmet("0"), response: nil)),
            (2_000, .polled(step: "found", tries: 2, unmet: nil, response: nil)),
            (0, .passed(step: "found", values: StepValues())),
            (0, .attemptStarted(step: "last", attempt: 1)),
            (10, .passed(step: "last", values: StepValues())),
            (0, .finished(phase: .passed, signal: nil)),
        ]
        #expect(
            try text(events) == """
                staging: Connect two clusters
                run 2026-11-21-7f3c of a.md, by ana
                  remote      Elasticsearch 7.0.0 at http://127.0.0.1:9200

                Set up
                  ☐     Both clusters …

                to answer and continue:
                  runbook confirm 2026-11-21-7f3c account --digest d1
                  runbook resume 2026-11-21-7f3c

                staging: waiting for a person after 0 ms, 5 steps: 1 waiting, 4 not reached; nothing changed
                resumed by ben on ops2

                Set up
                  ✓     Both clusters belong to one account.  done, by ben (confirm)
                  ☐ 1   Create an index:
                        Create it?
                          remote: PUT /twitter
                        yes, by ben (terminal)
                        not done: connection refused
                        not done: 503
                  ✓ 1   done, 0.3 s
                  = 1a  By its endpoint                       already done: `found` passes

                Verify
                  … 2   It is found:                          current
                        waiting up to 1m: .hits.total is 0, expected 1
                  ✓ 2   done, 2.0 s, 2 tries
                  ✓ 3   Never reached                         current                              10 ms

                staging: done after 1m 5s, 5 steps: 4 done, 1 already done; 1 change on remote
                """)
    }

    @Test func tellsADoubtASettlementAndAStop() throws {
        let events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start(isSandbox: false, parameters: []))),
            (0, .attemptStarted(step: "create", attempt: 1)),
            (0, .actionSent(step: "create", action: SampleRun.put)),
            (0, .outcomeUnknown(step: "create", reason: "no answer in 30s", isDoubtful: true)),
            (0, .settled(step: "create", applied: false, by: "check", place: nil)),
            (0, .attemptStarted(step: "create", attempt: 2)),
            (1_000, .stopped(step: "create")),
            (0, .finished(phase: .interrupted, signal: 2)),
        ]
        #expect(
            try text(events).components(after: "Set up\n") == """
                  ? 1   Create an index:                      in doubt: no answer in 30s
                  … 1   Create an index:                      remote
                        it was not done (settled by check)
                  · 1   stopped after 1.0 s, attempt 2

                to continue:
                  runbook resume 2026-11-21-7f3c

                staging: interrupted by signal 2 after 1.0 s, 5 steps: 1 stopped, 4 not reached; nothing changed
                """)
    }

    @Test func tellsWhatIsInDoubt() throws {
        let events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start(isSandbox: false, parameters: []))),
            (0, .attemptStarted(step: "create", attempt: 1)),
            (0, .actionSent(step: "create", action: SampleRun.put)),
            (0, .outcomeUnknown(step: "create", reason: "no answer in 30s", isDoubtful: true)),
            (0, .finished(phase: .waiting, signal: nil)),
        ]
        #expect(
            try text(events).components(after: "30s\n\n") == """
                in doubt: the outcome is not known: no answer in 30s
                  --> a.md:7
                  |
                7 |    ```console run on=remote id=create unless
                  |
                step 1 `create` in “Set up”
                request to remote:
                  PUT /twitter
                  {"settings":{}}
                no response came

                changes so far:
                  remote: possibly PUT /twitter (no response came)
                after checking the target:
                  runbook confirm 2026-11-21-7f3c create --digest attempt-1 --applied  # or --not-applied
                  runbook resume 2026-11-21-7f3c

                in doubt: step 1 create (a.md:7): PUT /twitter on remote: no answer in 30s
                staging: waiting for a person after 0 ms, 5 steps: 1 in doubt, 4 not reached; possibly 1 change on
                remote
                """)
    }

    @Test func givesEachPartItsLook() throws {
        let lines = try SampleRun.lines(SampleRun.failing).map { $0.styled(TerminalStyle(isColored: true)) }
        #expect(lines[0] == "\u{1B}[1mSANDBOX: Connect two clusters\u{1B}[0m")
        #expect(lines[6].hasPrefix("  \u{1B}[2m-\u{1B}[0m "))
        #expect(lines[7].hasPrefix("  \u{1B}[32m✓\u{1B}[0m 1   Create an index:"))
        #expect(lines.contains("step 2 \u{1B}[36mfound\u{1B}[0m in “Verify”"))
        #expect(lines.last?.contains("\u{1B}[1;31mfailed\u{1B}[0m") == true)
    }

    /// A gate that `--yes` answers is a step like any other; nobody waits.
    @Test func aGateUnderYesIsOneLine() throws {
        let question = Question(
            kinds: [.confirm], text: "Create it?", actions: ["remote: PUT /twitter"], typed: nil, digest: "d")
        let lines = try SampleRun.lines(
            [
                (0, .started(SampleRun.start(parameters: []))), (0, .asked(step: "create", question: question)),
                (0, .answered(step: "create", answer: .go, digest: "d", by: "ana", via: "--yes")),
                (0, .attemptStarted(step: "create", attempt: 1)),
                (0, .actionSent(step: "create", action: SampleRun.put)),
                (
                    3,
                    .actionResponded(
                        step: "create", target: "remote", index: 0, response: SampleRun.response(200, "{}"))
                ),
                (0, .passed(step: "create", values: StepValues())),
            ], width: 120)
        #expect(
            lines.dropFirst(5).map(\.text) == [
                "  ✓ 1   Create an index:                      remote   PUT /twitter                3 ms, "
                    + "confirmed by `--yes`"
            ])
    }

    @Test func saysThatSomethingIsDestroyedOrPaidFor() throws {
        let question = Question(
            kinds: [.confirm, .destroy, .spend], text: "Create an index:", actions: ["remote: DELETE /x"],
            typed: "remote", digest: "d")
        var renderer = LineRenderer(run: "r")
        _ = renderer.lines(for: .started(SampleRun.start()), at: Timestamp(milliseconds: 0), before: RunState())
        #expect(
            renderer.lines(asking: question, of: SampleRun.steps[1]).map(\.text) == [
                "", "Set up", "  ☐ 1   Create an index:", "          remote: DELETE /x",
                "        This step destroys data or resources.",
                "        This step costs money.",
            ])
        #expect(renderer.lines(asking: question, of: SampleRun.steps[1]).isEmpty)
    }

    /// A wait that sees something else with every try tells it every ten seconds.
    @Test func aRestlessWaitIsToldNowAndThen() throws {
        let polls = (1...30).map { tries -> (Int, RunEvent) in
            (1_000, .polled(step: "found", tries: tries, unmet: SampleRun.unmet(String(tries + 1)), response: nil))
        }
        let start: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start())), (0, .attemptStarted(step: "found", attempt: 1)),
        ]
        let told = try SampleRun.lines(start + polls).filter { $0.text.contains("expected 1") }
        #expect(
            told.map { String($0.text.prefix { $0 != ":" }.drop { $0 == " " }) } == [
                "waiting up to 1m", "after 11 s, 11 tries", "after 21 s, 21 tries",
            ])
        #expect(try SampleRun.lines(start + polls, isLive: true).allSatisfy { !$0.text.contains("expected 1") })
    }

    @Test(arguments: [40, 80, 100, 200])
    func keepsToTheWidth(_ width: Int) throws {
        let title = String(repeating: "索引 and 🚀 ", count: 12)
        let steps = (1...3).map {
            SampleRun.step(
                "s\($0)", .verify, title, number: "\($0)0a", section: "S", line: 1, targets: ["one", "two"],
                template: "GET /" + String(repeating: "x", count: 300), within: .seconds(60))
        }
        let filter = String(repeating: ".a | ", count: 60) + ".b"
        let unmet = StepFailure(
            code: "assert/unmet", message: "m", line: 1, target: "one",
            differences: [.init(path: filter, expected: "true", actual: "false")])
        let lines = try SampleRun.lines(
            [
                (0, .started(SampleRun.start(steps: steps))), (0, .attemptStarted(step: "s1", attempt: 1)),
                (9, .passed(step: "s1", values: StepValues())), (0, .attemptStarted(step: "s2", attempt: 1)),
                (0, .polled(step: "s2", tries: 1, unmet: unmet, response: nil)),
                (90_000, .polled(step: "s2", tries: 45, unmet: nil, response: nil)),
                (0, .passed(step: "s2", values: StepValues())),
                (0, .skipped(step: "s3", reason: .person, detail: String(repeating: "because ", count: 40))),
            ], width: width)
        for line in lines.map(\.text) where line.contains("索") || line.contains("waiting up") {
            #expect(line.reduce(0) { $0 + ($1.isASCII || $1 == "…" || $1 == "✓" ? 1 : 2) } <= max(width, 76), "\(line)")
        }
        let text = lines.map(\.text).joined(separator: " ").split(separator: " ").joined(separator: " ")
        #expect(text.contains("waiting up") && text.contains("on one: ") && text.contains(" is false, expected true"))
    }

    @Test func wrapsProseAndKeepsItsParagraphs() throws {
        let step = OutlineStep(
            heading: .init(
                id: "a", role: .manual, title: "t", number: "7", section: [], line: 1, effect: .read, targets: []),
            prose: "One", template: "", within: nil)
        let question = Question(
            kinds: [.manual], text: "One two three four\nfive six **seven** eight.\n\n- a\n- b", actions: [],
            typed: nil,
            digest: "d")
        let events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start(steps: [step], parameters: []))), (0, .asked(step: "a", question: question)),
            (0, .finished(phase: .waiting, signal: nil)),
        ]
        #expect(
            try text(events, width: 40).components(after: "9200\n").hasPrefix(
                """

                  ☐ 7  One two three four five six seven
                       eight.

                       - a
                       - b

                to answer, run it on a sandbox
                """))
    }

    @Test func keepsTheTerminalFromBeingSteered() throws {
        let evil = "\u{1B}[2J\u{202E}x\ny"
        let step = SampleRun.step("s", .run, evil, section: evil, line: 1, targets: ["t"], template: evil)
        let failure = StepFailure(
            code: "c/d", message: evil, line: 1, target: evil, request: evil, command: evil,
            differences: [.init(path: evil, expected: evil, actual: evil)])
        let question = Question(kinds: [.confirm], text: evil, actions: [evil], typed: nil, digest: "d")
        let events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start(title: evil, steps: [step], isSandbox: false))),
            (0, .asked(step: "s", question: question)),
            (0, .answered(step: "s", answer: .go, digest: "d", by: evil, via: evil)),
            (0, .attemptStarted(step: "s", attempt: 1)),
            (0, .progress(step: "s", text: evil)),
            (0, .polled(step: "s", tries: 1, unmet: failure, response: nil)),
            (0, .failed(step: "s", failure: failure, applied: .no, response: SampleRun.response(500, evil))),
            (0, .unknown(kind: evil, data: .null)),
            (0, .finished(phase: .failed, signal: nil)),
        ]
        for line in try SampleRun.lines(events) {
            #expect(!line.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E }, "\(line)")
        }
        var status = LiveStatus()
        let now = ContinuousClock.now
        let state = try SampleRun.state(Array(events.prefix(1)))
        for (_, event) in events.dropFirst() {
            status.apply(event, now: now, before: state)
            let text = status.line(now: now, width: 200)?.text ?? ""
            #expect(!text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E }, "\(text)")
        }
    }

    @Test func warnsOfCertificatesInTheFirstLines() throws {
        let start = SampleRun.start(isSandbox: false)
        let unverified = RunStart(
            tool: start.tool, user: start.user, host: start.host, document: start.document,
            environment: start.environment,
            targets: [
                .init(
                    .init(name: "remote", kind: "elasticsearch", isVerified: false), address: "https://es:9200",
                    identity: nil,
                    product: nil, properties: JSONObject())
            ], parameters: [], outline: start.outline)
        #expect(
            try SampleRun.lines([(0, .started(unverified))]).prefix(2).map(\.text)
                == ["staging: Connect two clusters", "the certificate of `remote` is not verified"])
    }

    /// A question of which a long filter is the answer says all; what a short one saw helps.
    @Test func aCauseDoesNotRepeatALongFilter() throws {
        let filter =
            "[.Result.whiteIpGroupList[] | select(.groupName == \"default\") | .ips[]] | any(. == \"10.0.0.0/8\")"
        func finding(_ title: String, _ detail: String) -> RunEvent {
            .diagnosed(step: "found", finding: Finding(section: "FAQ", title: title, result: .fails, detail: detail))
        }
        var events = SampleRun.failing
        events.insert((0, finding("Is the range listed?", "\(filter) is false, expected true")), at: events.count - 1)
        events.insert((0, finding("Is it enabled?", ".enabled is false, expected true")), at: events.count - 1)
        let text = try text(events)
        #expect(!text.contains("whiteIpGroupList"), "\(text)")
        #expect(text.contains("causes:\n  Is the range listed?\n  Is it enabled?: .enabled is false, expected true\n"))
        let report = MarkdownReport(try #require(try SampleRun.run(events))).text
        #expect(report.contains("whiteIpGroupList"))
    }
}

extension String {
    /// What stands behind the first occurrence of a text.
    fileprivate func components(after separator: String) -> String {
        split(separator: separator, maxSplits: 1).last.map(String.init) ?? ""
    }
}
