extension HTTPServer {
    /// One header line.
    package struct Header: Sendable, Hashable {
        /// The name as it is written on the wire.
        package var name: String
        /// The value without white space at its ends.
        package var value: String

        /// Makes a header line.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }
}
