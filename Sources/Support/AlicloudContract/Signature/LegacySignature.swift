import Digests

/// The signatures of older tools, HMAC-SHA1: of the style RPC in the query, of the style ROA in a header.
package enum LegacySignature {
    /// What an RPC request signs.
    ///
    /// - Parameters:
    ///   - method: The method's word.
    ///   - parameters: The decoded parameters of query and form; `Signature` among them is omitted.
    package static func stringToSign(method: String, parameters: [AcsParameter]) -> String {
        let canonical = AcsEncoding.canonical(parameters.filter { $0.name != "Signature" })
        return "\(method)&%2F&\(AcsEncoding.encoded(canonical))"
    }

    /// The value of the parameter `Signature`.
    package static func signature(of stringToSign: String, secret: String) -> String {
        Base64.encoded(HMACSHA1.code(for: stringToSign.utf8, key: "\(secret)&".utf8))
    }

    /// What an ROA request signs.
    ///
    /// - Parameters:
    ///   - method: The method's word.
    ///   - path: The path as it is sent.
    ///   - query: The decoded parameters of the query.
    ///   - headers: The headers of the request.
    package static func stringToSign(
        method: String, path: String, query: [AcsParameter], headers: [AcsParameter]
    ) -> String {
        func header(_ name: String) -> String { headers.first { $0.name.lowercased() == name }?.value ?? "" }
        let own = headers.map { AcsParameter($0.name.lowercased(), $0.value) }
            .filter { $0.name.hasPrefix("x-acs-") }
            .sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            .map { "\($0.name):\($0.value)\n" }.joined()
        let pairs = query.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
            .map { $0.value.isEmpty ? $0.name : "\($0.name)=\($0.value)" }.joined(separator: "&")
        let lines = [method, header("accept"), header("content-md5"), header("content-type"), header("date")]
        return lines.joined(separator: "\n") + "\n" + own + path + (pairs.isEmpty ? "" : "?\(pairs)")
    }

    /// The value of the header `Authorization` of an ROA request.
    package static func authorization(of stringToSign: String, keyID: String, secret: String) -> String {
        "acs \(keyID):\(Base64.encoded(HMACSHA1.code(for: stringToSign.utf8, key: secret.utf8)))"
    }
}
