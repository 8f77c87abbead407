import Glibc
import RunbookRun

@testable import RunbookStore

/// A store in a new folder that is removed with everything in it.
final class TemporaryStore: Sendable {
    let folder: StoreFolder
    private let parent: String

    init() throws {
        var template = Array("/tmp/runbook-store-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw Failure() }
        parent = String(cString: made)
        folder = StoreFolder(path: "\(parent)/state/runbook")
    }

    deinit { Self.remove(parent) }

    struct Failure: Error {}

    func open(_ access: RunStore.Access = .write) throws -> RunStore {
        try RunStore(folder, access: access)
    }

    static func names(in folder: String) -> [String] {
        guard let directory = opendir(folder) else { return [] }
        defer { closedir(directory) }
        var names: [String] = []
        while let entry = readdir(directory) {
            let name = withUnsafeBytes(of: entry.pointee.d_name) {
                String(decoding: $0.prefix { $0 != 0 }, as: UTF8.self)
            }
            if name != ".", name != ".." { names.append(name) }
        }
        return names
    }

    private static func remove(_ path: String) {
        if unlink(path) == 0 { return }
        for name in names(in: path) { remove("\(path)/\(name)") }
        rmdir(path)
    }
}

extension Session {
    /// A session whose clock stands still.
    static func at(_ milliseconds: Int = 1_795_000_000_000) -> Session {
        Session(user: "anna", host: "ops1") { Timestamp(milliseconds: milliseconds) }
    }
}

extension RunEvent {
    static func begin(title: String = "Connect clusters") -> RunEvent {
        .started(
            RunStart(
                tool: "runbook 0.1.0", user: "anna", host: "ops1",
                document: RunStart.Document(
                    file: "connect.md", path: "/srv/connect.md", sha256: "00", commit: nil, isModified: false),
                environment: RunStart.Environment(
                    .init(name: "staging", sha256: "11", isSandbox: false, isDisposable: false),
                    path: "/srv/staging.yaml"),
                targets: [], parameters: [], outline: Outline(title: title, steps: [])))
    }
}
