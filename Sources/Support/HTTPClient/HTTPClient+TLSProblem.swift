extension HTTPClient {
    /// Why a TLS connection did not come about.
    package enum TLSProblem: Sendable, Hashable {
        /// The server's certificate, or one that signed it, is not valid any more.
        case expired
        /// The server's certificate, or one that signed it, is not valid yet.
        case notYetValid
        /// The server's certificate is for another name.
        case otherName
        /// The server's certificate is signed by itself, and nobody has said that it is trusted.
        case selfSigned
        /// The server's certificate is signed by an authority that is not trusted.
        case unknownAuthority
        /// What answers speaks no TLS.
        case notSpoken
        /// The server requires a certificate of ours, and there is none.
        case certificateDemanded
        /// The server does not accept our certificate.
        case certificateRefused
    }
}

extension HTTPClient.TLSProblem {
    /// Reads what OpenSSL says about a failed connection; nil when it is nothing that a person can fix by name.
    ///
    /// - Parameters:
    ///   - code: The result of verifying the server's certificate, as in OpenSSL's `x509_vfy.h`; 0 when that went well.
    ///   - text: libcurl's words, which hold OpenSSL's reason.
    ///   - hasCertificate: Whether we have shown a certificate.
    init?(verification code: Int, text: String, hasCertificate: Bool) {
        switch code {
        case 10: self = .expired
        case 9: self = .notYetValid
        case 18: self = .selfSigned
        case 19, 20, 21, 2: self = .unknownAuthority
        case 62, 64: self = .otherName
        default:
            let text = text.lowercased()
            func says(_ phrases: String...) -> Bool { phrases.contains { text.contains($0) } }
            if says("certificate subject name", "does not match target host name", "match hostname") {
                self = .otherName
            } else if says("wrong version number", "packet length too long", "http request", "unknown protocol") {
                self = .notSpoken
            } else if says("alert certificate required") {
                self = .certificateDemanded
            } else if says("alert handshake failure", "alert bad certificate"), !hasCertificate {
                self = .certificateDemanded
            } else if says(
                "alert bad certificate", "alert unknown ca", "alert certificate expired", "alert certificate revoked",
                "alert certificate unknown", "alert unsupported certificate")
            {
                self = .certificateRefused
            } else {
                return nil
            }
        }
    }

    /// The problem as a sentence about a server.
    func message(about server: String) -> String {
        switch self {
        case .expired: "the certificate of \(server) has expired"
        case .notYetValid: "the certificate of \(server) is not valid yet"
        case .otherName: "the certificate of \(server) is for another name"
        case .selfSigned: "the certificate of \(server) is signed by itself, and not trusted"
        case .unknownAuthority: "the certificate of \(server) is signed by an authority that is not trusted"
        case .notSpoken: "\(server) does not use TLS"
        case .certificateDemanded: "\(server) requires a client certificate"
        case .certificateRefused: "\(server) rejected the client certificate"
        }
    }

    /// Whether the server tells us so in the midst of the handshake, in TLS 1.3 after we could send already.
    ///
    /// It cannot have acted then: it reads a request only when the handshake is over.
    var isServersWord: Bool { self == .certificateDemanded || self == .certificateRefused }
}
