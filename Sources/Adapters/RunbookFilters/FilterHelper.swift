internal import Glibc
internal import Processes
internal import RunbookModel
internal import RunbookRun

/// The helper process as the host sees it: started when it is first needed, one request at a time, replaced when a
/// filter has brought it down.
actor FilterHelper {
    /// What the helper may use, as the messages say it.
    private static let memoryLimit: UInt64 = 512 << 20
    private static let replyLimit = 32 << 20

    private let command: ProcessCommand
    private let deadline: Duration
    private var child: ChildProcess?
    private var compiled: Set<UInt32> = []
    private var isBusy = false
    private var waiting: [CheckedContinuation<Void, Never>] = []

    /// A helper that is not started yet; `deadline` is for one request.
    init(executable: String, deadline: Duration) {
        command = ProcessCommand(
            executable,
            [JQHelper.argument],
            // Without it each crash of a filter prints a page.
            environment: ["SWIFT_BACKTRACE": "enable=no"],
            output: .stream(limit: Self.replyLimit),
            errorLimit: 1 << 12,
            limits: ProcessLimits(addressSpace: Self.memoryLimit),
            grace: .zero)
        self.deadline = deadline
    }

    /// The process of the helper, when one is there.
    var processID: Int32? { child?.identity.pid }

    /// Compiles a program that is not compiled yet; what libjq says against it, empty: nothing.
    func compile(_ id: UInt32, _ program: String) async throws(FilterFailure) -> [String] {
        await takeTurn()
        defer { giveTurn() }
        return try await retrying { () async throws(Ended) in try await self.compileOnce(id, program) }
    }

    /// Runs a program on an input, after compiling it where this helper does not know it.
    func run(_ id: UInt32, _ program: String, on input: [UInt8]) async throws(FilterFailure) -> [UInt8] {
        await takeTurn()
        defer { giveTurn() }
        let reply = try await retrying { () async throws(Ended) in
            let errors = try await self.compileOnce(id, program)
            guard errors.isEmpty else { return HelperReply.syntaxErrors(errors) }
            return try await self.exchange(.run(id, input))
        }
        switch reply {
        case .values(let text): return text
        case .failure(let message): throw FilterFailure(.runtime, message)
        case .syntaxErrors(let messages): throw FilterFailure(.syntax, messages.first ?? "it is not valid")
        case .compiled: throw FilterFailure(.unavailable, "the filter helper sent a wrong reply")
        }
    }

    // MARK: - One request at a time

    private func takeTurn() async {
        guard isBusy else {
            isBusy = true
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func giveTurn() {
        if waiting.isEmpty { isBusy = false } else { waiting.removeFirst().resume() }
    }

    // MARK: - The process

    /// Why an exchange has no reply.
    private enum Ended: Error {
        case failed(FilterFailure)
        /// Not by this request's doing: another helper may well answer it.
        case lost(String)
    }

    /// A request changes nothing, so one that a helper was lost on is simply made again, once.
    private func retrying<Value: Sendable>(
        _ request: () async throws(Ended) -> Value
    ) async throws(FilterFailure) -> Value {
        var lost = ""
        for _ in 0..<2 {
            do throws(Ended) {
                return try await request()
            } catch {
                switch error {
                case .failed(let failure): throw failure
                case .lost(let why): lost = why
                }
            }
        }
        throw FilterFailure(.unavailable, lost)
    }

    private func compileOnce(_ id: UInt32, _ program: String) async throws(Ended) -> [String] {
        if child != nil && compiled.contains(id) { return [] }
        switch try await exchange(.compile(id, program)) {
        case .compiled:
            compiled.insert(id)
            return []
        case .syntaxErrors(let messages): return messages
        case .values, .failure: throw .failed(FilterFailure(.unavailable, "the filter helper sent a wrong reply"))
        }
    }

    private func exchange(_ request: HelperRequest) async throws(Ended) -> HelperReply {
        let child = try await start()
        let end = ContinuousClock.Instant.now + deadline
        child.setDeadline(end)
        child.writeFrame(request.bytes)
        // A task of its own: a reply that a cancelled reader leaves behind would answer the next request.
        let reading = Task { try await child.readFrame() }
        switch await reading.result {
        case .success(let message?):
            child.setDeadline(nil)
            guard let reply = HelperReply(bytes: message) else {
                forget()
                throw .failed(FilterFailure(.unavailable, "the process is not the filter helper"))
            }
            return reply
        case .success(nil):
            forget()
            throw cause(of: await child.result(), end: end)
        case .failure(let error):
            forget()
            throw .failed(FilterFailure(.unavailable, "the process is not the filter helper: \(error)"))
        }
    }

    private func start() async throws(Ended) -> ChildProcess {
        if let child { return child }
        do throws(SpawnError) {
            let started = try await ChildProcess.start(command)
            child = started
            compiled = []
            return started
        } catch {
            throw .failed(FilterFailure(.unavailable, "\(error)"))
        }
    }

    private func forget() {
        child?.stop(.closed)
        child = nil
    }

    private func cause(of result: ProcessResult, end: ContinuousClock.Instant) -> Ended {
        // A helper that the deadline of the request before still hit is only lost.
        if result.stopped == .deadline && .now >= end {
            return .failed(FilterFailure(.time, "it took longer than \(DurationText.text(deadline))"))
        }
        switch result.termination {
        case .signalled(let signal) where [SIGSEGV, SIGABRT, SIGBUS, SIGILL, SIGTRAP].contains(signal):
            return .failed(
                FilterFailure(.memory, "it needed more memory than the limit of \(Self.memoryLimit >> 20) MiB"))
        default:
            return .lost("the filter helper ended with \(result.termination)")
        }
    }
}
