import Glibc
import SQLite

@testable import RunbookStore

/// What becomes of the files of a store.
enum Damage: String, CaseIterable {
    case cutInTheMiddle, cutInsideAPage, emptied, removed
    case zeroedPages, zeroedFirstPage, garbageHeader, garbageFile
    case flippedPage, changedByte, lostRoots
    case cutLog, removedLog, garbageLog

    /// Damages the files of a folder that nobody has open.
    func strike(_ folder: StoreFolder) throws {
        let (database, log) = (folder.database, folder.database + "-wal")
        let pages = try Self.size(database) / 4096
        switch self {
        case .cutInTheMiddle: truncate(database, off_t(pages / 2 * 4096))
        case .cutInsideAPage: truncate(database, off_t(pages / 2 * 4096 - 1000))
        case .emptied: truncate(database, 0)
        case .removed: unlink(database)
        case .zeroedPages:
            try Self.change(database, at: pages / 2 * 4096, count: 3 * 4096) { _ in 0 }
        case .zeroedFirstPage: try Self.change(database, at: 0, count: 4096) { _ in 0 }
        case .garbageHeader: try Self.change(database, at: 0, count: 100) { 0xA5 ^ $0 }
        case .garbageFile: try Self.change(database, at: 0, count: pages * 4096) { 0xA5 ^ $0 }
        case .flippedPage: try Self.change(database, at: pages / 2 * 4096, count: 4096) { ~$0 }
        case .changedByte:
            // One letter of a text that an event keeps.
            let bytes = try Self.read(database)
            let mark = Array("needle".utf8)
            let places = bytes.indices.dropLast(mark.count).filter {
                bytes[$0] == mark[0] && bytes[$0..<$0 + 6].elementsEqual(mark)
            }
            try Self.change(database, at: places[places.count / 2], count: 1) { _ in UInt8(ascii: "N") }
        case .lostRoots:
            // Then no table leads to its rows any more.
            var connection = try Connection(path: database, access: .read)
            let roots = try connection.rows(
                "SELECT rootpage FROM sqlite_schema WHERE type = 'table'"
            ) { try $0.int(0) }
            for root in roots { try Self.change(database, at: (root - 1) * 4096, count: 4096) { _ in 0 } }
        case .cutLog: truncate(log, off_t(try Self.size(log) / 2))
        case .removedLog:
            unlink(log)
            unlink(folder.database + "-shm")
        case .garbageLog: try Self.change(log, at: 0, count: try Self.size(log)) { 0xA5 ^ $0 }
        }
    }

    /// Whether it is of the log, or cannot be seen beside one that holds the same pages.
    var wantsLog: Bool? {
        switch self {
        case .cutLog, .removedLog, .garbageLog: true
        case .zeroedFirstPage, .garbageHeader, .changedByte, .lostRoots: false
        default: nil
        }
    }

    /// Whether all that a damaged file held is gone with it.
    var isTotal: Bool { [.emptied, .removed, .garbageFile].contains(self) }

    private static func size(_ path: String) throws -> Int {
        var status = stat()
        guard stat(path, &status) == 0 else { throw TemporaryStore.Failure() }
        return Int(status.st_size)
    }

    static func read(_ path: String) throws -> [UInt8] {
        let descriptor = open(path, O_RDONLY)
        defer { close(descriptor) }
        var bytes = [UInt8](repeating: 0, count: try size(path))
        guard pread(descriptor, &bytes, bytes.count, 0) == bytes.count else { throw TemporaryStore.Failure() }
        return bytes
    }

    private static func change(_ path: String, at offset: Int, count: Int, _ change: (UInt8) -> UInt8) throws {
        let bytes = try read(path)
        let changed = bytes[offset..<min(offset + count, bytes.count)].map(change)
        let descriptor = open(path, O_WRONLY)
        defer { close(descriptor) }
        guard pwrite(descriptor, changed, changed.count, off_t(offset)) == changed.count else {
            throw TemporaryStore.Failure()
        }
    }
}
