import Glibc
import Testing

@testable import Processes

struct ChildProcessTests {
    private func cat(limit: Int = 1 << 20) async throws -> ChildProcess {
        try await ChildProcess.start(ProcessCommand("/bin/cat", output: .stream(limit: limit), grace: .zero))
    }

    @Test
    func linesComeAndGo() async throws {
        let child = try await cat()
        for number in 0..<200 {
            child.writeLine([UInt8]("line \(number)".utf8))
            #expect(text(try await child.readLine() ?? []) == "line \(number)")
        }
        child.write([UInt8]("unfinished".utf8))
        child.closeInput()
        #expect(text(try await child.readLine() ?? []) == "unfinished")
        #expect(try await child.readLine() == nil)
        #expect(await child.result().termination == .exited(0))
    }

    @Test(arguments: [0, 1, 255, 65_536, 1_000_000])
    func framesComeAndGo(size: Int) async throws {
        let child = try await cat(limit: 1_000_004)
        let message = (0..<size).map { UInt8(truncatingIfNeeded: $0) }
        child.writeFrame(message)
        child.writeFrame([1])
        #expect(try await child.readFrame() == message)
        #expect(try await child.readFrame() == [1])
    }

    @Test
    func readersAreServedInOrder() async throws {
        let child = try await cat()
        for number in 0..<50 { child.writeLine([UInt8("\(number)".utf8.first ?? 0)]) }
        async let first = child.readLine()
        let lines = [try await first, try await child.readLine()]
        #expect(Set(lines) == [[UInt8(ascii: "0")], [UInt8(ascii: "1")]])
    }

    @Test
    func messagesBeyondTheLimitAreErrors() async throws {
        let lines = try await cat(limit: 100)
        lines.write([UInt8](repeating: 65, count: 500))
        await #expect(throws: ChildOutputError.tooLong(limit: 100)) { try await lines.readLine() }
        let frames = try await cat(limit: 100)
        frames.write([255, 255, 255, 255])
        await #expect(throws: ChildOutputError.tooLong(limit: 100)) { try await frames.readFrame() }
    }

    @Test
    func halfAFrameIsAnError() async throws {
        let child = try await cat()
        child.write([0, 0, 0, 9, 1])
        child.closeInput()
        await #expect(throws: ChildOutputError.truncated) { try await child.readFrame() }
    }

    @Test
    func fastWriterWaitsForASlowReader() async throws {
        let child = try await ChildProcess.start(
            ProcessCommand("/usr/bin/seq", ["100000"], output: .stream(limit: 1000)))
        for number in 1...100_000 {
            guard text(try await child.readLine() ?? []) != "\(number)" else { continue }
            Issue.record("line \(number) is missing")
            return
        }
        #expect(try await child.readLine() == nil)
        #expect(await child.result().outputDropped == 0)
    }

    @Test
    func movedDeadlineKills() async throws {
        let child = try await cat()
        child.setDeadline(.now + .seconds(100))
        child.setDeadline(.now + .milliseconds(50))
        #expect(try await child.readLine() == nil)
        let result = await child.result()
        #expect(result.stopped == .deadline)
        #expect(result.termination == .signalled(SIGKILL))
    }

    @Test
    func liftedDeadlineDoesNotKill() async throws {
        let child = try await cat()
        let other = try await cat()
        child.setDeadline(.now + .milliseconds(20))
        child.setDeadline(nil)
        // Whoever meets a later deadline shows that the first one has passed.
        other.setDeadline(.now + .milliseconds(40))
        #expect(await other.result().stopped == .deadline)
        child.writeLine([65])
        #expect(try await child.readLine() == [65])
    }

    @Test
    func cancelledReaderLeavesTheChildUsable() async throws {
        let child = try await cat()
        let reading = Task { try await child.readLine() }
        reading.cancel()
        await #expect(throws: CancellationError.self) { try await reading.value }
        child.writeLine([65])
        #expect(try await child.readLine() == [65])
    }

    @Test
    func endedChildAnswersWithTheEnd() async throws {
        let child = try await cat()
        kill(child.identity.pid, SIGKILL)
        #expect(try await child.readLine() == nil)
        child.writeLine([65])
        #expect(try await child.readFrame() == nil)
        #expect(await child.result().termination == .signalled(SIGKILL))
    }

    @Test
    func forgottenChildIsKilled() async throws {
        let identity = try await cat().identity
        for _ in 0..<1000 where identity.isRunning { try await Task.sleep(for: .milliseconds(5)) }
        #expect(!identity.isRunning)
    }
}
