import Glibc
import Testing

@testable import Processes

/// What comes from a child is found by its token, whatever it does to its environment and its session.
struct ProcessMarkTests {
    @Test(arguments: ["", "a", "run-step-0", String(repeating: "x", count: 1000)])
    func isASmallNumberForEachToken(token: String) {
        let number = ProcessMark.number(of: token)
        #expect(number == ProcessMark.number(of: token))
        #expect((number == 0) == token.isEmpty && number < 0x5255_4E42)
    }

    /// The child ends; what it started has another session, and neither its environment nor its parent.
    @Test(arguments: ["setsid", "env -i setsid", "env -i setsid -f"])
    func findsWhatHasMovedAway(way: String) async throws {
        let script = """
            file=$(mktemp)
            \(way) sh -c 'echo begun > "$1"; exec sleep 300' sh "$file" >/dev/null 2>&1 </dev/null &
            until [ -s "$file" ]; do :; done
            rm "$file"
            """
        let token = "mark-\(getpid())-\(way)"
        var command = ProcessCommand("/bin/sh", ["-c", script], environment: ["PATH": "/usr/bin:/bin"])
        command.token = token
        #expect(try await Process.run(command).termination == .exited(0))
        func found(_ token: String) -> [Int32] {
            ProcessList.with(variable: "NOBODY", beginningWith: "x", orToken: token).map(\.pid)
        }
        let left = found(token)
        #expect(left.count == 1 && found(token + "y").isEmpty)
        let ended = await ProcessList.end(markedBy: "NOBODY", beginningWith: token)
        #expect(ended.map(\.pid) == left)
        #expect(found(token).isEmpty)
    }

    /// A process that the journal knows is ended only when it is the very one.
    @Test(arguments: [true, false])
    func aNumberAloneIsNoProcess(isSame: Bool) async throws {
        let command = ProcessCommand("/bin/sleep", ["301"])
        let child = try await ChildProcess.start(command)
        let ticks = child.identity.startTicks + (isSame ? 0 : 1)
        let known = ProcessIdentity(pid: child.identity.pid, startTicks: ticks, bootID: child.identity.bootID)
        let ended = await ProcessList.end(markedBy: "NOBODY", beginningWith: "nothing", and: [known])
        #expect(ended.map(\.pid) == (isSame ? [child.identity.pid] : []))
        child.stop(.closed)
        _ = await child.result()
    }

    @Test func tellsWhoeverAskedWhichChildrenWereStarted() async throws {
        let (seen, speaker) = AsyncStream<ProcessIdentity>.makeStream()
        let result = await StartedChildren.observing {
            speaker.yield($0)
        } _: {
            try? await Process.run(ProcessCommand("/bin/true"))
        }
        speaker.finish()
        #expect(result?.termination == .exited(0))
        var count = 0
        for await identity in seen where identity.pid > 0 { count += 1 }
        #expect(count == 1)
    }
}
