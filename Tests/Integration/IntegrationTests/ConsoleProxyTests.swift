import HTTPClient
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// Runs through the consoles of Kibana and OpenSearch Dashboards.
    @Suite(.serialized) struct ConsoleProxyTests {
        private static let flavors = ["kibana7", "kibana8", "dashboards"]

        /// A write that a check makes needless, and what each form of request and answer needs.
        private static let document = Documents.document(
            Documents.fence(
                "console run id=create unless", "PUT /orders\n{ \"settings\": { \"number_of_replicas\": 0 } }")
                + Documents.fence("console verify id=created", "HEAD /orders")
                + Documents.fence(
                    "console run id=fill again=yes",
                    "POST /_bulk?refresh=true\n{ \"index\": { \"_index\": \"orders\", \"_id\": \"1\" } }\n"
                        + "{ \"total\": 9007199254740993, \"name\": \"a+b & c/d\" }")
                + Documents.fence("console verify id=found", "GET /orders/_search?q=name:\"a+b\"&size=5")
                + Documents.fence("json expect", "{ \"hits\": { \"hits\": [ { \"_id\": \"1\" } ] } }")
                + Documents.fence("console verify id=absent status=404", "GET /orders/_doc/a%20b%2Fc")
                + Documents.fence("json expect", "{ \"_id\": \"a b/c\", \"found\": false }")
                + Documents.fence("console run id=wrong status=400 again=yes", "PUT /UPPER")
                + Documents.fence("json expect", "{ \"error\": { \"type\": \"invalid_index_name_exception\" } }")
                + Documents.fence("console verify id=nodes", "GET /_cat/nodes?h=name")
                + Documents.fence("text expect", "search-0"))

        @Test(arguments: flavors)
        func aRunIsTheSame(flavor: String) async throws {
            try await World.with(Self.document, console: flavor) { world in
                let first = try await world.exec()
                #expect(first.status == 0, "\(first.said)")
                #expect(try await world.sandbox.log().contains("PUT /orders?pretty=false"))
                // The cluster itself has what was sent through the console.
                let source = try await world.sandbox.ask("GET", "/orders/_source/1")
                #expect(String(decoding: source.body, as: UTF8.self).contains("9007199254740993"))
                let again = try await world.exec()
                #expect(again.status == 0, "\(again.said)")
                #expect(try await world.sandbox.log().filter { $0.hasPrefix("PUT /orders?") }.count == 1)
            }
        }

        @Test(arguments: flavors)
        func theLookBeforeTheRunGoesThroughItToo(flavor: String) async throws {
            let document = Documents.document(Documents.fence("console verify id=look", "GET /_cluster/health"))
            try await World.with(document, console: flavor) { world in
                let result = try await world.exec()
                #expect(result.status == 0, "\(result.said)")
                let url = world.sandbox.announcement["clusters"]?["search"]?["kibana"]?.string ?? ""
                #expect(result.output.contains("Elasticsearch 7.0.0 (cluster `search`) at \(url)"), "\(result.said)")
            }
        }

        private static let write = Documents.document(
            Documents.fence("console run id=write unless", "PUT /orders/_doc/1\n{}")
                + Documents.fence("console verify id=after within=0s", "GET /orders/_doc/1"))

        /// The console had sent it, and its answer got lost: nobody knows.
        @Test(arguments: flavors)
        func aWriteWithoutAnAnswerIsInDoubt(flavor: String) async throws {
            let document = Documents.document(
                Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{}"))
            try await World.with(document, console: flavor) { world in
                try await world.sandbox.setFaults([["fault": "reset", "match": "PUT /", "applied": true]])
                let result = try await world.exec()
                #expect(result.status == 3, "\(result.said)")
                #expect(result.output.contains("got no response from the cluster"), "\(result.said)")
                #expect(try await world.sandbox.writes().count == 1)
            }
        }

        @Test(arguments: [502, 504])
        func aGatewayBeforeItLeavesDoubt(status: Int) async throws {
            let document = Documents.document(
                Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{}"))
            try await World.with(document, console: "kibana8") { world in
                try await world.sandbox.setFaults(
                    [
                        [
                            "fault": "answer", "status": .number(JSONNumber(status)), "body": "<html>",
                            "match": "POST /api/console/proxy?path=%2Forders",
                        ]
                    ], at: "search.kibana")
                let result = try await world.exec()
                #expect(result.status == 3, "\(result.said)")
            }
        }

        /// A 404 of Kibana itself says nothing about a document, so `unless` cannot be told.
        @Test(arguments: flavors)
        func aMissingConsoleIsNoMissingDocument(flavor: String) async throws {
            try await World.with(Self.write, console: flavor) { world in
                try await world.sandbox.setFaults(
                    [
                        [
                            "fault": "answer", "status": 404,
                            "body": ["statusCode": 404, "error": "Not Found", "message": "Not Found"],
                            "match": "POST /api/console/proxy?path=%2Forders", "times": 9,
                        ]
                    ], at: "search.kibana")
                let result = try await world.exec()
                #expect(result.status == 1, "\(result.said)")
                #expect(result.output.contains("has no console at"), "\(result.said)")
                #expect(try await world.sandbox.writes().isEmpty)
            }
        }

        @Test(arguments: ["kibana7", "kibana8"])
        func aWrongSpaceIsSaidBeforeTheRun(flavor: String) async throws {
            try await World.with(Self.write, console: flavor) { world in
                let url = world.sandbox.announcement["clusters"]?["search"]?["kibana"]?.string ?? ""
                try world.folder.write(
                    "environment: { version: 1 }\ntargets:\n"
                        + "  search: { kind: elasticsearch, kibana: '\(url)', space: nowhere }\n", to: "other.yaml")
                let result = try await world.run(["exec", "test.md", "--env", "./other.yaml"])
                #expect(result.status == 7, "\(result.said)")
                #expect(result.errors.contains("[target/unreachable]"), "\(result.said)")
                #expect(result.errors.contains("has no console at \(url)/s/nowhere (status 404)"), "\(result.said)")
                #expect(result.errors.contains("`space`"))
            }
        }
    }
}
