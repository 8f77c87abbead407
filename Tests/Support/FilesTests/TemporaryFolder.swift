import Glibc

/// A folder of a test's own, which is gone with it.
final class TemporaryFolder {
    /// Its real path.
    let path: String

    struct Failure: Error {}

    init() throws {
        var template = Array("/tmp/runbook-files-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw Failure() }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        guard let folder = opendir(path) else { return }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
                pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
            }
            unlink("\(path)/\(name)")
        }
        closedir(folder)
        rmdir(path)
    }

    func write(_ text: String, to name: String) throws -> String {
        let file = "\(path)/\(name)"
        guard let stream = fopen(file, "w") else { throw Failure() }
        defer { fclose(stream) }
        guard fputs(text, stream) >= 0 else { throw Failure() }
        return file
    }

    func link(_ target: String, at name: String) throws -> String {
        let file = "\(path)/\(name)"
        guard symlink(target, file) == 0 else { throw Failure() }
        return file
    }
}
