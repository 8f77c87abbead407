import AlicloudContract
import Calendar
import Digests
import SandboxWorld

/// Checks who sent a request, in the order the gateway does: key, time, nonce, signature.
struct SignatureCheck {
    let keys: [AccessKey]
    let now: SandboxInstant
    let allowsNonceReuse: Bool
    /// The product and action, for the texts of errors.
    let request: GatewayRequest

    /// The key that signed the request.
    ///
    /// - Throws: `CloudProblem` with the code that is documented for what is wrong.
    func check(_ nonces: inout NonceMemory) throws(CloudProblem) -> AccessKey {
        let authorization = request.header("authorization") ?? ""
        if authorization.hasPrefix("ACS3-") { return try checkCurrent(authorization, &nonces) }
        if authorization.hasPrefix("acs ") { return try checkOldHeader(authorization.dropFirst(4), &nonces) }
        if request.parameter("Signature") != nil { return try checkOldQuery(&nonces) }
        throw CloudProblem("MissingAccessKeyId", message: "AccessKeyId is mandatory for this action.")
    }

    private func checkCurrent(_ authorization: String, _ nonces: inout NonceMemory) throws(CloudProblem) -> AccessKey {
        let words = authorization.split(separator: " ", maxSplits: 1)
        guard words.first == "ACS3-HMAC-SHA256", words.count == 2 else {
            throw problem("InvalidSignatureMethod")
        }
        var parts: [String: String] = [:]
        for part in words[1].split(separator: ",") {
            let pair = part.split(separator: "=", maxSplits: 1)
            if pair.count == 2 { parts[String(pair[0].drop { $0 == " " })] = String(pair[1]) }
        }
        guard let id = parts["Credential"] else {
            throw CloudProblem("MissingAccessKeyId", message: "AccessKeyId is mandatory for this action.")
        }
        let key = try self.key(id, token: request.header("x-acs-security-token"))
        guard let date = request.header("x-acs-date").flatMap({ AcsTime.milliseconds($0) }) else {
            throw problem("InvalidTimeStamp.Format")
        }
        try checkTime(date)
        let nonce = try checkNonce(request.header("x-acs-signature-nonce"), key, nonces)
        let signed = (parts["SignedHeaders"] ?? "").split(separator: ";").map { $0.lowercased() }
        let expected = AcsSignature(
            method: request.method, path: request.path, query: request.query, headers: request.headers, signed: signed,
            body: request.body)
        let hash = request.header("x-acs-content-sha256")
        let isWhole =
            hash.map { isEqualInConstantTime($0.utf8, SHA256.hex(request.body).utf8) } ?? true
            && Set(["host", "x-acs-date", "x-acs-signature-nonce"]).isSubset(of: signed)
            && request.headers.allSatisfy { isSigned($0.name.lowercased(), signed) }
        guard isWhole,
            isEqualInConstantTime((parts["Signature"] ?? "").utf8, expected.signature(secret: key.secret).utf8)
        else { throw mismatch(expected.stringToSign) }
        nonces.add(nonce, now: now)
        return key
    }

    /// Headers of the cloud's own must be signed; of the others the client says which.
    private func isSigned(_ name: String, _ signed: [String]) -> Bool {
        !name.hasPrefix("x-acs-") || signed.contains(name)
    }

    private func checkOldHeader(_ rest: Substring, _ nonces: inout NonceMemory) throws(CloudProblem) -> AccessKey {
        let parts = rest.split(separator: ":", maxSplits: 1)
        guard parts.count == 2 else { throw problem("InvalidSignatureMethod") }
        let key = try self.key(String(parts[0]), token: request.header("x-acs-security-token"))
        guard let date = request.header("date").flatMap({ HTTPDate.milliseconds($0) }) else {
            throw problem("InvalidTimeStamp.Format")
        }
        try checkTime(date)
        let nonce = try checkNonce(request.header("x-acs-signature-nonce"), key, nonces)
        let text = LegacySignature.stringToSign(
            method: request.method, path: request.path, query: request.query, headers: request.headers)
        let expected = LegacySignature.authorization(of: text, keyID: key.id, secret: key.secret)
        guard isEqualInConstantTime("acs \(rest)".utf8, expected.utf8) else { throw mismatch(text) }
        nonces.add(nonce, now: now)
        return key
    }

    private func checkOldQuery(_ nonces: inout NonceMemory) throws(CloudProblem) -> AccessKey {
        guard let id = request.parameter("AccessKeyId") else {
            throw CloudProblem("MissingAccessKeyId", message: "AccessKeyId is mandatory for this action.")
        }
        let key = try self.key(id, token: request.parameter("SecurityToken"))
        guard request.parameter("SignatureMethod")?.uppercased() ?? "HMAC-SHA1" == "HMAC-SHA1" else {
            throw problem("InvalidSignatureMethod")
        }
        guard let date = request.parameter("Timestamp").flatMap({ AcsTime.milliseconds($0) }) else {
            throw problem("InvalidTimeStamp.Format")
        }
        try checkTime(date)
        let nonce = try checkNonce(request.parameter("SignatureNonce"), key, nonces)
        let text = LegacySignature.stringToSign(method: request.method, parameters: request.query + request.form)
        let expected = LegacySignature.signature(of: text, secret: key.secret)
        guard isEqualInConstantTime((request.parameter("Signature") ?? "").utf8, expected.utf8) else {
            throw mismatch(text)
        }
        nonces.add(nonce, now: now)
        return key
    }

    private func key(_ id: String, token: String?) throws(CloudProblem) -> AccessKey {
        guard let key = keys.first(where: { $0.id == id }) else { throw problem("InvalidAccessKeyId.NotFound") }
        if let own = key.token, own != token {
            throw CloudProblem(
                "InvalidSecurityToken.MismatchWithAccessKey",
                message: "Specified SecurityToken mismatch with the AccessKey.")
        }
        return key
    }

    private func checkTime(_ milliseconds: Int) throws(CloudProblem) {
        let distance = now - SandboxInstant(milliseconds: milliseconds)
        if distance > NonceMemory.window || distance < .zero - NonceMemory.window {
            throw problem("InvalidTimeStamp.Expired")
        }
    }

    private func checkNonce(_ nonce: String?, _ key: AccessKey, _ nonces: NonceMemory) throws(CloudProblem) -> String {
        guard let nonce, !nonce.isEmpty else {
            throw CloudProblem("MissingSignatureNonce", message: "SignatureNonce is mandatory for this action.")
        }
        let name = "\(key.id) \(nonce)"
        if !allowsNonceReuse, nonces.holds(name, now: now) { throw problem("SignatureNonceUsed") }
        return name
    }

    private func problem(_ code: String) -> CloudProblem {
        CloudProblem.documented(code, product: "", action: "") ?? CloudProblem(code, message: code)
    }

    private func mismatch(_ stringToSign: String) -> CloudProblem {
        let problem = problem("SignatureDoesNotMatch")
        return CloudProblem(
            problem.code, status: problem.status,
            message: "Specified signature is not matched with our calculation. server string to sign is:\(stringToSign)"
        )
    }
}
