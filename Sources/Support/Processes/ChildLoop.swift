internal import CSystem
internal import Glibc

/// The poll loop over one child: its end, its three pipes, wakes from its owner, and the clock.
struct ChildLoop: ~Copyable {
    /// After the group is killed somebody outside it may still hold a pipe; we wait no longer than this.
    private static let drainTime = Duration.milliseconds(500)
    /// What the child has written is read even when that time has passed before we came to run: so often we look, each
    /// time for a chunk, which together is more than the largest pipe holds.
    private static let drainRounds = 32
    /// Room for what is left in a pipe when the child ends while its reader is behind (pipe-max-size).
    private static let drainRoom = 1 << 20

    private var child: SpawnedChild
    private let command: ProcessCommand
    private let state: ChildState

    private var pending = ArraySlice<UInt8>()
    private var stopped: StopReason?
    private var killAt: ContinuousClock.Instant?
    private var leftover: [RunningProcess] = []
    private let chunk = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 16, alignment: 16)

    init(_ spawned: consuming SpawnedChild, command: ProcessCommand, state: ChildState) {
        child = spawned
        self.command = command
        self.state = state
        if let deadline = command.deadline {
            state.update { fields in
                fields.deadline = .now + deadline
                return false
            }
        }
    }

    deinit { chunk.deallocate() }

    /// Serves the child until it has ended and is taken away.
    mutating func run() {
        while !step(until: nil, isDraining: false) {}
        if command.noticesLeftover, stopped == nil {
            leftover = ProcessList.members(ofGroup: child.identity.pid)
        }
        // The child is a zombie and keeps the number of the group ours until it is reaped.
        kill(-child.identity.pid, SIGKILL)
        child.input.shut()
        let end = ContinuousClock.Instant.now + Self.drainTime
        var rounds = 0
        while (child.output.isOpen || child.errors.isOpen) && (rounds < Self.drainRounds || .now < end) {
            _ = step(until: end, isDraining: true)
            rounds += 1
        }
        child.output.shut()
        child.errors.shut()
        finish(Termination(reaped: cs_reap(child.identity.pid)))
        Descent.reapAdopted()
    }

    /// Waits for one event and answers it; true: the child has ended.
    private mutating func step(until limit: ContinuousClock.Instant?, isDraining: Bool) -> Bool {
        let clock = isDraining ? nil : enforceTime()
        refillInput()
        let room = isDraining ? chunk.count : outputRoom()
        let wakeAt = limit ?? clock

        let nobody: Int32 = -1
        var polled = [
            pollfd(fd: isDraining ? nobody : child.exit.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: isDraining ? nobody : state.wakeNumber, events: Int16(POLLIN), revents: 0),
            pollfd(fd: room > 0 ? child.output.number : nobody, events: Int16(POLLIN), revents: 0),
            pollfd(fd: child.errors.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: pending.isEmpty ? nobody : child.input.number, events: Int16(POLLOUT), revents: 0),
        ]
        guard poll(&polled, nfds_t(polled.count), Self.milliseconds(until: wakeAt)) > 0 else { return false }
        if polled[1].revents != 0 { state.clearWake() }
        if polled[2].revents != 0 { readOutput(room, extra: isDraining ? Self.drainRoom : 0) }
        if polled[3].revents != 0 { readErrors() }
        if polled[4].revents != 0 { writeInput() }
        return polled[0].revents != 0
    }

    /// Rounded up, so that the loop does not spin through the last millisecond.
    private static func milliseconds(until instant: ContinuousClock.Instant?) -> Int32 {
        guard let instant else { return -1 }
        let left = max(.zero, instant - .now).components
        guard left.seconds < 1_000_000 else { return 1_000_000_000 }
        return Int32(left.seconds * 1000 + (left.attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }

    // MARK: - Time

    /// Stops the child when somebody asked for it or its deadline has passed; returns when to look again.
    private mutating func enforceTime() -> ContinuousClock.Instant? {
        let (stop, deadline) = state.with { fields in
            fields.sleepsUntil = fields.deadline
            return (fields.stop, fields.deadline)
        }
        let now = ContinuousClock.Instant.now
        if stopped == nil, let reason = stop ?? (deadline.map { $0 <= now } == true ? .deadline : nil) {
            stopped = reason
            kill(-child.identity.pid, command.grace > .zero ? SIGTERM : SIGKILL)
            killAt = command.grace > .zero ? now + command.grace : nil
        }
        if let due = killAt, due <= now {
            kill(-child.identity.pid, SIGKILL)
            killAt = nil
        }
        return stopped == nil ? deadline : killAt
    }

    // MARK: - Streams

    private mutating func refillInput() {
        guard pending.isEmpty, child.input.isOpen else { return }
        let (bytes, isClosed) = state.with { fields in
            defer { fields.input = [] }
            return (fields.input, fields.isInputClosed)
        }
        pending = bytes[...]
        if bytes.isEmpty && isClosed { child.input.shut() }
    }

    private mutating func writeInput() {
        let descriptor = child.input.number
        let count = pending.withUnsafeBytes { write(descriptor, $0.baseAddress, $0.count) }
        if count >= 0 {
            pending = pending.dropFirst(count)
        } else if errno != EAGAIN && errno != EINTR {
            // The child has closed its standard input: what it does not want to read is not an error.
            pending = []
            child.input.shut()
        }
    }

    /// How much to read at once: what a reader has no room for stays in the pipe, where it blocks the child.
    private func outputRoom() -> Int {
        guard case .stream(let limit) = command.output else { return chunk.count }
        return min(chunk.count, limit - state.with { $0.output.count })
    }

    private mutating func readOutput(_ room: Int, extra: Int) {
        guard let bytes = readChunk(child.output.number, room) else { return }
        if bytes.isEmpty { child.output.shut() }
        state.update { fields in
            fields.output.append(bytes, extra: extra)
            fields.isOutputEnded = bytes.isEmpty
            return ChildState.serve(&fields)
        }
    }

    private mutating func readErrors() {
        guard let bytes = readChunk(child.errors.number, chunk.count) else { return }
        if bytes.isEmpty { child.errors.shut() }
        state.update { fields in
            fields.errors.append(bytes)
            return false
        }
    }

    /// What a pipe holds now; empty: its end, `nil`: nothing yet.
    private func readChunk(_ descriptor: Int32, _ room: Int) -> UnsafeRawBufferPointer? {
        let count = read(descriptor, chunk.baseAddress, room)
        if count < 0 && (errno == EAGAIN || errno == EINTR) { return nil }
        return UnsafeRawBufferPointer(rebasing: chunk[..<max(0, count)])
    }

    // MARK: - End

    private func finish(_ termination: Termination) {
        state.update { fields in
            fields.isOutputEnded = true
            _ = ChildState.serve(&fields)
            let result = ProcessResult(
                identity: child.identity,
                termination: termination,
                stopped: stopped,
                output: [UInt8](fields.output.contents),
                outputDropped: fields.output.dropped,
                errors: [UInt8](fields.errors.contents),
                errorsDropped: fields.errors.dropped,
                leftover: leftover)
            fields.result = result
            for waiter in fields.waiters { waiter.resume(returning: result) }
            fields.waiters = []
            return false
        }
    }
}
