extension HTTPClient {
    /// How a TLS connection is verified; paths are of PEM files.
    package struct TLS: Sendable, Hashable {
        /// The authorities that are trusted instead of the system's.
        package var authorityFile: String?
        /// The client's certificate chain.
        package var certificateFile: String?
        /// The client's private key, when it is not in the certificate's file.
        package var keyFile: String?
        /// The name that the server's certificate must be for, when it is not the URL's host.
        ///
        /// It is also what is asked for in the handshake (SNI); the `Host` header stays the URL's.
        package var serverName: String?
        /// Whether the server's certificate and its name are verified.
        package var isVerified: Bool

        /// Makes the settings; without arguments the system's authorities are trusted.
        package init(
            authorityFile: String? = nil, certificateFile: String? = nil, keyFile: String? = nil,
            serverName: String? = nil, isVerified: Bool = true
        ) {
            self.authorityFile = authorityFile
            self.certificateFile = certificateFile
            self.keyFile = keyFile
            self.serverName = serverName
            self.isVerified = isVerified
        }
    }
}
