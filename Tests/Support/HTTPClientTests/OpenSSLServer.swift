import Foundation

/// `openssl s_server` with a certificate of its own, which is its authority as well.
struct OpenSSLServer {
    let port: Int
    let certificate: String
    let key: String
    private let process: Process
    private let folder: URL

    init(name: String, demandsCertificate: Bool = false) async throws {
        folder = FileManager.default.temporaryDirectory.appendingPathComponent("runbook-tls-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        certificate = folder.appendingPathComponent("cert.pem").path
        key = folder.appendingPathComponent("key.pem").path
        let maker = OpenSSLServer.openssl([
            "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "2",
            "-subj", "/CN=\(name)", "-addext", "subjectAltName=DNS:\(name)", "-keyout", key, "-out", certificate,
        ])
        maker.standardError = FileHandle.nullDevice
        try await OpenSSLServer.run(maker)

        process = OpenSSLServer.openssl(
            ["s_server", "-www", "-accept", "127.0.0.1:0", "-cert", certificate, "-key", key, "-CAfile", certificate]
                + (demandsCertificate ? ["-Verify", "1", "-verify_return_error"] : []))
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
        process.terminate()
        try? FileManager.default.removeItem(at: folder)
    }

    private static func openssl(_ arguments: [String]) -> Process {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/openssl")
        process.arguments = arguments
        process.standardInput = FileHandle.nullDevice
        return process
    }

    private static func run(_ process: Process) async throws {
        try await withCheckedThrowingContinuation { (continuation: CheckedContinuation<Void, any Error>) in
            process.terminationHandler = { _ in continuation.resume() }
            do { try process.run() } catch { continuation.resume(throwing: error) }
        }
    }
}
