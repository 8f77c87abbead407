/// A running child in a process group of its own, with pipes to its three streams.
///
/// One thread of its own starts it, serves its pipes, enforces its deadline and takes it away when it has ended; so no
/// call here blocks, and nothing is left behind. A child whose last reference goes away is killed with its group.
package final class ChildProcess: Sendable {
    /// Which process it is.
    package let identity: ProcessIdentity
    private let state: ChildState

    private init(identity: ProcessIdentity, state: ChildState) {
        self.identity = identity
        self.state = state
    }

    deinit { stop(.closed) }

    /// Starts a child; the command's `input` is written to it, its standard input stays open.
    package static func start(_ command: ProcessCommand) async throws(SpawnError) -> ChildProcess {
        let state = try ChildState(command)
        state.update { fields in
            fields.input = command.input
            return false
        }
        let started = await withCheckedContinuation { continuation in
            ChildThread.start(command, state: state) { continuation.resume(returning: $0) }
        }
        let identity = try started.get()
        StartedChildren.observer?(identity)
        return ChildProcess(identity: identity, state: state)
    }

    /// Queues bytes for the child's standard input; they are lost when it has ended or closed it.
    package func write(_ bytes: [UInt8]) {
        state.update { fields in
            guard !fields.isInputClosed else { return false }
            fields.input += bytes
            return true
        }
    }

    /// Queues one line; the line feed is added.
    package func writeLine(_ line: [UInt8]) { write(MessageUnit.line.wrap(line)) }

    /// Queues one frame: four bytes of length, most significant first, then `message`.
    package func writeFrame(_ message: [UInt8]) { write(MessageUnit.frame.wrap(message)) }

    /// Closes the child's standard input once everything queued is written.
    package func closeInput() {
        state.update { fields in
            fields.isInputClosed = true
            return true
        }
    }

    /// The next line of standard output (mode `.stream`); `nil`: it has ended.
    ///
    /// - Throws: `ChildOutputError.tooLong` when the line is longer than the stream's limit, `CancellationError`.
    package func readLine() async throws -> [UInt8]? { try await state.next(.line) }

    /// The next frame of standard output (mode `.stream`); `nil`: it has ended.
    ///
    /// - Throws: `ChildOutputError`, `CancellationError`.
    package func readFrame() async throws -> [UInt8]? { try await state.next(.frame) }

    /// Moves the child's deadline; `nil` lifts it.
    ///
    /// When it passes the child is stopped for `StopReason.deadline`.
    package func setDeadline(_ deadline: ContinuousClock.Instant?) {
        state.update { fields in
            fields.deadline = deadline
            guard let deadline else { return false }
            return fields.sleepsUntil.map { deadline < $0 } ?? true
        }
    }

    /// Ends the whole group: TERM, after the command's grace KILL.
    ///
    /// Only the first reason counts.
    package func stop(_ reason: StopReason) {
        state.update { fields in
            guard fields.stop == nil else { return false }
            fields.stop = reason
            return true
        }
    }

    /// Waits until the child has ended and been taken away.
    package func result() async -> ProcessResult {
        await withCheckedContinuation { continuation in
            state.update { fields in
                if let result = fields.result {
                    continuation.resume(returning: result)
                } else {
                    fields.waiters.append(continuation)
                }
                return false
            }
        }
    }
}
