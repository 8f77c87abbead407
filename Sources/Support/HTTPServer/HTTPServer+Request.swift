extension HTTPServer {
    /// A request with everything the client sent.
    package struct Request: Sendable, Hashable {
        /// The method's word, whatever it is.
        package var method: String
        /// The request target as it was sent: nothing decoded, nothing normalised.
        ///
        /// Bytes that are not UTF-8 are replaced.
        package var target: String
        /// The header lines in order, duplicates included.
        package var headers: [Header]
        /// The body, with any chunked coding taken off; a body of GET or DELETE counts as well.
        package var body: [UInt8]
        /// The client's port, by which its connections are distinguished; 0 when it is not known.
        package var clientPort: Int

        /// Makes a request.
        package init(method: String, target: String, headers: [Header] = [], body: [UInt8] = [], clientPort: Int = 0) {
            self.method = method
            self.target = target
            self.headers = headers
            self.body = body
            self.clientPort = clientPort
        }
    }
}
