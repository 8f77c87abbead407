internal import Glibc

/// A git repository of our own with nothing in it, for a moment.
struct EmptyRepository {
    /// The folder.
    let path: String

    /// Makes one; nil when that fails.
    ///
    /// - Parameter commit: A name of the kind that its objects have.
    init?(like commit: String, _ variables: [String: String]) {
        let folder = variables["TMPDIR"].flatMap { $0.hasPrefix("/") ? $0 : nil } ?? "/tmp"
        var name = Array("\(folder)/runbook-git-XXXXXX".utf8CString)
        guard mkdtemp(&name) != nil else { return nil }
        path = String(decoding: name.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
        let kind = commit.utf8.count == 64 ? "[extensions]\nobjectformat = sha256\n" : ""
        guard mkdir(path + "/refs", 0o700) == 0,
            EmptyRepository.write("ref: refs/heads/none\n", to: path + "/HEAD"),
            EmptyRepository.write("[core]\nrepositoryformatversion = 1\nbare = true\n" + kind, to: path + "/config")
        else {
            remove()
            return nil
        }
    }

    /// Removes it.
    func remove() {
        for name in ["HEAD", "config"] { unlink("\(path)/\(name)") }
        rmdir(path + "/refs")
        rmdir(path)
    }

    private static func write(_ text: String, to file: String) -> Bool {
        (try? DocumentFile.write(text, to: file)) != nil
    }
}
