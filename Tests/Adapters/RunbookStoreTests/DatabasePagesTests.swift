import Foundation
import RunbookTesting
import SQLite
import Testing

@testable import RunbookStore

struct DatabasePagesTests {
    private func database(_ fill: (inout Connection) throws -> Void) throws -> [UInt8] {
        let folder = try TestFolder()
        do {
            var connection = try Connection(path: folder.file("pages.db"))
            try connection.execute("CREATE TABLE t (a, b, c, d, e)")
            try fill(&connection)
        }
        return try folder.read("pages.db")
    }

    @Test func everyKindOfValueIsReadAsItWasWritten() throws {
        let integers: [Int64] = [
            0, 1, -1, 127, 128, -32_768, 8_388_607, -8_388_608, 2_147_483_648, 140_737_488_355_328, .max, .min,
        ]
        var wanted: [[Value]] = integers.map { [.integer($0), .real(1.5), .text("größe"), .blob([0, 255]), .null] }
        // Up to, and beyond, the lengths at which a row needs pages of its own.
        wanted += [0, 100, 4000, 4040, 4080, 4100, 9000, 100_000].map { length in
            [.integer(1), .real(-0.25), .text(String(repeating: "x", count: length)), .blob([]), .null]
        }
        let bytes = try database { connection in
            for row in wanted {
                try connection.run(
                    "INSERT INTO t VALUES (?, ?, ?, ?, ?)", row[0], row[1], row[2], row[3], row[4])
            }
        }
        var found: Set<[Value]> = []
        DatabasePages(bytes, log: []).rows { if $0.count == 5, $0[4] == .null { found.insert($0) } }
        #expect(Set(wanted).subtracting(found).isEmpty)
    }

    @Test func aChangedByteIsNeverATrap() throws {
        let bytes = try database { connection in
            for number in 0..<40 {
                try connection.run(
                    "INSERT INTO t VALUES (?, 1, ?, NULL, NULL)", .int(number),
                    .text(String(repeating: "y", count: number * 200)))
            }
        }
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var changed = bytes
            for _ in 0..<40 { changed[.random(in: 0..<changed.count, using: &generator)] = .random(in: 0...255) }
            var rows = 0
            DatabasePages(changed, log: changed).rows { _ in rows += 1 }
            #expect(rows < 100_000)
        }
    }
}
