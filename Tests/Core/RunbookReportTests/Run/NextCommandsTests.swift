import RunbookRun
import Testing

@testable import RunbookReport

struct NextCommandsTests {
    private func lines(_ events: (Int, RunEvent)...) throws -> [String] {
        NextCommands.lines(for: try #require(try SampleRun.run(events)))
    }

    @Test(arguments: [
        (RunPhase.passed, []), (.undone, []), (.failed, ["runbook resume 2026-11-21-7f3c"]),
        (.aborted, ["runbook exec a.md --env /srv/staging.yaml -p index=twitter"]),
        (.interrupted, ["runbook resume 2026-11-21-7f3c"]),
        (.waiting, ["runbook resume 2026-11-21-7f3c"]),
    ])
    func sayHowToGoOn(phase: RunPhase, commands: [String]) throws {
        let start = SampleRun.start(isSandbox: false)
        #expect(try lines((0, .started(start)), (0, .finished(phase: phase, signal: nil))) == commands)
    }

    @Test func settleADoubtBeforeGoingOn() throws {
        #expect(
            try lines(
                (0, .started(SampleRun.start(isSandbox: false))), (0, .attemptStarted(step: "create", attempt: 1)),
                (0, .actionSent(step: "create", action: SampleRun.put)),
                (0, .outcomeUnknown(step: "create", reason: "no answer in 30s", isDoubtful: true)),
                (0, .finished(phase: .waiting, signal: nil)))
                == [
                    "runbook confirm 2026-11-21-7f3c create --digest attempt-1 --applied  # or --not-applied",
                    "runbook resume 2026-11-21-7f3c",
                ])
    }

    @Test func confirmWhatIsAsked() throws {
        let question = Question(kinds: [.manual], text: "q", actions: [], typed: nil, digest: "0123456789abcdef")
        #expect(
            try lines(
                (0, .started(SampleRun.start(isSandbox: false))), (0, .asked(step: "account", question: question)),
                (0, .finished(phase: .waiting, signal: nil)))
                == ["runbook confirm 2026-11-21-7f3c account --digest 0123456789ab", "runbook resume 2026-11-21-7f3c"])
    }

    @Test(arguments: [
        (RunPhase.failed, ["runbook exec a.md -p index=twitter"]),
        (
            .waiting,
            [
                "runbook sandbox --for a.md --write-env sandbox.yaml",
                "runbook exec a.md --env sandbox.yaml -p index=twitter",
            ]
        ),
    ])
    func beginAgainWhenTheSandboxIsGone(phase: RunPhase, commands: [String]) throws {
        #expect(
            try lines((0, .started(SampleRun.start())), (0, .finished(phase: phase, signal: nil))) == commands)
    }

    @Test(arguments: [
        ("a.md", "a.md"), ("my file.md", "'my file.md'"), ("it's", #"'it'\''s'"#), ("$(rm)", "'$(rm)'"), ("", "''"),
        ("~x", "'~x'"), ("section/1a2b~2", "section/1a2b~2"), ("é", "'é'"), ("a\nb", #"$'a\x0ab'"#),
        ("it's\u{1B}[2J\u{202E}\\", #"$'it\'s\x1b[2J\xe2\x80\xae\\'"#),
    ])
    func quoteForTheShell(word: String, quoted: String) {
        #expect(NextCommands.quoted(word) == quoted)
    }
}
