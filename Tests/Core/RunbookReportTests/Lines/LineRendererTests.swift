import OrderedJSON
import RunbookModel
import RunbookReport
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
                  -  Both clusters belong to one account.
                     skipped, a disposable environment has no console to do it in
                  1. Create an index:
                     done, 0.4 s
                  1a. By its endpoint
                     skipped, not chosen: seeds_by is nodes

                Verify
                  2. It is found:
                     waits up to 1m: .hits.total is 0, expected 1
                     after 30 s, 14 tries: .hits.total is 2, expected 1
                     failed, 1m 0s: the answer is not as expected

                failed[expect/unmet]: the answer is not as expected
                  --> a.md:20
                   |
                20 |    { "hits": { "total": 1 } }
                   |
                step 2 `found` in “Verify”
                asked current:
                  POST /one:twitter/_search
                the same to paste:
                  curl -XPOST "$CURRENT/one:twitter/_search"
                came back: 200 after 20 ms:
                  {
                    "hits": {
                      "total": 2
                    }
                  }
                differs:
                  .hits.total
                    expected  1
                    actual    2

                changed so far:
                  remote: PUT /twitter
                when the cause is mended:
                  runbook exec a.md -p index=twitter

                SANDBOX: failed after 1m 0s, 5 steps: 1 done, 2 skipped, 1 failed, 1 not reached
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
            (50, .actionAnswered(step: "create", target: "remote", index: 0, answer: SampleRun.answer(200, "{}"))),
            (0, .passed(step: "create", values: StepValues())),
            (0, .satisfied(step: "by_endpoint", check: "found", values: StepValues(), answer: nil)),
            (0, .attemptStarted(step: "found", attempt: 1)),
            (0, .polled(step: "found", tries: 1, unmet: SampleRun.unmet("0"), answer: nil)),
            (0, .polled(step: "found", tries: 1, unmet: SampleRun.unmet("0"), answer: nil)),
            (2_000, .polled(step: "found", tries: 2, unmet: nil, answer: nil)),
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
                  -  Both clusters belong to one account.
                     waiting, for a person

                when it is answered or done:
                  runbook confirm 2026-11-21-7f3c account
                  runbook resume 2026-11-21-7f3c

                staging: waiting for a person after 0 ms, 5 steps: 1 waiting, 4 not reached
                taken on again by ben on ops2

                Set up
                  -  Both clusters belong to one account.
                     done, by ben, confirm
                  1. Create an index:
                     Create it?
                       remote: PUT /twitter
                     waiting, for a person
                     yes (ben, terminal)
                     not done on remote: connection refused
                     done, 0.3 s
                  1a. By its endpoint
                     already so, `found` holds

                Verify
                  2. It is found:
                     waits up to 1m: .hits.total is 0, expected 1
                     done, 2.0 s, 2 tries
                  3. Never reached
                     done, 10 ms

                staging: done after 1m 5s, 5 steps: 4 done, 1 already so
                """)
    }

    @Test func tellsADoubtASettlementAndAStop() throws {
        let events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start(isSandbox: false, parameters: []))),
            (0, .attemptStarted(step: "create", attempt: 1)),
            (0, .actionSent(step: "create", action: SampleRun.put)),
            (0, .lost(step: "create", reason: "no answer in 30s", isDoubtful: true)),
            (0, .settled(step: "create", applied: false, by: "check")),
            (0, .attemptStarted(step: "create", attempt: 2)),
            (1_000, .stopped(step: "create")),
            (0, .finished(phase: .interrupted, signal: 2)),
        ]
        #expect(
            try text(events).components(after: "Set up\n") == """
                  1. Create an index:
                     in doubt, no answer in 30s
                     it was not done (settled by check)
                     attempt 2
                     stopped, 1.0 s

                to go on:
                  runbook resume 2026-11-21-7f3c

                staging: interrupted by signal 2 after 1.0 s, 5 steps: 1 stopped, 4 not reached
                """)
    }

    @Test func saysWhatEachLineIs() throws {
        let roles = try SampleRun.lines(SampleRun.failing).filter { $0.role != .detail }.map(\.role)
        #expect(
            roles == [
                .title, .section, .step, .state(.skipped), .step, .state(.passed), .step, .state(.skipped), .section,
                .step, .state(.failed), .state(.failed), .title,
            ])
    }

    @Test func wrapsProseAndKeepsItsParagraphs() throws {
        let step = OutlineStep(
            id: "a", role: .manual, title: "t", prose: "One two three four\nfive six seven eight.\n\n- a\n- b",
            number: "7",
            section: [], line: 1, effect: .read, targets: [], template: "", within: nil)
        let question = Question(kinds: [.manual], text: "t", actions: [], typed: nil, digest: "d")
        let events: [(Int, RunEvent)] = [
            (0, .started(SampleRun.start(steps: [step], parameters: []))), (0, .asked(step: "a", question: question)),
        ]
        #expect(
            try text(events, width: 40).components(after: "9200\n") == """

                  7. One two three four five six seven
                     eight.

                     - a
                     - b
                     waiting, for a person
                """)
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
            (0, .polled(step: "s", tries: 1, unmet: failure, answer: nil)),
            (0, .failed(step: "s", failure: failure, applied: .no, answer: SampleRun.answer(500, evil))),
            (0, .unknown(kind: evil, data: .null)),
            (0, .finished(phase: .failed, signal: nil)),
        ]
        for line in try SampleRun.lines(events) {
            #expect(!line.text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x202E }, "\(line)")
        }
    }

    @Test func warnsOfCertificatesInTheFirstLine() throws {
        let start = SampleRun.start(isSandbox: false)
        let unverified = RunStart(
            tool: start.tool, user: start.user, host: start.host, document: start.document,
            environment: start.environment,
            targets: [
                .init(
                    name: "remote", kind: "elasticsearch", address: "https://es:9200", identity: nil, product: nil,
                    properties: JSONObject(), isVerified: false)
            ], parameters: [], outline: start.outline)
        #expect(
            try SampleRun.lines([(0, .started(unverified))]).first?.text
                == "staging (the certificate of `remote` is not verified): Connect two clusters")
    }
}

extension String {
    /// What stands behind the first occurrence of a text.
    fileprivate func components(after separator: String) -> String {
        split(separator: separator, maxSplits: 1).last.map(String.init) ?? ""
    }
}
