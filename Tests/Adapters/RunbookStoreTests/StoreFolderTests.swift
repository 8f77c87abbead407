import Glibc
import RunbookModel
import RunbookRun
import RunbookTesting
import Testing

@testable import RunbookStore

struct StoreFolderTests {
    @Test(
        arguments: [
            ("/a", ["RUNBOOK_STORE": "/b", "XDG_STATE_HOME": "/c", "HOME": "/d"], "/a"),
            (nil, ["RUNBOOK_STORE": "/b", "XDG_STATE_HOME": "/c", "HOME": "/d"], "/b"),
            (nil, ["RUNBOOK_STORE": "", "XDG_STATE_HOME": "/c", "HOME": "/d"], "/c/runbook"),
            (nil, ["XDG_STATE_HOME": "relative", "HOME": "/d"], "/d/.local/state/runbook"),
        ] as [(String?, [String: String], String)])
    func isTheFirstThatIsNamed(option: String?, environment: [String: String], path: String) {
        #expect(StoreFolder(option: option, environment: environment).path == path)
    }

    @Test func isReadableForNobodyElse() async throws {
        let temporary = try TemporaryStore()
        let journal = try await temporary.open().begin(.at())
        try await journal.append([.begin()], isDurable: true)
        let folder = temporary.folder
        #expect(mode(folder.path) == 0o700)
        #expect(mode(folder.locks) == 0o700)
        #expect(Set(TestFolder.names(in: folder.path)) == ["runs.db", "runs.db-wal", "runs.db-shm", "locks"])
        for name in ["runs.db", "runs.db-wal", "runs.db-shm", "locks/\(journal.run)"] {
            #expect(mode("\(folder.path)/\(name)") == 0o600, "\(name)")
        }
    }

    @Test func narrowsADatabaseThatWasCopiedThere() async throws {
        let temporary = try TemporaryStore()
        _ = try temporary.open()
        chmod(temporary.folder.database, 0o644)
        _ = try temporary.open()
        #expect(mode(temporary.folder.database) == 0o600)
    }

    @Test(arguments: [0o755, 0o770, 0o701, 0o777] as [mode_t])
    func isClosedToOthers(mode: mode_t) throws {
        let temporary = try TemporaryStore()
        #expect(!(try temporary.open().wasOpenToOthers))
        chmod(temporary.folder.path, mode)
        #expect(try temporary.open().wasOpenToOthers)
        #expect(self.mode(temporary.folder.path) == 0o700)
        #expect(!(try temporary.open().wasOpenToOthers))
    }

    @Test func aFolderThatHoldsMoreIsRefused() throws {
        let temporary = try TemporaryStore()
        _ = try temporary.open()
        let other = StoreFolder(path: temporary.folder.path + "-other")
        mkdir(other.path, 0o700)
        mkdir(other.path + "/else", 0o700)
        chmod(other.path, 0o755)
        let failure = #expect(throws: StoreFailure.self) { try RunStore(other, access: .write) }
        #expect(failure == .openFolder(other.path))
        #expect(mode(other.path) == 0o755)
    }

    /// As root: everybody else may not give files away.
    @Test(.enabled(if: geteuid() == 0), arguments: [true, false])
    func theStoreOfAnotherUserIsTold(isFolder: Bool) throws {
        let temporary = try TemporaryStore()
        #expect(try temporary.open().otherOwner == nil)
        let path = isFolder ? temporary.folder.path : temporary.folder.database
        chown(path, 65534, 65534)
        #expect(try temporary.open().otherOwner == "nobody")
        #expect(try RunStore(temporary.folder, access: .read).otherOwner == nil)
        chmod(temporary.folder.path, 0o755)
        #expect(try temporary.open().wasOpenToOthers)
        #expect(mode(temporary.folder.path) == 0o700)
    }

    @Test func whoIsAnotherUser() {
        #expect(StoreFolder.otherUser(7, than: 7) == nil)
        #expect(StoreFolder.otherUser(0, than: 7) == "root")
        #expect(StoreFolder.otherUser(4_000_000, than: 7) == "4000000")
        let failure = StoreFailure.otherOwner(path: "/s", user: "ana").diagnostic
        #expect(failure.code == "store/owner" && failure.message.contains("`/s` belongs to the user ana"))
    }

    @Test(arguments: [(0o700, false), (0o750, true), (0o705, true)] as [(mode_t, Bool)])
    func aReaderSeesThatOthersMayEnter(mode: mode_t, isOpen: Bool) throws {
        let temporary = try TemporaryStore()
        #expect(!temporary.folder.isOpenToOthers)
        _ = try temporary.open()
        chmod(temporary.folder.path, mode)
        let store = try RunStore(temporary.folder, access: .read)
        #expect(store.folder.isOpenToOthers == isOpen)
        #expect(self.mode(temporary.folder.path) == mode)
    }

    /// A name that is too long stands for a folder that may not be looked into: root may look into all of them.
    @Test func whatCannotBeSeenIsNotAnEmptyStore() throws {
        let folder = StoreFolder(path: "/tmp/" + String(repeating: "x", count: 300))
        #expect(throws: SystemError.self) { try folder.isThere }
        #expect(throws: StoreFailure.self) { try RunStore(folder, access: .read) }
        #expect(throws: StoreFailure.self) { try StoreRepair(folder).repair(at: Timestamp(milliseconds: 0)) }
        #expect(try !StoreFolder(path: "/tmp/not-there-\(getpid())").isThere)
        #expect(try !StoreFolder(path: "/etc/passwd").isThere)
    }

    @Test func damageIsNotedOnce() throws {
        let temporary = try TemporaryStore()
        _ = try temporary.open()
        for run in ["a", nil, "a", nil] as [String?] { temporary.folder.noteDamage(of: run) }
        #expect(try TestFolder.bytes(of: temporary.folder.path + "/damaged") == Array("a\n\n".utf8))
    }

    @Test func aFileInItsPlaceIsSaid() throws {
        let folder = StoreFolder(path: "/etc/passwd")
        let failure = #expect(throws: StoreFailure.self) { try RunStore(folder, access: .write) }
        #expect(
            failure?.diagnostic.message == "cannot create the folder `/etc/passwd`: Not a directory")
    }

    @Test(
        arguments: [(0x6969, "NFS"), (0xFE53_4D42, "SMB2"), (0xEF53, nil), (0x0102_1994, nil)]
            as [(Int, String?)])
    func knowsNetworkFileSystems(type: Int, name: String?) {
        #expect(StoreFolder.networkFileSystem(type) == name)
    }

    private func mode(_ path: String) -> mode_t? {
        var status = stat()
        return stat(path, &status) == 0 ? status.st_mode & 0o777 : nil
    }
}
