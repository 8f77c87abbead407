extension HTTPServer {
    /// The certificate and the private key of a server that speaks TLS.
    package struct Identity: Sendable {
        /// The server's certificate, and those that lead from it to an authority, as PEM.
        package let certificate: String
        /// The private key of the first of them, as PEM.
        package let privateKey: String

        /// Makes an identity.
        package init(certificate: String, privateKey: String) {
            self.certificate = certificate
            self.privateKey = privateKey
        }
    }
}
