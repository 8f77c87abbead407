extension HTTPClient {
    /// Why there is no complete answer, and whether the request may have done something.
    package struct Failure: Error, Sendable, Hashable {
        /// What went wrong.
        package enum Kind: Sendable, Hashable {
            /// The request cannot be sent as it is (URL, header, HEAD with a body).
            case invalidRequest
            /// libcurl, or a file of the TLS settings, cannot be used on this machine.
            case unusable
            /// The host's or the proxy's name has no address.
            case nameNotResolved
            /// No connection: refused, unreachable.
            case notConnected
            /// The handshake failed, or the server's certificate is not trusted.
            case tls
            /// The proxy does not let the request through.
            case proxy
            /// There was no complete answer in time.
            case timedOut
            /// The connection was closed or reset before the answer began, or while it came.
            case connectionLost
            /// The answer ended before its announced end.
            case cut
            /// What came is not HTTP.
            case malformed
            /// The answer's body is larger than the request allows.
            case tooLarge
            /// The task was cancelled.
            case cancelled
        }

        /// What is known of the request's way to the server.
        package enum Delivery: Sendable, Hashable {
            /// Surely nothing was sent that the server could act on.
            case notSent
            /// Some or all was sent; the server may have acted.
            case unknown
        }

        /// What went wrong.
        package var kind: Kind
        /// Whether the server may have acted.
        package var delivery: Delivery
        /// A sentence for people, lower case and without a full stop.
        package var message: String
        /// libcurl's own words, empty when it was not involved.
        package var detail: String
        /// The status, when the head of the response had come.
        package var status: Int?
        /// What exactly is wrong, for a failure of kind `tls` where that is known.
        package var tlsProblem: TLSProblem?

        /// Makes a failure.
        package init(
            kind: Kind, delivery: Delivery, message: String, detail: String = "", status: Int? = nil,
            tlsProblem: TLSProblem? = nil
        ) {
            self.kind = kind
            self.delivery = delivery
            self.message = message
            self.detail = detail
            self.status = status
            self.tlsProblem = tlsProblem
        }
    }
}
