import Glibc
import RunbookModel

@testable import RunbookCLI

/// The files of a repository that a document lies in: `HEAD`, a zero byte, and `packed-refs`.
enum RepositoryBoundary {
    private static let root: String = {
        let root = "/tmp/runbook-fuzz-\(getpid())"
        for folder in ["", "/.git", "/.git/refs", "/.git/objects"] { mkdir(root + folder, 0o700) }
        return root
    }()

    static func feed(_ bytes: [UInt8]) {
        let (head, references) = bytes.halves
        write(head, to: "/.git/HEAD")
        write(references, to: "/.git/packed-refs")
        guard let repository = GitRepository(of: root + "/runbook.md") else { return }
        if let commit = repository.head {
            promise([40, 64].contains(commit.utf8.count), "a commit has a name that git knows: \(commit)")
        }
        _ = repository.objects
    }

    private static func write(_ bytes: [UInt8], to file: String) {
        let descriptor = open(root + file, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
        guard descriptor >= 0 else { return }
        _ = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        close(descriptor)
    }
}
