import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// Questions and answers that are too old.
    struct ExpiryTests {
        private static func gate(_ expires: String) -> String {
            Documents.gate.replacing("confirm=\"Write it?\"", with: "confirm=\"Write it?\" expires=\(expires)")
        }

        @Test func aQuestionThatIsTooOldIsNotAnsweredAndAskedAgain() async throws {
            try await World.with(Self.gate("1ms")) { world in
                let name = try #require(try await world.exec().run)
                let list = try await world.run(["confirm", name])
                #expect(list.output.contains("too old to be answered"), "\(list.said)")
                let answer = try await world.confirm(name, "write")
                #expect(answer.status == 3, "\(answer.said)")
                #expect(answer.errors.contains("`runbook resume \(name)` asks it again"), "\(answer.said)")
                // A no holds for ever.
                let resumed = try await world.run(["resume", name])
                #expect(resumed.status == 3, "\(resumed.said)")
                #expect(try await world.sandbox.writes().isEmpty)
                let no = try await world.confirm(name, "write", "--abort")
                #expect(no.status == 0, "\(no.said)")
                #expect(try await world.run(["resume", name]).status == 6)
                #expect(try await world.sandbox.writes().isEmpty)
            }
        }

        @Test func ayesInTimeIsTaken() async throws {
            try await World.with(Self.gate("1h")) { world in
                let name = try #require(try await world.exec().run)
                #expect(try await world.run(["confirm", name]).output.contains("A yes holds good for 1h."))
                #expect(try await world.confirm(name, "write").status == 0)
                #expect(try await world.run(["resume", name]).status == 0)
            }
        }

        @Test func theEnvironmentSaysItForAllSteps() async throws {
            try await World.with(Documents.gate) { world in
                let text = try world.folder.text("sandbox.yaml")
                try world.folder.write(
                    text.replacing("environment:\n", with: "environment:\n  gates: { expires: 1ms }\n"),
                    to: "sandbox.yaml")
                let name = try #require(try await world.exec().run)
                #expect(try await world.confirm(name, "write").status == 3)
            }
        }

        @Test(arguments: [
            (Documents.gate.replacing("id=look", with: "id=look expires=5"), "has no unit"),
            (Documents.gate.replacing("id=written", with: "id=written expires=5m"), "is a key of `run` blocks"),
        ])
        func isCheckedWhereItStands(_ document: String, _ words: String) async throws {
            let folder = try TestFolder()
            try folder.write(document, to: "test.md")
            let result = try await Tool.run(["check", "test.md"], in: folder)
            #expect(result.status == 2, "\(result.said)")
            #expect(result.said.contains(words), "\(result.said)")
        }
    }
}
