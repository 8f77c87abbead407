import Glibc
import RunbookRun
import RunbookTesting
import Synchronization
import Testing

@testable import RunbookStore

struct EnvironmentClaimTests {
    private let temporary: TemporaryStore

    init() throws { temporary = try TemporaryStore() }

    @Test func belongsToOneUntilItIsReleased() async throws {
        let claim = try await temporary.open().claim(["http://one", "/srv/a.md"], .at(5))
        let other = try temporary.open()
        let failure = await #expect(throws: StoreFailure.self) {
            try await other.claim(["/srv/a.md", "http://one"], .at(9))
        }
        let owner = Owner(user: "anna", host: "ops1", process: getpid(), since: Timestamp(milliseconds: 5))
        #expect(failure == .environmentHeld(by: owner))
        claim.release()
        _ = try await other.claim(["/srv/a.md", "http://one"], .at(9))
    }

    @Test func isOfOneDocumentAndItsTargets() async throws {
        let store = try temporary.open()
        let claims = [
            try await store.claim(["http://one", "/srv/a.md"], .at()),
            try await store.claim(["http://one", "/srv/b.md"], .at()),
            try await store.claim(["http://two", "/srv/a.md"], .at()),
        ]
        #expect(claimFiles.count == claims.count)
        for claim in claims { claim.release() }
        #expect(claimFiles.isEmpty)
    }

    private var claimFiles: [String] {
        TestFolder.names(in: temporary.folder.locks).filter { $0.hasPrefix("env-") }
    }

    /// Whoever waits for a file that its owner removes gets a lock that nobody else would find.
    @Test func isNeverTwice() async throws {
        let owners = Owners()
        let folder = temporary.folder
        _ = try temporary.open()
        let path = folder.lock(ofEnvironment: "one")
        try await withThrowingTaskGroup { group in
            for number in 0..<4 {
                group.addTask {
                    for _ in 0..<200 {
                        guard case .taken(let lock) = try FileLock.take(path, owner: Session.at(number).owner) else {
                            continue
                        }
                        owners.enter()
                        // Time for others to come and to wait for this file.
                        for _ in 0..<100 { sched_yield() }
                        owners.leave()
                        lock.removeFile(path)
                    }
                }
            }
            try await group.waitForAll()
        }
        #expect(owners.most == 1)
    }

    /// How many hold a lock now, and the most that ever did.
    private final class Owners: Sendable {
        private let counts = Mutex((now: 0, most: 0))

        var most: Int { counts.withLock(\.most) }
        func enter() { counts.withLock { $0 = ($0.now + 1, max($0.most, $0.now + 1)) } }
        func leave() { counts.withLock { $0.now -= 1 } }
    }
}
