import OrderedJSON
import RunbookTesting
import Testing
import ToolTesting

extension IntegrationTests {
    /// What documents of others need that a declaration was added to.
    struct ForeignDocumentTests {
        /// Nothing is found in the document, and it runs.
        private func passes(_ world: World) async throws {
            let checked = try await world.run(["check", "--strict", "test.md"])
            #expect(checked.status == 0, "\(checked.said)")
            let run = try await world.exec()
            #expect(run.status == 0, "\(run.said)")
        }

        /// An address says which of several targets a command is for, so that its step names none.
        @Test func anAddressNamesTheTarget() async throws {
            let document = """
                # Addresses

                ```yaml runbook
                version: 1
                targets:
                  leader: { kind: elasticsearch, addresses: ["localhost:9201"] }
                  follower: { kind: elasticsearch, addresses: ["localhost:9200"] }
                ```

                ```sh run again=yes
                curl -XPUT 'http://localhost:9201/a?pretty'
                ```

                ```sh run again=yes
                curl -XPUT "localhost:9200/b"
                ```
                """
            try await World.with(document, clusters: ["leader", "follower"]) { world in
                try await passes(world)
                let writes = try await world.sandbox.acceptedWrites()
                #expect(Set(writes.keys) == ["leader: PUT /a?pretty", "follower: PUT /b"], "\(writes)")
                try world.folder.write(
                    document.replacing("again=yes\ncurl -XPUT \"", with: "again=yes on=leader\ncurl -XPUT \""),
                    to: "wrong.md")
                let wrong = try await world.run(["check", "wrong.md"])
                #expect(wrong.status == 2)
                #expect((wrong.output + wrong.errors).contains("write `on=follower`"), "\(wrong.said)")
            }
        }

        /// A property of a target inside the list that is a default.
        @Test func aDefaultIsFilledInWhereverItRefers() async throws {
            let document = """
                # Seeds

                ```yaml runbook
                version: 1
                targets:
                  leader: { kind: elasticsearch }
                  follower: { kind: elasticsearch }
                parameters:
                  seeds: { type: array, items: { type: string }, default: ["${leader.transport}"] }
                ```

                ```console run on=follower again=yes
                PUT /_cluster/settings
                { "persistent": { "cluster.remote.one.seeds": ${seeds} } }
                ```
                """
            try await World.with(document, clusters: ["leader", "follower"]) { world in
                try await passes(world)
                let settings = try await world.sandbox.get("/_cluster/settings", at: "follower").text()
                let transport = world.sandbox.announcement["clusters"]?["leader"]?["transport"]?.string ?? "?"
                #expect(settings.contains(transport) && !settings.contains("${"), "\(settings)")
            }
        }

        /// What waits for the end of its work, or longer than its step, or for what is not there yet, is said by `check`.
        @Test(
            arguments: [
                ("run again=yes", "POST /_reindex\n{}", "waits until its work is done, and the step for 30s"),
                ("run again=yes timeout=10m", "POST /_reindex\n{}", nil),
                ("run again=yes", "POST /_reindex?wait_for_completion=false\n{}", nil),
                ("run timeout=5s", "GET /_cluster/health?timeout=10m", "the server 10m, but the step waits only 5s"),
                ("verify", "GET /_cluster/health?timeout=10m", "the server 10m, but the step waits only 2m"),
                ("verify within=11m", "GET /_cluster/health?timeout=10m", nil),
                ("run unless", "PUT /a\n```\n\n```console verify\nGET /_cluster/health/a", "for up to 30s"),
                ("run unless", "PUT /a\n```\n\n```console verify\nGET /_cluster/health/a?timeout=1s", nil),
                ("run unless", "PUT /a\n```\n\n```console verify\nGET /_cluster/health", nil),
            ] as [(String, String, String?)])
        func whatWaitsIsSaid(info: String, request: String, message: String?) async throws {
            let folder = try TestFolder()
            try folder.write(Documents.document(Documents.fence("console \(info)", request)), to: "a.md")
            let result = try await Tool.run(["check", "a.md", "--strict"], in: folder)
            #expect(result.status == (message == nil ? 0 : 2), "\(result.said)")
            #expect(message.map(result.said.contains) ?? true, "\(result.said)")
        }

        /// `-vv` shows each request and response, of what acts as well.
        @Test func twiceVerboseShowsTheExchange() async throws {
            let document = """
                # V

                ```yaml runbook
                version: 1
                targets: { search: { kind: elasticsearch } }
                ```

                ```console run again=yes
                PUT /d/_doc/1
                { "colour": "blue" }
                ```
                """
            let folder = try TestFolder()
            try folder.write(document, to: "v.md")
            for options in [["-vv"], ["-v", "-v"], ["--verbose", "-v"]] {
                let run = try await Tool.run(["exec", "v.md"] + options, in: folder)
                #expect(run.output.contains("> PUT /d/_doc/1") && run.output.contains("\"colour\""), "\(run.said)")
                #expect(run.output.contains("< 201, "), "\(run.said)")
            }
            let once = try await Tool.run(["exec", "v.md", "-v"], in: folder)
            #expect(!once.output.contains("> PUT"), "\(once.said)")
        }

        /// A green test of which every step was skipped says so.
        @Test func whatTestedNothingSaysSo() async throws {
            let document = """
                # Host

                ```yaml runbook
                version: 1
                targets: { ops: { kind: host } }
                ```

                ```sh run effect=read
                uptime
                ```
                """
            let folder = try TestFolder()
            try folder.write(document, to: "host.md")
            let tested = try await Tool.run(["test", "host.md"], in: folder)
            #expect(tested.output.contains("this tested nothing"), "\(tested.said)")
            let run = try await Tool.run(["exec", "host.md"], in: folder)
            #expect(run.output.contains("No step was run"), "\(run.said)")
        }
    }
}
