import AlicloudContract
import Digests
import HTTPClient
import RunbookModel

/// Signs requests with ACS3-HMAC-SHA256.
struct RequestSigner {
    let credentials: Credentials
    /// Milliseconds since 1970-01-01T00:00:00Z.
    let now: Int
    /// A text that no other request has.
    let nonce: String

    /// The headers of a request to a host, the signature among them.
    func headers(of request: CloudRequest, host: String) -> [HTTPClient.Header] {
        var headers = [
            AcsParameter("host", host), AcsParameter("accept", "application/json"),
            AcsParameter("x-acs-action", request.action), AcsParameter("x-acs-version", request.version),
            AcsParameter("x-acs-date", AcsTime.text(now)), AcsParameter("x-acs-signature-nonce", nonce),
            AcsParameter("x-acs-content-sha256", SHA256.hex(request.body?.bytes ?? [])),
        ]
        if let body = request.body { headers.append(AcsParameter("content-type", body.type)) }
        if let token = credentials.token { headers.append(AcsParameter("x-acs-security-token", token.reveal())) }
        let signature = AcsSignature(
            method: request.method, path: request.path, query: request.query, headers: headers,
            signed: headers.map(\.name), body: request.body?.bytes ?? [])
        let authorization = signature.authorization(
            keyID: credentials.keyID, secret: credentials.secret.reveal())
        return (headers + [AcsParameter("Authorization", authorization)]).map { HTTPClient.Header($0.name, $0.value) }
    }
}
