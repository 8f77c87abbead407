import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// `report --verify`: an edit anywhere in an export, or in the words of a report, is told.
    struct VerificationTests {
        private func finished(_ body: (World, String) async throws -> Void) async throws {
            try await World.with(Documents.gate) { world in
                let run = try #require(try await world.exec("--yes").run)
                try await body(world, run)
            }
        }

        @Test(arguments: ["last event", "last event removed", "text removed", "nothing"])
        func whatNothingBehindItVouchesFor(edit: String) async throws {
            try await finished { world, run in
                var lines = try await world.run(["runs", "export", "--run", run]).output.split(separator: "\n").map(
                    String.init)
                let last = try #require(lines.lastIndex { $0.contains("\"run-finished\"") })
                switch edit {
                case "last event": lines[last] = lines[last].replacing("\"passed\"", with: "\"failed\"")
                case "last event removed": lines.remove(at: last)
                case "text removed": lines.removeLast()
                default: break
                }
                try world.folder.write(lines.joined(separator: "\n") + "\n", to: "export.jsonl")
                // Where the store does not have the run, only the export itself can tell.
                let result = try await world.run(["report", "--verify", "export.jsonl", "--store", "elsewhere"])
                #expect((result.status == 0) == (edit == "nothing"), "\(edit): \(result.said)")
            }
        }

        @Test(arguments: ["report.md", "report.json"], [true, false])
        func theWordsOfAReportAreCompared(file: String, isEdited: Bool) async throws {
            try await finished { world, run in
                let format = file.hasSuffix("json") ? "json" : "markdown"
                var text = try await world.run(["report", run, "--format", format]).output
                if isEdited { text = text.replacing("test.md", with: "other.md") }
                try world.folder.write(text, to: file)
                let result = try await world.run(["report", "--verify", file])
                #expect((result.status == 0) == !isEdited, "\(result.said)")
                if isEdited { #expect(result.said.contains("of the report is not what"), "\(result.said)") }
            }
        }
    }
}
