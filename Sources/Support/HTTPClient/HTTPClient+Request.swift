extension HTTPClient {
    /// One request.
    package struct Request: Sendable, Hashable {
        /// The method, sent exactly as it is; a GET with a body stays one.
        package var method: String
        /// The absolute `http` or `https` URL, percent-encoded and without a user; its path is sent as it is.
        package var url: String
        /// The headers in order; none is added but `Host`, `Accept`, `Content-Length` and `Authorization`.
        package var headers: [Header]
        /// The body, nil to send none; a HEAD request cannot have one.
        package var body: [UInt8]?
        /// The time from now to the last byte of the answer.
        package var timeout: Duration
        /// The most bytes of an answer's body that are taken; a larger answer is a failure.
        package var maximumBodySize: Int
        /// Whether it may be sent a second time when a kept connection dies under it before a byte of the answer.
        ///
        /// Right for reads. For all else such a death is a failure whose delivery is unknown.
        package var isRepeatable: Bool

        /// Makes a request.
        package init(
            method: String, url: String, headers: [Header] = [], body: [UInt8]? = nil, timeout: Duration = .seconds(30),
            maximumBodySize: Int = 64 << 20, isRepeatable: Bool = false
        ) {
            self.method = method
            self.url = url
            self.headers = headers
            self.body = body
            self.timeout = timeout
            self.maximumBodySize = maximumBodySize
            self.isRepeatable = isRepeatable
        }
    }

    /// A header field.
    package struct Header: Sendable, Hashable {
        /// The name; compared without regard to case.
        package var name: String
        /// The value without surrounding space.
        package var value: String

        /// Makes a header field.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }
}
