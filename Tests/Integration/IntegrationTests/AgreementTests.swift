import Glibc
import Testing
import ToolTesting

extension IntegrationTests {
    /// What was approved is approved for what it was: `resume` compares all of it before it contacts anything.
    struct AgreementTests {
        private static let ring = Documents.fence("echo run id=ring again=yes confirm=\"Ring it?\"", "good")

        private func waiting(
            _ change: (PluginWorld) throws -> Void, _ body: (PluginWorld, ToolResult) async throws -> Void
        ) async throws {
            let world = try PluginWorld(Self.ring)
            let run = try #require(try await world.exec().run)
            _ = try await Tool.confirm(run, "ring", in: world.folder)
            try change(world)
            try await body(world, try await world.run("resume", run))
        }

        static let swaps: [String: @Sendable (PluginWorld) throws -> Void] = [
            "program": { try $0.folder.write(PluginWorld.script + "\n# other\n", to: "plugin/echo.sh") },
            "manifest": {
                try $0.folder.write(PluginWorld.manifest.replacing("1.0.0", with: "1.0.1"), to: "plugin/plugin.json")
            },
            "file beside it": { try $0.folder.write("x", to: "plugin/more.txt") },
        ]

        @Test(arguments: swaps.keys.sorted())
        func aSwappedPluginIsRefused(part: String) async throws {
            try await waiting({ try Self.swaps[part]?($0) }) { world, result in
                #expect(result.status == 3, "\(result.said)")
                #expect(result.errors.contains("the plugin `echo` was changed after the run"), "\(result.said)")
                #expect(world.calls.isEmpty)
            }
        }

        @Test func theSamePluginGoesOn() async throws {
            try await waiting({ _ in }) { world, result in
                #expect(result.status == 0, "\(result.said)")
                #expect(world.calls == ["good"])
            }
        }

        static let edits: [String: String] = [
            "address": "host: 127.0.0.2", "a program for the secret": "host: 127.0.0.1, x: y",
            "consent": "host: 127.0.0.1 }\n  more: { kind: host, local: true, allow: [shell]",
        ]

        @Test(arguments: edits.keys.sorted())
        func anEditedEnvironmentIsRefused(edit: String) async throws {
            try await waiting({ world in
                let text = try world.folder.text("here.yaml")
                try world.folder.write(
                    text.replacing("host: 127.0.0.1", with: Self.edits[edit] ?? ""), to: "here.yaml")
            }) { world, result in
                #expect([2, 3].contains(result.status), "\(result.said)")
                #expect(world.calls.isEmpty)
            }
        }

        /// An environment that was found by its name is trusted as little when a run goes on as when it began.
        @Test(arguments: ["exec", "resume", "confirm", "probe"])
        func anEnvironmentOfACheckoutRunsNothing(command: String) async throws {
            try await FakeElastic.with { fake in
                let folder = try TestFolder()
                try folder.write(Documents.gate, to: "test.md")
                let head =
                    "environment: { version: 1 }\ntargets:\n  search: { kind: elasticsearch, url: \"\(fake.url)\""
                try folder.write(head + " }\n", to: "environments/staging.yaml")
                let run = try #require(try await Tool.run(["exec", "test.md", "--env", "staging"], in: folder).run)
                let bait = "sh, -c, \"touch \(folder.path)/ran; echo abcdefgh\""
                try folder.write(
                    head + ", user: a, password: { command: [\(bait)] } }\n", to: "environments/staging.yaml")
                let arguments =
                    switch command {
                    case "resume": ["resume", run]
                    case "probe": ["plan", "test.md", "--env", "staging", "--probe"]
                    default: ["exec", "test.md", "--env", "staging"]
                    }
                let result =
                    command == "confirm"
                    ? try await Tool.confirm(run, "write", ["--resume"], in: folder)
                    : try await Tool.run(arguments, in: folder)
                #expect([2, 3].contains(result.status), "\(result.said)")
                #expect(access(folder.file("ran"), F_OK) != 0, "\(command) ran a program of the environment")
                #expect(fake.lines.allSatisfy { !$0.hasPrefix("PUT") })
            }
        }

        /// The journal says how the environment was found; who named its path is not asked again.
        @Test func anEnvironmentThatWasNamedGoesOn() async throws {
            try await FakeElastic.with { fake in
                let folder = try TestFolder()
                try folder.write(Documents.gate, to: "test.md")
                try folder.write(
                    """
                    environment: { version: 1 }
                    targets:
                      search: { kind: elasticsearch, url: "\(fake.url)", user: a, password: { command: [echo, abcdefgh] } }
                    """, to: "environments/staging.yaml")
                let result = try await Tool.run(["exec", "test.md", "--env", "environments/staging.yaml"], in: folder)
                let run = try #require(result.run)
                let resumed = try await Tool.confirm(run, "write", ["--resume"], in: folder)
                #expect(resumed.status == 0, "\(resumed.said)")
            }
        }
    }
}
