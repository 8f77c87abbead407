internal import CCrypto

/// A certificate for servers of this machine, with the authority that signed it; the authority signs nothing else.
package struct ServerCertificate: Sendable {
    /// The certificate of the authority, as PEM: what clients trust.
    package let authority: String
    /// The server's certificate, as PEM.
    package let certificate: String
    /// The server's private key, as PEM (PKCS #8).
    package let privateKey: String

    /// Makes keys and certificates on the curve P-256 for `localhost` and 127.0.0.1, valid from an hour ago for a month;
    /// nil when libcrypto cannot.
    ///
    /// The authority's own key is forgotten at once.
    package init?() {
        guard let signer = runbook_crypto_key(), let own = runbook_crypto_key() else { return nil }
        defer {
            EVP_PKEY_free(signer)
            EVP_PKEY_free(own)
        }
        let authorityName = "runbook sandbox authority"
        guard
            let root = Certificate(
                of: signer, named: authorityName, issuer: authorityName,
                extensions: [
                    (NID_basic_constraints, "critical,CA:TRUE"), (NID_key_usage, "critical,keyCertSign,cRLSign"),
                    (NID_subject_key_identifier, "hash"),
                ], signedWith: signer),
            let leaf = Certificate(
                of: own, named: "localhost", issuer: authorityName,
                extensions: [
                    (NID_basic_constraints, "critical,CA:FALSE"), (NID_key_usage, "critical,digitalSignature"),
                    (NID_ext_key_usage, "serverAuth"), (NID_subject_alt_name, "DNS:localhost,IP:127.0.0.1"),
                ], signedWith: signer),
            let rootText = root.text, let leafText = leaf.text,
            let keyText = PEMBuffer.text({ PEM_write_bio_PKCS8PrivateKey($0, own, nil, nil, 0, nil, nil) })
        else { return nil }
        authority = rootText
        certificate = leafText + rootText
        privateKey = keyText
    }
}

/// A certificate of libcrypto.
private final class Certificate {
    private let pointer: OpaquePointer

    /// Makes and signs one; nil when libcrypto cannot.
    init?(
        of key: OpaquePointer, named name: String, issuer: String, extensions: [(Int32, String)],
        signedWith signer: OpaquePointer
    ) {
        guard let pointer = X509_new() else { return nil }
        self.pointer = pointer
        var serial: UInt64 = 0
        for _ in 0..<8 { serial = serial << 8 | UInt64.random(in: 0..<256) }
        guard X509_set_version(pointer, 2) == 1,
            ASN1_INTEGER_set_uint64(X509_get_serialNumber(pointer), serial >> 1) == 1,
            X509_gmtime_adj(X509_getm_notBefore(pointer), -3600) != nil,
            X509_gmtime_adj(X509_getm_notAfter(pointer), 30 * 86_400) != nil,
            X509_set_pubkey(pointer, key) == 1,
            Certificate.set(name, in: X509_get_subject_name(pointer)),
            Certificate.set(issuer, in: X509_get_issuer_name(pointer))
        else { return nil }
        var context = X509V3_CTX()
        X509V3_set_ctx(&context, pointer, pointer, nil, nil, 0)
        for (kind, value) in extensions {
            guard let made = X509V3_EXT_conf_nid(nil, &context, kind, value) else { return nil }
            let isAdded = X509_add_ext(pointer, made, -1)
            X509_EXTENSION_free(made)
            guard isAdded == 1 else { return nil }
        }
        guard X509_sign(pointer, signer, EVP_sha256()) > 0 else { return nil }
    }

    deinit { X509_free(pointer) }

    /// The certificate as PEM.
    var text: String? { PEMBuffer.text { PEM_write_bio_X509($0, pointer) } }

    private static func set(_ name: String, in subject: OpaquePointer?) -> Bool {
        let bytes = Array(name.utf8)
        return X509_NAME_add_entry_by_NID(subject, NID_commonName, MBSTRING_UTF8, bytes, Int32(bytes.count), -1, 0) == 1
    }
}

/// What libcrypto writes to memory.
private enum PEMBuffer {
    /// The text that is written; nil when the writer fails.
    static func text(_ write: (OpaquePointer) -> Int32) -> String? {
        guard let buffer = BIO_new(BIO_s_mem()) else { return nil }
        defer { BIO_free(buffer) }
        guard write(buffer) == 1 else { return nil }
        var bytes = [UInt8](repeating: 0, count: 16384)
        let count = BIO_read(buffer, &bytes, Int32(bytes.count))
        return count > 0 ? String(decoding: bytes.prefix(Int(count)), as: UTF8.self) : nil
    }
}
