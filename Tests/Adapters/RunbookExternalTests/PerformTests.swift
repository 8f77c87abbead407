import Glibc
import OrderedJSON
import RunbookExternal
import RunbookModel
import RunbookPlugin
import Synchronization
import Testing
import ToolTesting

/// One call over the wire, whatever the plugin does.
@Suite(.serialized) struct PerformTests {
    @Test func responses() async throws {
        let plugin = try EchoPlugin()
        let answered = await plugin.perform("answer")
        let response = try #require(answered.response, "\(answered)")
        #expect(response.verdict == .success)
        #expect(response.body == ["ok": true])
        #expect(response.text == "{\n  \"ok\": true\n}")
        #expect(await plugin.perform("unended").response?.verdict == .success)
        let words = Mutex<[String]>([])
        let outcome = await plugin.handler.perform(
            EchoPlugin.action("progress"), on: EchoPlugin.target, timeout: .seconds(20)
        ) { word in words.withLock { $0.append(word) } }
        #expect(outcome.response?.verdict == .success)
        #expect(words.withLock { $0 } == ["one", "two"])
        let missing = try #require(await plugin.perform("missing").response)
        #expect(missing.verdict == .missing)
        #expect(missing.status == 7)
        #expect(missing.text == "none")
    }

    @Test func refusesAndDoubts() async throws {
        let plugin = try EchoPlugin()
        #expect(await plugin.perform("refuse").refusal == Refusal(reason: "busy", retryAfter: .milliseconds(1500)))
        #expect(await plugin.perform("never").refusal == Refusal(reason: "no", isPermanent: true))
        #expect(await plugin.perform("unknown").unknownReason == "cut off")
    }

    @Test func theRequestHasEverything() async throws {
        let plugin = try EchoPlugin()
        let fields: [Action.Field] = [.init("key.size", "3"), .init("value.name", "\"Zoë\"")]
        let body = try #require(
            await plugin.perform("line", timeout: .milliseconds(20_500), fields: fields).response?.body)
        #expect(
            body == [
                "protocol": 1, "call": "perform", "timeout_ms": 20500,
                "action": [
                    "step": "ring", "index": 0, "effect": "write", "title": "line", "language": "echo", "body": "line",
                    "values": ["name": "Zoë"], "keys": ["size": 3], "token": "t0ken",
                ],
                "target": [
                    "name": "bell", "kind": "echo", "properties": ["name": "bell", "host": "127.0.0.1"],
                    "settings": ["user": "me"], "requirements": [:], "secrets": ["password": "s3cret-word"],
                ],
            ])
    }

    @Test func theEnvironmentIsMinimal() async throws {
        setenv("RUNBOOK_TEST_SECRET", "inherited", 1)
        let plugin = try EchoPlugin()
        let text = try #require(await plugin.perform("env").response?.body.string)
        let names = text.split(separator: "|").compactMap { $0.split(separator: "=").first.map(String.init) }
        #expect(
            names.filter { !["PWD", "_", "OLDPWD", "SHLVL"].contains($0) } == [
                "HOME", "LANG", "PATH", "PYTHONDONTWRITEBYTECODE", "RUNBOOK_BLOCK", "RUNBOOK_CALL", "RUNBOOK_STEP",
                "RUNBOOK_TARGET_HOST",
                "RUNBOOK_TARGET_NAME", "RUNBOOK_TARGET_USER",
            ])
        #expect(!text.contains("s3cret-word"))
        #expect(await plugin.perform("where").response?.body == .string(plugin.folder.file("echo")))
    }

    @Test(arguments: [
        ("crash", "the plugin ended with signal 9 before it returned an outcome"),
        ("exit", "the plugin ended with exit code 3 before it returned an outcome; its log:\n  it went wrong"),
        ("late-exit", "the plugin returned an outcome, but ended with exit code 3"),
        ("silent", "the plugin ended with exit code 0 before it returned an outcome"),
        ("rubbish", "the plugin wrote a line that the protocol does not allow"),
        ("lie", "unknown member \"protocol\""),
        ("typo", "unknown `verdict` \"great\""),
        ("wrong-call", "the plugin returned an outcome that belongs to another call"),
        ("two", "the plugin wrote more after its outcome"),
        ("after", "the plugin wrote more after its outcome"),
        ("flood", "it wrote a message of more than 16777216 bytes"),
        ("huge", "it wrote a message of more than 16777216 bytes"),
        ("chatter", "the plugin wrote more than 10000 lines"),
    ])
    func whateverGoesWrongIsUnknown(mode: String, reason: String) async throws {
        let plugin = try EchoPlugin()
        let outcome = await plugin.perform(mode)
        #expect(outcome.unknownReason?.contains(reason) == true, "\(outcome)")
    }

    @Test(arguments: ["hang", "stubborn"])
    func aDeadlineEndsTheWholeGroup(mode: String) async throws {
        let plugin = try EchoPlugin()
        let began = ContinuousClock.now
        let reason = try #require(await plugin.perform(mode, timeout: .milliseconds(300)).unknownReason)
        #expect(reason.hasPrefix("the plugin returned no outcome in 300ms"))
        #expect(mode != "hang" || reason.hasSuffix("; its last message: waiting for the moon"))
        #expect(began.duration(to: .now) < .seconds(20))
    }

    @Test(arguments: ["linger", "child"])
    func whatItLeavesRunningIsEnded(mode: String) async throws {
        let plugin = try EchoPlugin()
        let began = ContinuousClock.now
        #expect(await plugin.perform(mode, timeout: .seconds(300)).response?.verdict == .success)
        #expect(began.duration(to: .now) < .seconds(30))
    }

    @Test func muchOutputIsNoFault() async throws {
        let plugin = try EchoPlugin()
        #expect(await plugin.perform("noise").response?.verdict == .success)
        #expect(await plugin.perform("large").response?.text.utf8.count == 2_000_000)
    }

    @Test func aPluginThatDoesNotReadLeavesDoubt() async throws {
        let plugin = try EchoPlugin(script: EchoPlugin.deafScript)
        let body = "answer " + String(repeating: "x", count: 1 << 20)
        #expect(await plugin.perform(body).unknownReason?.contains("ended with exit code 5") == true)
    }

    @Test func aProgramThatIsGoneWasNeverAsked() async throws {
        let plugin = try EchoPlugin()
        try plugin.folder.remove("echo/echo.sh")
        let refusal = try #require(await plugin.perform("answer").refusal)
        #expect(refusal.isPermanent)
        #expect(refusal.reason.contains("changed after the command started"))
    }

    @Test func withoutATargetNothingIsAsked() async throws {
        let plugin = try EchoPlugin()
        let outcome = await plugin.handler.perform(EchoPlugin.action("answer"), on: nil, timeout: .seconds(5))
        #expect(outcome.refusal?.isPermanent == true)
    }

    @Test func cancellingCutsTheCall() async throws {
        let plugin = try EchoPlugin()
        let (words, speaker) = AsyncStream.makeStream(of: String.self)
        let task = Task {
            await plugin.handler.perform(
                EchoPlugin.action("hang"), on: EchoPlugin.target, timeout: .seconds(300)
            ) { speaker.yield($0) }
        }
        // It has begun once it says something.
        for await _ in words { break }
        task.cancel()
        guard case .unknown(let reason, _) = await task.value else {
            Issue.record("\(await task.value)")
            return
        }
        #expect(reason.contains("was stopped before it returned an outcome"))
    }

    @Test func examinesAndProbes() async throws {
        let plugin = try EchoPlugin()
        let examination = await plugin.handler.examine(EchoPlugin.target, timeout: .seconds(20))
        #expect(examination.address == "127.0.0.1")
        #expect(examination.identity == "id-1")
        #expect(examination.product == "Echo 1 ***")
        #expect(examination.diagnostics == [])
        let probe = await plugin.handler.probe(EchoPlugin.action("x"), on: EchoPlugin.target, timeout: .seconds(20))
        #expect(probe == Probe(state: .present, detail: "there"))
    }

    @Test func aLookThatFailsSaysWhy() async throws {
        let plugin = try EchoPlugin(script: "#!/bin/sh\necho 's3cret-word is wrong' >&2\nexit 1\n")
        let examination = await plugin.handler.examine(EchoPlugin.target, timeout: .seconds(20))
        let problem = try #require(examination.diagnostics.first)
        #expect(problem.code == "target/unreachable")
        #expect(problem.message.contains("*** is wrong"))
    }
}
