import Digests
internal import Glibc
import Processes
import RunbookModel

/// The commit of a document's repository, for the journal.
enum GitState {
    /// A commit, and whether a text differs from it; each is nil when that is not known.
    typealias Commit = (id: String?, isModified: Bool?)

    /// The commit of a document; nil when it is in no repository.
    ///
    /// - Parameter path: The document's real path.
    static func of(_ path: String, text: SourceText, variables: [String: String]) async -> Commit? {
        guard let repository = GitRepository(of: path) else { return nil }
        guard let commit = repository.head else { return (nil, nil) }
        let blob = await blob(of: path, in: repository, at: commit, variables)
        let isModified = blob.map { !names(of: text.bytes, like: commit).contains($0) }
        return (commit, isModified)
    }

    /// What git calls a text: as it is, and with the ends of lines that git writes into a repository.
    private static func names(of bytes: [UInt8], like commit: String) -> [String] {
        let plain = bytes.indices.filter { index in
            bytes[index] != 0x0D || index + 1 == bytes.count || bytes[index + 1] != 0x0A
        }.map { bytes[$0] }
        return [bytes, plain].map { content in
            let blob = Array("blob \(content.count)\0".utf8) + content
            return commit.utf8.count == 64 ? SHA256.hex(blob) : SHA1.hex(blob)
        }
    }

    /// The name of the file's content in a commit, empty when the commit has no such file; nil when it is not known.
    ///
    /// Only git can unpack its objects. It is given a repository of our own that has nothing but their folder, so no
    /// configuration, hook, filter or attribute of the document's repository is seen, let alone followed.
    private static func blob(
        of path: String, in repository: GitRepository, at commit: String, _ variables: [String: String]
    ) async -> String? {
        guard let objects = repository.objects, let empty = EmptyRepository(like: commit, variables) else { return nil }
        defer { empty.remove() }
        let name = String(path.dropFirst(repository.root == "/" ? 1 : repository.root.count + 1))
        let command = ProcessCommand(
            "git", ["ls-tree", "-z", "--full-tree", commit, "--", name],
            environment: [
                "PATH": variables["PATH"] ?? "/usr/bin:/bin", "GIT_DIR": empty.path, "GIT_OBJECT_DIRECTORY": objects,
                "GIT_CONFIG_NOSYSTEM": "1", "GIT_CONFIG_GLOBAL": "/dev/null", "GIT_NO_REPLACE_OBJECTS": "1",
                "GIT_NO_LAZY_FETCH": "1", "GIT_LITERAL_PATHSPECS": "1", "GIT_TERMINAL_PROMPT": "0",
            ], directory: "/", output: .collect(limit: 8192), deadline: .seconds(2), grace: .zero)
        guard let result = try? await Process.run(command), result.isSuccess else { return nil }
        // `100644 blob NAME<tab>PATH<NUL>`
        let words = String(decoding: result.output.prefix { $0 != 0x09 }, as: UTF8.self).split(separator: " ")
        return words.count == 3 && words[1] == "blob" ? String(words[2]) : ""
    }
}
