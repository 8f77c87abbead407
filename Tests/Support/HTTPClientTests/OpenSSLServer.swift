import Foundation

/// `openssl s_server` with a certificate of its own, which is its authority as well.
struct OpenSSLServer {
    let port: Int
    /// The server's certificate and its key.
    let certificate: String
    let key: String
    /// The certificate that signed it: itself, or an authority of its own.
    let authority: String
    private let process: Process
    private let folder: URL

    /// Starts a server.
    ///
    /// - Parameters:
    ///   - name: The name in the certificate.
    ///   - days: How long the certificate is valid; negative for one that was. An authority signs it then.
    ///   - demandsCertificate: Whether clients must show a certificate that `authority` has signed.
    ///   - options: More options of `openssl s_server`.
    init(
        name: String, hasAuthority: Bool = false, days: Int = 2, demandsCertificate: Bool = false,
        options: [String] = []
    ) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("runbook-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        certificate = folder.appendingPathComponent("cert.pem").path
        key = folder.appendingPathComponent("key.pem").path
        let new = ["req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-keyout"]
        let subject = ["-subj", "/CN=\(name)", "-addext", "subjectAltName=DNS:\(name)"]
        if hasAuthority {
            authority = folder.appendingPathComponent("ca.pem").path
            let (authorityKey, request) = (folder.path + "/ca.key", folder.path + "/request.pem")
            try await OpenSSLServer.run(
                new + [authorityKey, "-x509", "-days", "2", "-subj", "/CN=authority", "-out", authority])
            try await OpenSSLServer.run(new + [key] + subject + ["-out", request])
            try await OpenSSLServer.run([
                "x509", "-req", "-in", request, "-CA", authority, "-CAkey", authorityKey, "-CAcreateserial",
                "-days", "\(days)", "-copy_extensions", "copy", "-out", certificate,
            ])
        } else {
            authority = certificate
            try await OpenSSLServer.run(new + [key, "-x509", "-days", "\(days)"] + subject + ["-out", certificate])
        }

        process = OpenSSLServer.openssl(
            ["s_server", "-www", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-CAfile", authority]
                + (demandsCertificate ? ["-Verify", "1", "-verify_return_error"] : []) + options)
        let output = Pipe()
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
        var text = ""
        while !(text.contains("ACCEPT") && text.hasSuffix("\n")) {
            let data = output.fileHandleForReading.availableData
            if data.isEmpty { break }
            text += String(decoding: data, as: UTF8.self)
        }
        let address = text.split(separator: "\n").last { $0.hasPrefix("ACCEPT") }
        guard let port = address?.split(separator: ":").last.flatMap({ Int($0) }) else { throw Problem.noPort }
        self.port = port
    }

    enum Problem: Error { case noPort }

    func stop() {
        // Not TERM: the child has inherited the signal mask of a thread that blocks it.
        kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
        try? FileManager.default.removeItem(at: folder)
    }

    private static func openssl(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        return process
    }

    private static func run(_ arguments: [String]) async throws {
        let process = openssl(arguments)
        process.standardError = FileHandle.nullDevice
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
    }
}
