package import OrderedJSON

/// An emulator's answer.
package struct SandboxResponse: Sendable, Hashable {
    /// The status code, 200 to 599.
    package var status: Int
    /// The header lines in order, without `Content-Length`, `Date` and `Connection`, which the server adds.
    package var headers: [SandboxHeader]
    /// The body's bytes; for HEAD the ones a GET would get: the server sends only their length.
    package var body: [UInt8]
    /// Whether the emulator knows the endpoint; when not, the sandbox's log names the request.
    package var isEmulated: Bool
    /// How long the client has to wait before it is worth asking again; nil when this is the answer.
    ///
    /// Who does not wait takes the answer as it would be at the end.
    package var wait: Duration?

    /// Makes an answer.
    package init(status: Int, headers: [SandboxHeader] = [], body: [UInt8] = [], isEmulated: Bool = true) {
        self.status = status
        self.headers = headers
        self.body = body
        self.isEmulated = isEmulated
    }

    /// Makes an answer of compact JSON.
    package init(
        status: Int = 200,
        json: JSON,
        contentType: String = "application/json; charset=UTF-8",
        isEmulated: Bool = true
    ) {
        self.init(
            status: status, headers: [SandboxHeader("content-type", contentType)], body: json.bytes(),
            isEmulated: isEmulated)
    }
}
