extension HTTPClient {
    /// A complete answer.
    package struct Response: Sendable, Hashable {
        /// The status code.
        package var status: Int
        /// The header fields in the order they came, equal names kept apart.
        package var headers: [Header]
        /// The body as it came.
        package var body: [UInt8]

        /// Makes an answer.
        package init(status: Int, headers: [Header] = [], body: [UInt8] = []) {
            self.status = status
            self.headers = headers
            self.body = body
        }

        /// The value of the first header called `name`, without regard to case.
        package func header(_ name: String) -> String? {
            headers.first { $0.name.lowercased() == name.lowercased() }?.value
        }
    }
}
