internal import CCurl

/// The transfers of one multi handle; lives on the loop's thread.
struct CurlTransfers {
    private let multi: UnsafeMutableRawPointer
    private var running: [Int: CurlTransfer] = [:]
    /// Handles that are done with, kept for the next transfer.
    private var spare: [UnsafeMutableRawPointer] = []

    init(multi: UnsafeMutableRawPointer) {
        self.multi = multi
    }

    /// Starts a transfer; returns why it cannot be started.
    mutating func begin(_ job: CurlLoop.Job) -> HTTPClient.Failure? {
        guard let easy = spare.popLast() ?? cc_easy_init() else {
            return HTTPClient.Failure(kind: .unusable, delivery: .notSent, message: "libcurl is out of memory")
        }
        let transfer = CurlTransfer(job: job, easy: easy)
        if let failure = transfer.prepare() {
            keep(transfer)
            return failure
        }
        let code = cc_multi_add_handle(multi, easy)
        guard code == CURLM_OK else {
            keep(transfer)
            return HTTPClient.Failure(
                kind: .unusable, delivery: .notSent, message: "libcurl does not accept the request",
                detail: "multi code \(code.rawValue)")
        }
        running[job.id] = transfer
        return nil
    }

    /// Ends a transfer that runs.
    mutating func cancel(_ id: Int) -> (CurlLoop.Job, HTTPClient.Failure)? {
        guard let transfer = running.removeValue(forKey: id) else { return nil }
        let failure = transfer.cancelled()
        _ = cc_multi_remove_handle(multi, transfer.easy)
        keep(transfer)
        return (transfer.job, failure)
    }

    /// Moves all transfers on as far as they go without waiting; returns those that ended.
    mutating func advance() -> [(CurlLoop.Job, Result<HTTPClient.Response, HTTPClient.Failure>)] {
        var count: Int32 = 0
        _ = cc_multi_perform(multi, &count)
        var ended: [(CurlLoop.Job, Result<HTTPClient.Response, HTTPClient.Failure>)] = []
        var code = CURLE_OK
        while let easy = cc_multi_next_done(multi, &code) {
            guard let id = CurlTransfer.id(of: easy), let transfer = running.removeValue(forKey: id) else { continue }
            ended.append((transfer.job, transfer.result(code)))
            _ = cc_multi_remove_handle(multi, easy)
            keep(transfer)
        }
        return ended
    }

    /// Frees everything.
    mutating func close() {
        for transfer in running.values {
            _ = cc_multi_remove_handle(multi, transfer.easy)
            transfer.release()
            cc_easy_cleanup(transfer.easy)
        }
        for easy in spare { cc_easy_cleanup(easy) }
        cc_multi_cleanup(multi)
    }

    private mutating func keep(_ transfer: CurlTransfer) {
        cc_easy_reset(transfer.easy)
        transfer.release()
        spare.append(transfer.easy)
    }
}
