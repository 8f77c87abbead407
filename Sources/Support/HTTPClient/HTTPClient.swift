/// An HTTP client on libcurl: one of them keeps its connections, on a thread of its own that starts with the first
/// request.
///
/// It never follows redirects, speaks HTTP/1.1 only, and says of every failure whether the request may have reached
/// the server (`Failure.Delivery`).
package final class HTTPClient: Sendable {
    private let configuration: Configuration
    private let loop = CurlLoop()

    /// Makes a client; nothing is loaded, opened or connected yet.
    package init(_ configuration: Configuration = Configuration()) {
        self.configuration = configuration
    }

    deinit { loop.stop() }

    /// Sends a request and returns the complete answer, whatever its status.
    ///
    /// When the task is cancelled the transfer ends at once and the failure says whether something was sent.
    ///
    /// - Throws: `Failure` when there is no complete answer.
    package func send(_ request: Request) async throws(Failure) -> Response {
        let id = loop.reserve()
        let result = await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                loop.submit(
                    CurlLoop.Job(id: id, request: request, configuration: configuration, continuation: continuation))
            }
        } onCancel: {
            loop.cancel(id)
        }
        return try result.get()
    }
}
