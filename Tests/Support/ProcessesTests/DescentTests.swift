import Glibc
import Testing

@testable import Processes

/// A child has no terminal and no core, and what comes from it is known for ever.
struct DescentTests {
    private func said(_ script: String, isOurs: Bool = true) async throws -> String {
        var command = shell(script)
        command.isOurs = isOurs
        return text(try await Process.run(command).output)
    }

    @Test func aChildLeadsASession() async throws {
        let fields = try await said("cat /proc/$$/stat").split(separator: " ")
        let (pid, group, session, terminal) = (fields[0], fields[4], fields[5], fields[6])
        #expect(group == pid)
        #expect(session == pid)
        #expect(terminal == "0")
    }

    @Test func aChildHasNoTerminalToOpen() async throws {
        #expect(try await said("(: </dev/tty) 2>/dev/null || echo none") == "none\n")
    }

    @Test func aChildLeavesNoCore() async throws {
        let limits = try await said("cat /proc/self/limits")
        let line = try #require(limits.split(separator: "\n").first { $0.hasPrefix("Max core file size") })
        #expect(line.split(separator: " ").dropFirst(4).allSatisfy { ["0", "1", "bytes"].contains($0) }, "\(line)")
    }

    private static let locks = "grep 'Max file locks' /proc/self/limits"

    @Test(arguments: [
        locks, "sh -c \"\(locks)\"", "env -i /bin/sh -c \"\(locks)\"", "setsid sh -c \"\(locks)\"",
        "(setsid sh -c \"sleep 0; exec \(locks)\" & wait) & wait",
    ])
    func whatComesFromAChildIsMarked(script: String) async throws {
        #expect(try await said(script).contains("1381322306           1381322306"))
        #expect(!(try await said(script, isOurs: false).contains("1381322306")))
    }

    @Test func thisProcessIsNotMarked() { #expect(!Descent.isOfRun) }

    @Test func theParentIsTheFirstAncestor() {
        #expect(Descent.ancestors.first == getppid())
        #expect(!Descent.ancestors.contains(getpid()))
    }
}
