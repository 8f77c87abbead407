import RunbookRun
import RunbookTesting

@testable import RunbookStore

/// A store in a new folder that is removed with everything in it.
final class TemporaryStore: Sendable {
    let folder: StoreFolder
    private let parent: TestFolder

    init() throws {
        parent = try TestFolder()
        folder = StoreFolder(path: parent.file("state/runbook"))
    }

    struct Failure: Error {}

    func open(_ access: RunStore.Access = .write) throws -> RunStore {
        try RunStore(folder, access: access)
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
