import Glibc
import Testing

@testable import Processes

struct ProcessStopTests {
    @Test
    func deadlineEndsThePoliteWithTerm() async throws {
        let result = try await Process.run(shell("echo begun; sleep 60", deadline: .milliseconds(300)))
        #expect(result.stopped == .deadline)
        #expect(result.termination == .signalled(SIGTERM))
        #expect(text(result.output) == "begun\n")
    }

    @Test
    func treeThatIgnoresTermIsKilledAfterTheGrace() async throws {
        let script = "trap '' TERM; (trap '' TERM; echo $$; sleep 60) & wait; sleep 60"
        let result = try await Process.run(shell(script, deadline: .milliseconds(200), grace: .milliseconds(200)))
        #expect(result.stopped == .deadline)
        #expect(result.termination == .signalled(SIGKILL))
    }

    @Test
    func whatTheChildLeftBehindIsKilledWithItsGroup() async throws {
        let result = try await Process.run(shell("sleep 60 & echo $!"))
        let left = try #require(Int32(text(result.output).dropLast()))
        #expect(result.termination == .exited(0))
        // Its new parent takes the dead process away in its own time.
        #expect(ProcessIdentity(of: left)?.isRunning != true)
    }

    @Test
    func pipeHeldOutsideTheGroupDoesNotHoldTheResult() async throws {
        let result = try await Process.run(shell("setsid sleep 3 & echo here"))
        #expect(text(result.output) == "here\n")
        #expect(result.termination == .exited(0))
    }

    @Test
    func cancellationStopsTheGroupAndKeepsTheOutput() async throws {
        let (started, signal) = AsyncStream<ProcessIdentity>.makeStream()
        let task = Task {
            try await Process.run(shell("echo begun; sleep 60")) { signal.yield($0) }
        }
        for await _ in started { break }
        task.cancel()
        let result = try await task.value
        #expect(result.stopped == .cancelled)
        #expect(result.termination == .signalled(SIGTERM))
    }

    @Test
    func cancelledTaskStartsNothing() async throws {
        let task = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await Process.run(shell("exit 0"))
        }
        await #expect(throws: CancellationError.self) { try await task.value }
    }

    @Test
    func childDiesWithTheProgram() async throws {
        // The exit test is the program; what it started must be gone once it is.
        let result = await #expect(processExitsWith: .signal(SIGKILL), observing: [\.standardOutputContent]) {
            let child = try await ChildProcess.start(ProcessCommand("/bin/sleep", ["60"]))
            let line = "child=\(child.identity.pid) \(child.identity.startTicks)\n"
            _ = write(1, line, line.utf8.count)
            kill(getpid(), SIGKILL)
        }
        let printed = text(result?.standardOutputContent ?? [])
        let line = try #require(printed.split(separator: "\n").first { $0.hasPrefix("child=") })
        let numbers = line.dropFirst("child=".count).split(separator: " ")
        let pid = try #require(Int32(numbers[0]))
        let ticks = try #require(UInt64(numbers[1]))
        let boot = try #require(ProcessIdentity.current).bootID
        let identity = ProcessIdentity(pid: pid, startTicks: ticks, bootID: boot)
        for _ in 0..<1000 where identity.isRunning { try await Task.sleep(for: .milliseconds(5)) }
        #expect(!identity.isRunning)
    }

    @Test
    func twoHundredAtOnceLeaveNothing() async {
        // In a process of its own, where no other test opens files or starts children.
        await #expect(processExitsWith: .success) {
            func openFiles() -> Int {
                (0..<4096).count { fcntl(Int32($0), F_GETFD) >= 0 }
            }
            func lot() async throws {
                try await withThrowingTaskGroup(of: ProcessResult.self) { group in
                    for number in 0..<200 { group.addTask { try await Process.run(shell("exit \(number % 7)")) } }
                    for try await result in group where result.stopped != nil { exit(2) }
                }
            }
            try await lot()
            // The first sleep opens a timer of the runtime's own.
            try await Task.sleep(for: .milliseconds(5))
            let before = openFiles()
            try await lot()
            // A thread closes its last descriptor just after it has told the result.
            for _ in 0..<1000 where openFiles() > before { try await Task.sleep(for: .milliseconds(5)) }
            guard openFiles() <= before else { exit(3) }
            guard waitpid(-1, nil, WNOHANG) == -1, errno == ECHILD else { exit(4) }
        }
    }
}
