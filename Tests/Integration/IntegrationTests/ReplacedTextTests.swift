import Testing
import ToolTesting

extension IntegrationTests {
    /// What ran before an edit is taken back by the text that it ran with.
    struct ReplacedTextTests {
        private static func document(_ steps: String, undo: String) -> String {
            Documents.document(
                Documents.fence("console run id=index again=yes", "PUT /orders/_doc/0\n{}") + steps
                    + "## Back\n\n<!-- runbook: undo -->\n\n" + undo)
        }

        private static func write(_ name: String, _ path: String) -> String {
            Documents.fence("console run id=\(name) again=yes", "PUT \(path)\n{}")
        }

        private static func remove(_ name: String, _ path: String) -> String {
            Documents.fence("console undo of=\(name)", "DELETE \(path)")
        }

        private static let failing = Documents.fence("console verify id=last within=0s", "GET /missing")
        private static let holding = Documents.fence("console verify id=last within=0s", "GET /orders")

        /// A finished step that the adopted text does not have, or has otherwise, is taken back by what it did.
        @Test(arguments: [
            ("removed", "", ""),
            ("changed", write("one", "/orders/_doc/9"), remove("one", "/orders/_doc/9")),
            (
                "changed by its values", write("one", "/orders/_doc/${name}"),
                remove("one", "/orders/_doc/${name}")
            ),
        ])
        func whatRanBeforeAnEditIsTakenBack(edit: String, step: String, undo: String) async throws {
            let before = Self.document(
                Self.write("one", "/orders/_doc/1") + Self.failing, undo: Self.remove("one", "/orders/_doc/1"))
            try await World.with(before) { world in
                let run = try #require(try await world.exec().run)
                let parameters = edit.hasSuffix("values") ? "  name: { type: string, default: b }\n" : ""
                let after = Self.document(step + Self.holding, undo: undo)
                    .replacing(
                        "\n```\n\n## Steps",
                        with: "\n" + (parameters.isEmpty ? "" : "parameters:\n" + parameters) + "```\n\n## Steps",
                        maxReplacements: 1)
                try world.folder.write(after, to: "test.md")
                let resumed = try await world.run(["resume", run, "--adopt"])
                #expect(resumed.status == 0, "\(resumed.said)")
                let dry = try await world.run(["undo", run, "--dry-run"])
                #expect(dry.output.contains("one on search: DELETE /orders/_doc/1"), "\(dry.said)")
                let undone = try await world.run(["undo", run, "--yes"])
                #expect(undone.status == 0, "\(undone.said)")
                #expect(try await world.sandbox.writes().last == "DELETE /orders/_doc/1")
            }
        }
    }
}
