package import OrderedJSON

/// An emulator's answer.
package struct SandboxResponse: Sendable, Hashable {
    /// The status code, 200 to 599.
    package var status: Int
    /// The header lines in order, without `Content-Length`, `Date` and `Connection`, which the server adds.
    package var headers: [SandboxHeader]
    /// The body's bytes; for HEAD the ones a GET would get: the server sends only their length.
    package var body: [UInt8]
    /// Whether the emulator knows all of the request; when not, the log names it, and the answer says so in a header.
    package var isEmulated: Bool
    /// What of the request is not emulated, in a few words; empty where it is the request as a whole.
    package var missing: [String] = []
    /// What a person should know of the answer, each as a phrase without a full stop.
    package var hints: [String] = []
    /// Whether the emulator knows that the request only read, where its method does not say so.
    package var onlyRead = false
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

    /// The name of the header that says what of a request is not emulated.
    ///
    /// A real server never sends it, and a client believes it only where it knows that it talks to a sandbox.
    package static let missingHeader = "sandbox-not-emulated"

    /// The name of the header that tells a person more than a real server would.
    ///
    /// A real server never sends it, and a client shows it only where it knows that it talks to a sandbox.
    package static let hintHeader = "sandbox-hint"

    /// The name of the header that says by how many milliseconds virtual time moved before the response.
    ///
    /// In real time a client notices a wait by itself, and the header is not sent.
    package static let waitHeader = "sandbox-waited-ms"

    /// The answer with headers that say what of its request is not emulated, and what a person should know, if anything.
    package func marked(for request: SandboxRequest) -> SandboxResponse {
        var response = self
        if !isEmulated {
            let words = missing.isEmpty ? ["\(request.method) \(request.path)"] : missing
            response.headers.append(
                SandboxHeader(SandboxResponse.missingHeader, SandboxResponse.plain(words.joined(separator: ", "))))
        }
        if !hints.isEmpty {
            response.headers.append(
                SandboxHeader(SandboxResponse.hintHeader, SandboxResponse.plain(hints.joined(separator: "; "))))
        }
        return response
    }

    /// A text as a header may hold it.
    private static func plain(_ text: String) -> String {
        text.unicodeScalars.map { scalar in
            scalar.isASCII && scalar.value >= 0x20 && scalar.value != 0x7F ? String(scalar) : "?"
        }.joined()
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
