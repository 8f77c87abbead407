import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// `report --verify`: the chain of hashes in the store, in an export, and behind a report.
    struct VerifyTests {
        @Test func theFirstEventThatDiffersIsNamed() async throws {
            try await World.with(Documents.gate) { world in
                let name = try #require(try await world.exec("--yes", "--report", "run.md").run)
                let whole = try await world.run(["report", "--verify", name])
                #expect(whole.status == 0, "\(whole.said)")
                #expect(whole.output.contains("each event of the run `\(name)` follows from the one before it"))
                #expect(whole.errors.contains("does not prove"))
                for file in ["run.md", "run.json", "journal.jsonl"] {
                    if file == "run.json" {
                        _ = try await world.run(["report", name, "--format", "json", "-o", file])
                    }
                    if file == "journal.jsonl" { _ = try await world.run(["runs", "export", "-o", file]) }
                    let verified = try await world.run(["report", "--verify", file])
                    #expect(verified.status == 0, "\(file): \(verified.said)")
                }
            }
        }

        /// Where the store has the run, by that; else by the next event, which has the hash of the one before it.
        @Test func anEditOfAnExportIsFound() async throws {
            try await World.with(Documents.gate) { world in
                let name = try #require(try await world.exec("--yes").run)
                _ = try await world.run(["runs", "export", "-o", "journal.jsonl"])
                var lines = try world.folder.text("journal.jsonl").split(separator: "\n").map(String.init)
                let last = lines.count { $0.contains("\"seq\"") }
                for (event, isElsewhere) in [(3, false), (3, true), (last, false)] {
                    let line = lines[event]
                    lines[event] = line.replacing(/"at":\d/, with: "\"at\":9")
                    #expect(lines[event] != line)
                    try world.folder.write(lines.joined(separator: "\n") + "\n", to: "journal.jsonl")
                    let verified = try await world.run(
                        ["report", "--verify", "journal.jsonl"] + (isElsewhere ? ["--store", "empty"] : []))
                    #expect(verified.status == 2, "\(event): \(verified.said)")
                    #expect(verified.output.contains("event \(event) of the run `\(name)`"), "\(verified.said)")
                    lines[event] = line
                }
            }
        }

        @Test(arguments: ["nothing.md", "run.txt"])
        func whatIsNoJournalIsRefused(_ file: String) async throws {
            let folder = try TestFolder()
            try folder.write("# Hello\n", to: "run.txt")
            #expect(try await Tool.run(["report", "--verify", file], in: folder).status == 64)
        }
    }
}
