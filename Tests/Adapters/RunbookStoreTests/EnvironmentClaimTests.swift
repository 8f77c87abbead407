import Glibc
import RunbookRun
import RunbookTesting
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
        #expect(TestFolder.names(in: temporary.folder.locks).filter { $0.hasPrefix("env-") }.count == claims.count)
    }
}
