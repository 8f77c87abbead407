import Glibc
import HTTPServer
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// A store whose database was damaged, from outside.
    struct DamagedStoreTests {
        private static let document = Documents.document(
            Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{}"))

        @Test func isToldAndRepaired() async throws {
            try await World.with(Self.document) { world in
                var runs: [String] = []
                for _ in 0..<4 { runs.append(try #require(try await world.exec().run)) }
                let whole = try world.folder.read("store/runs.db")
                // The last third is gone, in the middle of a page.
                try world.folder.write(Array(whole.prefix(whole.count * 2 / 3 - 100)), to: "store/runs.db")

                let commands = [
                    ["runs"], ["report", runs[0]], ["resume", runs[3]],
                    ["exec", "test.md", "--env", world.sandbox.environment],
                    ["confirm", runs[1], "write", "--digest", "00000000"],
                ]
                for command in commands {
                    let result = try await world.run(command)
                    #expect(result.status == 74, "\(command): \(result.said)")
                    #expect(result.errors.contains("error[store/damaged]: the store `"), "\(result.errors)")
                    #expect(result.errors.contains("`runbook runs repair`"))
                    #expect(result.errors.contains(" of 4 runs can be read"), "\(result.errors)")
                }
                #expect(try await world.sandbox.writes().count == 4)

                let repaired = try await world.run(["runs", "repair"])
                #expect(repaired.status == 0, "\(repaired.said)")
                #expect(repaired.output.contains("the damaged files are in `"))
                #expect(try await world.run(["runs"]).status == 0)
                #expect(try await world.exec().status == 0)
                let again = try await world.run(["runs", "repair"])
                #expect(again.output.contains("is not damaged"), "\(again.said)")
            }
        }

        /// Nothing of SQLite tells that a log was there.
        @Test func aLogThatWasRemovedIsMissed() async throws {
            let turnstile = Turnstile()
            try await FakeElastic.with { request in
                if request.method == "PUT" { await turnstile.pass() }
                return nil
            } _: { fake in
                let folder = try fake.folder(Self.document)
                let tool = try await RunningTool(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(await fake.arrival() == "PUT /orders/_doc/1")
                tool.signal(SIGKILL)
                _ = try await tool.finish()
                turnstile.open()
                try folder.remove("store/runs.db-wal")
                let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(result.status == 74, "\(result.said)")
                #expect(result.errors.contains("is missing"))
                #expect(fake.lines.count == 1)
            }
        }
    }
}
