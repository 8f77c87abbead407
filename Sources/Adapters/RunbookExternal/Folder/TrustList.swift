internal import Files
internal import Glibc
internal import OrderedJSON
internal import RunbookModel

/// The plugins that the operator accepted where they are, with the hash that their files had then.
package struct TrustList: Sendable {
    /// A plugin that was accepted.
    package struct Entry: Sendable, Hashable {
        /// The folder's real path.
        package let path: String
        /// The SHA-256 of its content at that time.
        package let sha256: String
    }

    /// The list's file.
    package let file: String
    /// The plugins, sorted by path.
    package private(set) var entries: [Entry]

    /// What is wrong with the list's file.
    package struct Failure: Error, Sendable {
        /// The reason, as a phrase.
        package let reason: String
        /// Whether the file may be right, and only cannot be read.
        package var isUnreadable = false
    }

    /// Reads the list of a configuration folder; one that is not there is empty.
    package init(configuration: String) throws(Failure) {
        file = configuration + "/trusted-plugins.json"
        entries = []
        if access(file, F_OK) != 0 { return }
        let bytes: [UInt8]
        do throws(FileFailure) {
            bytes = try FileReader.read(file, .own, limit: 1 << 24)
        } catch {
            throw Failure(
                reason: "cannot read the list of trusted plugins `\(VisibleText.visible(file))`: "
                    + VisibleText.visible(error.reason),
                isUnreadable: true)
        }
        guard let json = try? JSON(bytes: bytes),
            json["version"] == 1,
            let plugins = json["plugins"]?.array
        else { throw Failure(reason: "`\(VisibleText.visible(file))` is not a list of trusted plugins") }
        entries = plugins.compactMap { plugin in
            guard let path = plugin["path"]?.string, let hash = plugin["sha256"]?.string else { return nil }
            return Entry(path: path, sha256: hash)
        }
    }

    /// Accepts a folder as it is now.
    package mutating func add(_ folder: String, sha256: String) {
        remove(folder)
        entries.append(Entry(path: folder, sha256: sha256))
        entries.sort { $0.path < $1.path }
    }

    /// Takes a folder off the list.
    package mutating func remove(_ folder: String) { entries.removeAll { $0.path == folder } }

    /// Writes the list, whole or not at all.
    package func write() throws(Failure) {
        let plugins = entries.map { ["path": .string($0.path), "sha256": .string($0.sha256)] as JSON }
        let json: JSON = ["version": 1, "plugins": .array(plugins)]
        for (index, character) in file.enumerated() where character == "/" && index > 0 {
            mkdir(String(file.prefix(index)), 0o700)
        }
        let draft = "\(file).\(getpid())"
        let bytes = json.bytes(.pretty) + [0x0A]
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Failure(reason: "`\(VisibleText.visible(file))` cannot be written") }
        let written = Glibc.write(descriptor, bytes, bytes.count)
        let isWritten = written == bytes.count && fsync(descriptor) == 0
        close(descriptor)
        guard isWritten, rename(draft, file) == 0 else {
            unlink(draft)
            throw Failure(reason: "`\(VisibleText.visible(file))` cannot be written")
        }
    }
}
