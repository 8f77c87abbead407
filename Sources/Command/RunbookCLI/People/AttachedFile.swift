import Digests
import Files
import RunbookModel
import RunbookRun
import RunbookStore

/// A file that a person attaches to an answer.
struct AttachedFile {
    /// The largest file, in bytes.
    private static let mostBytes = 10 << 20

    private let name: String
    private let bytes: [UInt8]

    private init(name: String, bytes: [UInt8]) {
        self.name = name
        self.bytes = bytes
    }

    /// Reads a file.
    ///
    /// - Throws: `CommandFailure` when it cannot be read, or is too large.
    init(_ path: String) throws(CommandFailure) {
        do throws(FileFailure) {
            bytes = try FileReader.read(path, .own, limit: AttachedFile.mostBytes)
        } catch {
            throw CommandFailure(
                ExitStatus.usage,
                lines: ["cannot attach `\(VisibleText.visible(path))`: \(error.reason); at most 10 MiB are attached"])
        }
        name = path.split(separator: "/").last.map(String.init) ?? path
    }

    /// The file without the secrets that are known.
    ///
    /// - Throws: `CommandFailure` when it is not a text, and one is in it.
    func masked(by secrets: SecretLedger) throws(CommandFailure) -> AttachedFile {
        let text = String(decoding: bytes, as: UTF8.self)
        let masked = secrets.masked(text)
        if masked == text { return self }
        guard String(validating: bytes, as: UTF8.self) != nil else {
            throw CommandFailure(
                ExitStatus.usage,
                lines: [
                    "cannot attach `\(VisibleText.visible(name))`: it contains a secret of the run, and is not a text in "
                        + "which it could be masked; remove the secret"
                ])
        }
        return AttachedFile(name: name, bytes: Array(masked.utf8))
    }

    /// Gives it to the store.
    func keep(in store: RunStore) async throws -> Remark.File {
        let hash = SHA256.hex(bytes)
        _ = try await store.keep(attachment: bytes, sha256: hash)
        return Remark.File(name: name, size: bytes.count, sha256: hash)
    }
}
