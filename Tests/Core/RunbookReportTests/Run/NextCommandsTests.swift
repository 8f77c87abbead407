import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookReport

struct NextCommandsTests {
    private func lines(_ events: (Int, RunEvent)...) throws -> [String] {
        NextCommands.lines(for: try #require(try SampleRun.run(events)))
    }

    @Test(arguments: [
        (RunPhase.passed, []), (.undone, []), (.failed, ["runbook resume 2026-11-21-7f3c"]),
        (.aborted, ["runbook exec /srv/a.md --env /srv/staging.yaml -p index=twitter"]),
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

    /// A question that was answered before does not say how a failure is decided.
    @Test func decideAboutAFailureAfterARepetition() throws {
        var question = Question(kinds: [.repeat], text: "q", actions: [], typed: nil, digest: "0123456789abcdef")
        question.parameter = "how"
        let failure = StepFailure(code: "a/b", message: "no")
        #expect(
            try lines(
                (0, .started(SampleRun.start(isSandbox: false))), (0, .attemptStarted(step: "create", attempt: 1)),
                (0, .passed(step: "create", values: StepValues())), (0, .asked(step: "create", question: question)),
                (
                    0,
                    .answered(step: "create", answer: .go, digest: "0123456789abcdef", by: "ana", via: "confirm")
                ), (0, .attemptStarted(step: "create", attempt: 2)),
                (0, .actionSent(step: "create", action: SampleRun.put)),
                (0, .failed(step: "create", failure: failure, applied: .yes, response: nil)),
                (0, .finished(phase: .failed, signal: nil)))[0]
                == "runbook confirm 2026-11-21-7f3c create --digest attempt-2 --accept  # or --again, or --skip REASON")
    }

    /// Who knows the value that was not stored can give it, and the command says so.
    @Test(arguments: [("how", "  # does it again; or --set how=VALUE, or --skip REASON"), (nil, "")])
    func offerToGiveTheValueThatIsMissing(name: String?, more: String) throws {
        var question = Question(kinds: [.repeat], text: "q", actions: [], typed: nil, digest: "0123456789abcdef")
        question.parameter = name
        #expect(
            try lines(
                (0, .started(SampleRun.start(isSandbox: false))), (0, .attemptStarted(step: "create", attempt: 1)),
                (0, .passed(step: "create", values: StepValues())), (0, .asked(step: "create", question: question)),
                (0, .finished(phase: .waiting, signal: nil)))[0]
                == "runbook confirm 2026-11-21-7f3c create --digest 0123456789ab\(more)")
    }

    @Test(arguments: [
        (RunPhase.failed, ["runbook exec /srv/a.md -p index=twitter"]),
        (
            .waiting,
            [
                "runbook sandbox --for /srv/a.md --write-env sandbox.yaml",
                "runbook exec /srv/a.md --env sandbox.yaml -p index=twitter",
            ]
        ),
    ])
    func beginAgainWhenTheSandboxIsGone(phase: RunPhase, commands: [String]) throws {
        #expect(
            try lines((0, .started(SampleRun.start())), (0, .finished(phase: phase, signal: nil))) == commands)
    }

    @Test func saysAgainWhereRunsAreKeptAndWhatWasGiven() throws {
        let start = SampleRun.start(
            isSandbox: false,
            parameters: [
                .init(name: "index", value: "a b", isSecret: false, source: "prompt"),
                .init(name: "size", value: 3, isSecret: false, source: "file:/srv/p.yaml"),
                .init(name: "token", value: nil, isSecret: true, source: "prompt"),
            ])
        let events = [(0, RunEvent.started(start)), (0, .finished(phase: .aborted, signal: nil))]
        let state = try SampleRun.state(events)
        let place = CommandPlace(store: "/srv/my runs", plugins: ["/srv/p"])
        let run = try #require(ReportedRun(run: "r", state: state, isOwned: false, place: place))
        #expect(
            NextCommands.lines(for: run) == [
                "runbook exec /srv/a.md --env /srv/staging.yaml --params /srv/p.yaml -p 'index=a b' "
                    + "--store '/srv/my runs' --plugin-dir /srv/p  # asks for token again"
            ])
        #expect(place.completing("see `runbook report r`") == "see `runbook report r --store '/srv/my runs'`")
        #expect(place.completing("see `runbook check a`") == "see `runbook check a --plugin-dir /srv/p`")
        #expect(place.completing("see `x` and `runbook explain a/b`") == "see `x` and `runbook explain a/b`")
    }

    /// Who continues the run elsewhere names the plugins that it was started with, or others that were named there.
    @Test(arguments: [([], "/srv/p q"), (["/other"], "/other")] as [([String], String)])
    func nameThePluginsOfTheRun(named: [String], folder: String) throws {
        var start = SampleRun.start(isSandbox: false)
        start.invocation.plugins = ["/srv/p q"]
        let events = [(0, RunEvent.started(start)), (0, .finished(phase: .waiting, signal: nil))]
        let run = try #require(try SampleRun.run(events, place: CommandPlace(store: "/s", plugins: named)))
        #expect(
            NextCommands.lines(for: run) == [
                "runbook resume 2026-11-21-7f3c --store /s --plugin-dir \(NextCommands.quoted(folder))"
            ])
        #expect(CommandPlace(plugins: named).of(start).plugins == [folder])
        #expect(CommandPlace(plugins: named).of(nil).plugins == named)
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
