import Digests

/// The signature ACS3-HMAC-SHA256, which every current SDK uses.
package struct AcsSignature: Sendable, Hashable {
    /// The name of the algorithm, the first word of the header `Authorization`.
    package static let algorithm = "ACS3-HMAC-SHA256"

    /// The names of the signed headers, joined by `;`.
    package let signedHeaders: String
    /// What is digested of the request.
    package let canonicalRequest: String
    /// What is signed.
    package let stringToSign: String

    /// Makes the texts of a request.
    ///
    /// - Parameters:
    ///   - method: The method's word.
    ///   - path: The path as it is sent, percent-encoding included.
    ///   - query: The decoded parameters of the query.
    ///   - headers: The headers of the request; one that is there twice counts with both values, sorted.
    ///   - signed: The lower-case names of the headers that are signed, in any order.
    ///   - body: The bytes of the body.
    package init(
        method: String, path: String, query: [AcsParameter], headers: [AcsParameter], signed: [String], body: [UInt8]
    ) {
        let names = signed.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        signedHeaders = names.joined(separator: ";")
        let lines = names.map { name in
            let values = headers.filter { $0.name.lowercased() == name }.map { AcsSignature.trimmed($0.value) }
            return "\(name):\(values.sorted().joined(separator: ","))\n"
        }
        canonicalRequest = [
            method, path.isEmpty ? "/" : path, AcsEncoding.canonical(query), lines.joined(), signedHeaders,
            SHA256.hex(body),
        ].joined(separator: "\n")
        stringToSign = "\(AcsSignature.algorithm)\n\(SHA256.hex(canonicalRequest))"
    }

    /// The signature in lower-case hexadecimal digits.
    package func signature(secret: String) -> String {
        HMACSHA256.hex(for: stringToSign.utf8, key: secret.utf8)
    }

    /// The value of the header `Authorization`.
    package func authorization(keyID: String, secret: String) -> String {
        "\(AcsSignature.algorithm) Credential=\(keyID),SignedHeaders=\(signedHeaders),"
            + "Signature=\(signature(secret: secret))"
    }

    private static func trimmed(_ text: String) -> String {
        let isSpace: (Character) -> Bool = { $0 == " " || $0 == "\t" }
        var rest = Substring(text).drop(while: isSpace)
        while let last = rest.last, isSpace(last) { rest.removeLast() }
        return String(rest)
    }
}
