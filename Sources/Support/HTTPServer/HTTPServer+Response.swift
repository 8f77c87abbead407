extension HTTPServer {
    /// A well-formed response.
    package struct Response: Sendable, Hashable {
        /// The status code, 200 to 999.
        package var status: Int
        /// The header lines, sent in this order, duplicates included.
        ///
        /// `Content-Length`, `Transfer-Encoding` and `Connection` are the server's own and left out here.
        package var headers: [Header]
        /// The body; HEAD, 204 and 304 are answered without it, HEAD with its length.
        package var body: [UInt8]

        /// Makes a response.
        package init(status: Int = 200, headers: [Header] = [], body: [UInt8] = []) {
            self.status = status
            self.headers = headers
            self.body = body
        }
    }
}
