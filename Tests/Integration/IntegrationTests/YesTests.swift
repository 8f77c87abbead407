import Testing
import ToolTesting

extension IntegrationTests {
    /// What `--yes` answers, and what it never does (semantics, "People and flags").
    struct YesTests {
        @Test func confirmsAndRecordsIt() async throws {
            try await World.with(Documents.gate) { world in
                try world.keep()
                let result = try await world.exec("--yes")
                #expect(result.status == 0, "\(result.said)")
                #expect(result.output.contains("--yes"))
                #expect(try await world.sandbox.writes() == ["PUT /orders/_doc/1"])
                let run = try #require(result.run)
                #expect(try await world.run(["report", run]).output.contains("--yes"))
            }
        }

        @Test func neverClaimsThatAPersonDidSomething() async throws {
            try await World.with(Documents.manual) { world in
                try world.keep()
                let result = try await world.exec("--yes")
                #expect(result.status == 3, "\(result.said)")
                #expect(try await world.sandbox.log() == ["GET /_cluster/health"])
            }
        }

        @Test func skipsManualStepsWhereAllMayBeLost() async throws {
            try await World.with(Documents.manual) { world in
                let result = try await world.exec("--yes")
                #expect(result.status == 0, "\(result.said)")
                #expect(result.output.contains("skipped"))
            }
        }

        @Test func neverDestroys() async throws {
            try await World.with(Documents.destroy) { world in
                try world.keep()
                let result = try await world.exec("--yes")
                #expect(result.status == 3, "\(result.said)")
                #expect(try await world.sandbox.writes().isEmpty)
            }
        }

        @Test func destroysWhereAllMayBeLost() async throws {
            try await World.with(Documents.destroy) { world in
                try await world.sandbox.ask("PUT", "/orders")
                let result = try await world.exec("--yes")
                #expect(result.status == 0, "\(result.said)")
                #expect(try await world.sandbox.writes().last == "DELETE /orders")
            }
        }

        @Test func takesExamplesWhereAllMayBeLost() async throws {
            let document = Documents.document(
                Documents.fence("console run id=write again=yes", "PUT /orders/_doc/${index}-${columns}\n{}"),
                parameters: """
                      index: { type: string, examples: [ord*], default: all }
                      columns: { enum: [index, health] }

                    """)
            try await World.with(document) { world in
                #expect(try await world.exec("--yes").status == 0)
                #expect(try await world.sandbox.log() == ["PUT /orders/_doc/ord%2A-index"])
                try world.keep()
                let result = try await world.exec("--yes")
                #expect(result.status == 3, "\(result.said)")
                #expect(result.errors.contains("`columns`"))
                #expect(try await world.exec("--yes", "-p", "columns=health").status == 0)
                #expect(try await world.sandbox.log().last == "PUT /orders/_doc/all-health")
            }
        }
    }
}
