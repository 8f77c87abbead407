import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// What the operator's own configuration says for all runs.
    struct ConfigurationTests {
        private static let path = "config/runbook/config.yaml"

        @Test func itsNoticesAreSent() async throws {
            try await World.with(Documents.gate) { world in
                try world.folder.write(
                    "notify:\n  - { on: [waiting], command: [sh, -c, 'cat >>notices'] }\n", to: Self.path)
                let run = try await world.exec()
                #expect(run.status == 3, "\(run.said)")
                let notice = try JSON(parsing: world.folder.text("config/runbook/notices"))
                #expect(notice["on"] == "waiting" && notice["step"] == "write")
            }
        }

        @Test(arguments: [
            ("notify:\n  - { on: [], command: [x] }\n", "does not say when"),
            ("notify:\n  - { on: [waiting], comand: [x] }\n", "has no key `comand`"),
            ("targets: {}\n", "has no key `targets`"), ("notify: [\n", "config.yaml"),
        ])
        func whatIsWrongWithItIsSaid(text: String, message: String) async throws {
            try await World.with(Documents.gate) { world in
                try world.folder.write(text, to: Self.path)
                let run = try await world.exec()
                #expect(run.status == 2 && run.errors.contains(message), "\(run.said)")
            }
        }

        @Test func anEmptyOneSaysNothing() async throws {
            try await World.with(Documents.gate) { world in
                try world.folder.write("# nothing yet\n", to: Self.path)
                #expect(try await world.exec("--yes").status == 0)
            }
        }
    }
}
