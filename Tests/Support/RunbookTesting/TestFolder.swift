internal import Glibc

/// A folder of a test's own, which is gone with it.
package final class TestFolder: Sendable {
    /// Its absolute path.
    package let path: String

    /// Something that the file system refused.
    package struct Failure: Error {
        let message: String
    }

    /// Makes an empty folder.
    package init() throws {
        var template = Array("/tmp/runbook-test-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure(message: "no temporary folder") }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit { TestFolder.remove(path) }

    /// The path of a file in it.
    package func file(_ name: String) -> String { "\(path)/\(name)" }

    /// Writes a file, with the folders above it, and gives its path.
    @discardableResult
    package func write(_ text: String, to name: String) throws -> String { try write(Array(text.utf8), to: name) }

    /// Writes a file, with the folders above it, and gives its path.
    @discardableResult
    package func write(_ bytes: [UInt8], to name: String) throws -> String {
        let path = file(name)
        for (index, character) in path.enumerated() where character == "/" && index > 0 {
            mkdir(String(path.prefix(index)), 0o700)
        }
        guard let stream = fopen(path, "w") else { throw Failure(message: "cannot write \(path)") }
        defer { fclose(stream) }
        guard fwrite(bytes, 1, bytes.count, stream) == bytes.count else {
            throw Failure(message: "cannot write \(path)")
        }
        return path
    }

    /// Makes a symbolic link, and gives its path.
    @discardableResult
    package func link(_ target: String, at name: String) throws -> String {
        guard symlink(target, file(name)) == 0 else { throw Failure(message: "cannot link \(name)") }
        return file(name)
    }

    /// Makes a folder, with those above it, and gives its path.
    @discardableResult
    package func makeFolder(_ name: String) throws -> String {
        try write("", to: "\(name)/.made")
        try remove("\(name)/.made")
        return file(name)
    }

    /// Removes a file.
    package func remove(_ name: String) throws {
        guard unlink(file(name)) == 0 else { throw Failure(message: "cannot remove \(name)") }
    }

    /// The bytes of a file.
    package func read(_ name: String) throws -> [UInt8] { try TestFolder.bytes(of: file(name)) }

    /// The text of a file.
    package func text(_ name: String) throws -> String { String(decoding: try read(name), as: UTF8.self) }

    /// The bytes of a file anywhere.
    package static func bytes(of path: String) throws -> [UInt8] {
        guard let stream = fopen(path, "r") else { throw Failure(message: "cannot read \(path)") }
        defer { fclose(stream) }
        var bytes: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = fread(&buffer, 1, buffer.count, stream)
            if count == 0 { return bytes }
            bytes += buffer[..<count]
        }
    }

    /// The names in a folder anywhere, sorted; none when there is no such folder.
    package static func names(in path: String) -> [String] {
        guard let folder = opendir(path) else { return [] }
        defer { closedir(folder) }
        var names: [String] = []
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            if name != "." && name != ".." { names.append(name) }
        }
        return names.sorted()
    }

    private static func remove(_ path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return }
        if status.st_mode & S_IFMT == S_IFDIR {
            chmod(path, 0o700)
            for name in names(in: path) { remove("\(path)/\(name)") }
            rmdir(path)
        } else {
            unlink(path)
        }
    }
}
