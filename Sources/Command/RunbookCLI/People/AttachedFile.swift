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

    /// Gives it to the store.
    func keep(in store: RunStore) async throws -> Remark.File {
        let hash = SHA256.hex(bytes)
        _ = try await store.keep(attachment: bytes, sha256: hash)
        return Remark.File(name: name, size: bytes.count, sha256: hash)
    }
}
