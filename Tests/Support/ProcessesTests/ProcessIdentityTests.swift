import Glibc
import Testing

@testable import Processes

struct ProcessIdentityTests {
    @Test
    func ownProcessRuns() throws {
        let identity = try #require(ProcessIdentity.current)
        #expect(identity.pid == getpid())
        #expect(identity.startTicks > 0)
        #expect(identity.bootID.count == 36)
        #expect(identity.isRunning)
    }

    @Test
    func anotherStartOrBootIsAnotherProcess() throws {
        let current = try #require(ProcessIdentity.current)
        let otherStart = ProcessIdentity(
            pid: current.pid, startTicks: current.startTicks + 1, bootID: current.bootID)
        let otherBoot = ProcessIdentity(pid: current.pid, startTicks: current.startTicks, bootID: "another")
        #expect(!otherStart.isRunning)
        #expect(!otherBoot.isRunning)
        #expect(!otherStart.signalGroup(SIGTERM))
    }

    @Test
    func noProcessHasNoIdentity() {
        #expect(ProcessIdentity(of: Int32.max) == nil)
    }

    @Test
    func nameWithParenthesesAndSpacesIsRead() async throws {
        // The kernel puts the name, here `) R 1 (`, between parentheses as it is.
        let script = "printf ') R 1 (' > /proc/$$/comm; cut -d' ' -f2- /proc/$$/stat; read line"
        let child = try await ChildProcess.start(
            ProcessCommand("/bin/sh", ["-c", script], output: .stream(limit: 10_000)))
        _ = try await child.readLine()
        let found = try #require(ProcessIdentity(of: child.identity.pid))
        #expect(found == child.identity)
    }
}
