import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// A generated secret is the same after `resume`, or the run does not continue.
    struct RandomKeyTests {
        private static let document = Documents.document(
            Documents.fence("console run id=first again=yes", "PUT /orders/_doc/1\n{ \"word\": \"${word}\" }")
                + Documents.fence("console verify id=gate within=0s", "GET /gate")
                + Documents.fence("console run id=second again=yes", "PUT /orders/_doc/2\n{ \"word\": \"${word}\" }"),
            parameters: "  word: { type: string, secret: true }\n")

        /// Runs up to the check that fails, changes the key, opens the check and continues.
        private func resumed(
            _ body: (World, String) async throws -> Void, after change: (World) throws -> Void
        ) async throws {
            try await World.with(Self.document) { world in
                let result = try await world.exec("--yes")
                #expect(result.status == 1, "\(result.said)")
                try await world.sandbox.ask("PUT", "/gate")
                try change(world)
                try await body(world, try #require(result.run))
            }
        }

        @Test func isTheSameWithTheSameKey() async throws {
            try await resumed { world, run in
                #expect(try await world.run(["resume", run, "--yes"]).status == 0)
                let words = try await ["1", "2"].asyncMap {
                    try await world.sandbox.get("/orders/_doc/\($0)")["_source"]?["word"]?.string
                }
                #expect(words[0] != nil && words[0] == words[1])
            } after: { _ in
            }
        }

        @Test(arguments: ["removed", "replaced"])
        func isNotReplacedInSilence(fate: String) async throws {
            try await resumed { world, run in
                let refused = try await world.run(["resume", run, "--yes"])
                #expect(refused.status == 3, "\(refused.said)")
                #expect(refused.errors.contains("`random.key` of the store was removed or replaced"), "\(refused.said)")
                #expect(refused.errors.contains("RUNBOOK_PARAM_WORD"), "\(refused.said)")
                #expect(try await world.sandbox.writes().filter { $0.hasPrefix("PUT /orders") }.count == 1)
                let given = try await world.run(
                    ["resume", run, "--yes"], variables: ["RUNBOOK_PARAM_WORD": "known to a person"])
                #expect(given.status == 0, "\(given.said)")
            } after: { world in
                try world.folder.remove("store/random.key")
                let other = [UInt8](repeating: 7, count: 32)
                if fate == "replaced" { try world.folder.write(other, to: "store/random.key") }
            }
        }

        @Test func aFileThatIsNoKeyIsSaidAsWhatItIs() async throws {
            try await resumed { world, run in
                let refused = try await world.run(["resume", run, "--yes"])
                #expect(refused.status == 74 && refused.errors.contains("store/key"), "\(refused.said)")
                #expect(refused.errors.contains("the file has only 0 bytes of 32"), "\(refused.said)")
            } after: { world in
                try world.folder.write([UInt8](), to: "store/random.key")
            }
        }
    }
}

extension Array {
    fileprivate func asyncMap<Value>(_ body: (Element) async throws -> Value) async rethrows -> [Value] {
        var values: [Value] = []
        for element in self { values.append(try await body(element)) }
        return values
    }
}
