import Glibc
import RunbookModel
import Testing

@testable import ElasticRequests

/// The table of effects against what the official clients can send: `Tests/Adapters/client-apis.tsv`.
@Suite struct ClientAPITests {
    struct Row: Sendable, CustomTestStringConvertible {
        let decision: String
        let method: String
        let path: String
        let clients: [String]
        var testDescription: String { "\(method) \(path)" }
    }

    static let rows: [Row] = {
        let file = "/" + #filePath.split(separator: "/").dropLast(2).joined(separator: "/") + "/client-apis.tsv"
        return text(of: file).split(separator: "\n").filter { $0.first != "#" }.map { line in
            let cells = line.split(separator: "\t").map(String.init)
            return Row(
                decision: cells[0], method: cells[1], path: cells[2],
                clients: cells[4].split(separator: ",").map(String.init))
        }
    }()

    private static func text(of file: String) -> String {
        guard let stream = fopen(file, "r") else { return "" }
        defer { fclose(stream) }
        var text: [UInt8] = []
        var buffer = [UInt8](repeating: 0, count: 65536)
        while case let count = fread(&buffer, 1, buffer.count, stream), count > 0 { text += buffer[..<count] }
        return String(decoding: text, as: UTF8.self)
    }

    @Test func everyClientIsThere() {
        let known = Set(Self.rows.flatMap(\.clients))
        #expect(known.isSuperset(of: ["es6", "es7", "es8", "os2"]))
        #expect(Self.rows.count > 1000)
    }

    @Test func theTableDecidesAsPeopleDid() {
        for row in Self.rows {
            let request = ElasticRequest(method: row.method, path: Self.filled(row.path))
            #expect(Effect(rawValue: row.decision) != nil, "nobody has decided \(row.testDescription)")
            #expect(request.effect.rawValue == row.decision, "\(row.testDescription)")
            #expect(request.isKnown || request.effect != .write, "\(row.method) \(row.path)")
        }
    }

    /// `tools/client-apis` writes them; this finds a decision that was changed without it.
    @Test func thePathsThatWriteAreThoseOfTheTable() {
        let paths = Set(Self.rows.filter { $0.decision == "write" }.map { Self.filled($0.path, with: "*").dropFirst() })
        let known = WritingAPI.paths.split { $0 == " " || $0 == "\n" }
        #expect(Set(known) == Set(paths.map { $0.last == "/" ? $0.dropLast() : $0 }))
    }

    private static func filled(_ path: String, with name: String = "name") -> String {
        path.split(separator: "/", omittingEmptySubsequences: false).map { $0.first == "{" ? name : String($0) }
            .joined(separator: "/")
    }

    @Test(arguments: ["/_myplugin/_stats", "/a/_myplugin", "/_plugins/_mine/x", "/_plugins/mine"])
    func othersAreNotKnown(path: String) {
        let request = ElasticRequest(method: "POST", path: path)
        #expect(!request.isKnown)
        #expect(request.effect == .write)
    }

    @Test(arguments: ["/_myplugin/../a", "/_myplugin//x", "/a/_update/1", "/_myplugin%2F_delete_by_query", "/a"])
    func nothingOddIsUnknown(path: String) {
        #expect(ElasticRequest(method: "POST", path: path).isKnown)
    }
}
