import Digests
import Glibc
import HTTPServer
import SandboxWorld

/// What clients need to talk to systems that ask for a user: the certificate of the authority, and the passwords.
///
/// They are in a folder of their own, which is there as long as the sandbox runs.
struct SecurityFiles: Sendable {
    /// Why there are none.
    struct Failure: Error, CustomStringConvertible { let description: String }

    /// The certificate and the key of all servers.
    let identity: HTTPServer.Identity
    /// The certificate of the authority (PEM).
    let authority: String
    private let folder: String
    private let names: [String]

    /// Writes the files; nil when no system asks for a user.
    ///
    /// - Throws: `Failure`, or `EnvironmentFileError` when a file cannot be written.
    init?(for systems: [SandboxSystem]) throws {
        let secure = systems.filter { $0.access != nil }
        if secure.isEmpty { return nil }
        guard let certificate = ServerCertificate() else {
            throw Failure(description: "no certificate could be made: there is no randomness, or no memory")
        }
        var path = Array("\(SecurityFiles.temporary)/runbook-sandbox.XXXXXX".utf8CString)
        guard mkdtemp(&path) != nil else {
            throw EnvironmentFileError(path: SecurityFiles.temporary, code: errno)
        }
        folder = String(decoding: path.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        identity = HTTPServer.Identity(certificate: certificate.certificate, privateKey: certificate.privateKey)
        authority = "\(folder)/ca.pem"
        names = secure.map(\.name)
        try PrivateFile.write(certificate.authority, to: authority)
        for system in secure {
            try PrivateFile.write(system.access?.password ?? "", to: password(of: system.name))
        }
    }

    /// The file with the password of a system's user.
    func password(of system: String) -> String { "\(folder)/\(system).password" }

    /// Removes the files.
    func remove() {
        for name in names { unlink(password(of: name)) }
        unlink(authority)
        rmdir(folder)
    }

    private static var temporary: String {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? ""
        return folder.hasPrefix("/") ? folder : "/tmp"
    }
}
