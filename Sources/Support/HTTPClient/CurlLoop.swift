internal import CCurl
import Glibc
import Synchronization

/// The thread that owns a libcurl multi handle, and the inbox that the rest of the program reaches it through.
///
/// Only the thread touches libcurl's handles; the one exception is the wake-up, which libcurl allows from anywhere.
final class CurlLoop: Sendable {
    /// A request and whom to tell its end.
    struct Job: Sendable {
        let id: Int
        let request: HTTPClient.Request
        let configuration: HTTPClient.Configuration
        let continuation: CheckedContinuation<Result<HTTPClient.Response, HTTPClient.Failure>, Never>
    }

    private enum Phase {
        case idle
        case running
        case unusable(String)
    }

    private struct State {
        var lastID = 0
        /// Each request that has not ended, and whether it was cancelled.
        var isCancelled: [Int: Bool] = [:]
        var jobs: [Job] = []
        var cancelled: [Int] = []
        var phase = Phase.idle
        var isStopping = false
        /// The multi handle's address while it may be woken.
        var multi: UInt?

        func wake() { CurlLoop.wake(multi) }
    }

    private static func wake(_ multi: UInt?) {
        guard let multi, let handle = UnsafeMutableRawPointer(bitPattern: multi) else { return }
        _ = cc_multi_wakeup(handle)
    }

    private let state = Mutex(State())

    /// Makes an id, from when on the request can be cancelled.
    func reserve() -> Int {
        state.withLock { state in
            state.lastID += 1
            state.isCancelled[state.lastID] = false
            return state.lastID
        }
    }

    /// Hands a request to the thread, which is started when there is none.
    func submit(_ job: Job) {
        let (problem, multi): (HTTPClient.Failure?, UInt?) = state.withLock { state in
            if state.isCancelled[job.id] == true { return (CurlLoop.cancelledEarly, nil) }
            switch state.phase {
            case .unusable(let reason):
                return (CurlLoop.unusable(reason), nil)
            case .idle:
                guard startThread() else { return (CurlLoop.unusable("no thread can be started"), nil) }
                state.phase = .running
            case .running: break
            }
            state.jobs.append(job)
            return (nil, state.multi)
        }
        if let problem { return finish(job, .failure(problem)) }
        // Outside of the lock, or the thread wakes up to wait for it. The handle is there: whoever submits holds the
        // client, and the thread ends with it.
        CurlLoop.wake(multi)
    }

    /// Ends a request that has not ended; an id that is unknown or done is left alone.
    func cancel(_ id: Int) {
        state.withLock { state in
            guard state.isCancelled[id] != nil else { return }
            state.isCancelled[id] = true
            state.cancelled.append(id)
            state.wake()
        }
    }

    /// Lets the thread end.
    func stop() {
        state.withLock { state in
            state.isStopping = true
            state.wake()
        }
    }

    // MARK: - On the thread

    private func startThread() -> Bool {
        let loop = Unmanaged.passRetained(self)
        var thread = pthread_t()
        let result = pthread_create(
            &thread, nil,
            { loop in
                guard let loop else { return nil }
                Unmanaged<CurlLoop>.fromOpaque(loop).takeRetainedValue().run()
                return nil
            }, loop.toOpaque())
        guard result == 0 else {
            loop.release()
            return false
        }
        pthread_detach(thread)
        return true
    }

    private func run() {
        blockSignals()
        if let reason = cc_load() {
            return becomeUnusable(String(cString: reason))
        }
        guard let multi = cc_multi_init() else {
            return becomeUnusable("out of memory")
        }
        state.withLock { $0.multi = UInt(bitPattern: multi) }
        var transfers = CurlTransfers(multi: multi)
        while true {
            let (jobs, cancelled, isStopping) = takeWork()
            for job in jobs {
                if let failure = transfers.begin(job) { finish(job, .failure(failure)) }
            }
            for id in cancelled {
                if let (job, failure) = transfers.cancel(id) { finish(job, .failure(failure)) }
            }
            if isStopping { break }
            for (job, result) in transfers.advance() { finish(job, result) }
            _ = cc_multi_poll(multi, .max)
        }
        state.withLock { $0.multi = nil }
        transfers.close()
    }

    /// A write to a closed TLS connection raises SIGPIPE on this thread, and handlers belong to the main program.
    private func blockSignals() {
        var all = sigset_t()
        sigfillset(&all)
        pthread_sigmask(SIG_BLOCK, &all, nil)
    }

    private func takeWork() -> (jobs: [Job], cancelled: [Int], isStopping: Bool) {
        state.withLock { state in
            defer {
                state.jobs = []
                state.cancelled = []
            }
            return (state.jobs, state.cancelled, state.isStopping)
        }
    }

    private func becomeUnusable(_ reason: String) {
        let jobs = state.withLock { state in
            state.phase = .unusable(reason)
            defer { state.jobs = [] }
            return state.jobs
        }
        for job in jobs { finish(job, .failure(CurlLoop.unusable(reason))) }
    }

    private func finish(_ job: Job, _ result: Result<HTTPClient.Response, HTTPClient.Failure>) {
        state.withLock { _ = $0.isCancelled.removeValue(forKey: job.id) }
        job.continuation.resume(returning: result)
    }

    private static let cancelledEarly = HTTPClient.Failure(
        kind: .cancelled, delivery: .notSent, message: "cancelled before anything was sent")

    private static func unusable(_ reason: String) -> HTTPClient.Failure {
        HTTPClient.Failure(
            kind: .unusable, delivery: .notSent,
            message: "libcurl cannot be used (Debian's package is `libcurl4`, 7.80 or newer)", detail: reason)
    }
}
