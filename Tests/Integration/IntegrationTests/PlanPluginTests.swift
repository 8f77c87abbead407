import Glibc
import Testing
import ToolTesting

extension IntegrationTests {
    /// Plans of steps that an external plugin carries out.
    struct PlanPluginTests {
        private func with(_ body: (PluginWorld) async throws -> Void) async throws {
            let world = try PluginWorld(
                Documents.fence("echo run id=ring again=yes", "good") + Documents.fence("echo verify id=rung", "good"))
            let plan = try await Tool.run(
                ["plan", "test.md", "--env", "./here.yaml", "--plugin-dir", "plugin", "-o", "plan.json"],
                in: world.folder)
            #expect(plan.status == 0, "\(plan.said)")
            #expect(plan.output.contains("+ write  bell  ring  acts in every run"))
            // Its manifest says all that a plan needs.
            #expect(world.calls.isEmpty)
            try await body(world)
        }

        private func exec(_ world: PluginWorld) async throws -> ToolResult {
            try await Tool.run(
                ["exec", "test.md", "--env", "./here.yaml", "--plugin-dir", "plugin", "--plan", "plan.json"],
                in: world.folder, variables: ["BELL_PASSWORD": "ding-dong-9"])
        }

        @Test func anUnchangedPluginIsUsed() async throws {
            try await with { world in
                let result = try await exec(world)
                #expect(result.status == 0, "\(result.said)")
                // The check behind the step is tried once before it, and then for itself.
                #expect(world.calls == ["good", "good", "good"])
            }
        }

        @Test func aChangedProgramIsRefused() async throws {
            try await with { world in
                let path = try world.folder.write(PluginWorld.script + "\n# changed\n", to: "plugin/echo.sh")
                chmod(path, 0o755)
                let result = try await exec(world)
                #expect(result.status == 4, "\(result.said)")
                #expect(result.errors.contains("plugin echo: executable"))
                #expect(world.calls.isEmpty)
            }
        }

        @Test func aChangedManifestIsRefused() async throws {
            try await with { world in
                try world.folder.write(
                    PluginWorld.manifest.replacing("Does what it is told.", with: "Does something else."),
                    to: "plugin/plugin.json")
                let result = try await exec(world)
                #expect(result.status == 4, "\(result.said)")
                #expect(result.errors.contains("plugin echo: manifest"))
                #expect(world.calls.isEmpty)
            }
        }
    }
}
