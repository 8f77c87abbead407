import Foundation
import RunbookTesting
import SQLite
import Testing

@testable import RunbookStore

/// A journal that an earlier version wrote, kept in `Tests/Journals` as SQL, with what that version reported of it.
///
/// The files are never written anew: a user's journals are not, either.
struct OldJournal: Sendable, CustomTestStringConvertible {
    /// All of them.
    static let all: [OldJournal] = names(in: "").filter { !$0.hasSuffix(".sql") }.flatMap { format in
        names(in: format).filter { $0.hasSuffix(".sql") }.map {
            OldJournal(format: format, name: String($0.dropLast(4)))
        }
    }

    private static let folder =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "Journals").path

    /// Its folder, which is named for the version of the tables.
    let format: String
    /// What it is an example of.
    let name: String

    var testDescription: String { "\(format)/\(name)" }

    /// A line for the run and one for each step.
    var expected: String { get throws { try Self.text("\(format)/\(name).txt") } }

    /// Makes a store's database as that version left it.
    func load(into folder: StoreFolder) throws {
        try Self.load(format, into: folder, with: try Self.text("\(format)/\(name).sql"))
    }

    /// Makes a database with the tables of a version, and fills it.
    static func load(_ format: String, into folder: StoreFolder, with rows: String) throws {
        try folder.prepare()
        let connection = try Connection(path: folder.database)
        try connection.execute(try text("\(format).sql"))
        try connection.execute(rows)
    }

    private static func text(_ name: String) throws -> String {
        try String(contentsOfFile: "\(folder)/\(name)", encoding: .utf8)
    }

    private static func names(in name: String) -> [String] { TestFolder.names(in: "\(folder)/\(name)").sorted() }
}
