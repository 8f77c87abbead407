import HTTPServer
import Testing
import ToolTesting

extension IntegrationTests {
    /// A target has one connection, from the look before the run to its last step.
    struct ConnectionTests {
        /// Steps in both languages, a check that is repeated, and several requests in a step.
        private static let document = Documents.document(
            Documents.fence("console run id=one again=yes", "PUT /a/_doc/1\n{}\n\nPUT /a/_doc/2\n{}")
                + Documents.fence("sh run id=two again=yes", "curl -XPUT \"$SEARCH/a/_doc/3\" --json '{}'")
                + Documents.fence("console verify id=three every=10ms", "GET /a/_count")
                + Documents.fence("json expect", "{ \"count\": 3 }")
                + Documents.fence("console verify id=four status=404", "HEAD /b"))

        private static func reply(_ target: String, _ method: String, tries: Int) -> HTTPServer.Reply? {
            if method == "HEAD" { return .json("", status: 404) }
            if target.contains("_count") { return .json(tries < 9 ? #"{"count":2}"# : #"{"count":3}"#) }
            return nil
        }

        @Test func isReusedByAllSteps() async throws {
            let counter = Counter()
            try await FakeElastic.with { request in
                Self.reply(request.target, request.method, tries: counter.next(request))
            } _: { fake in
                let folder = try fake.folder(Self.document)
                let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(result.status == 0, "\(result.said)")
                #expect(fake.lines.count > 6)
                #expect(counter.ports.count == 1)
            }
        }

        @Test func isReusedThroughKibana() async throws {
            let counter = Counter()
            try await FakeElastic.with { request in
                let tries = counter.next(request)
                if request.target.contains("path=%2F%3F") { return .json(FakeElastic.greeting) }
                // What Kibana's answers have, and what a 404 without a body needs to be one of its cluster.
                let name = [HTTPServer.Header("kbn-name", "fake")]
                let method = request.target.split(separator: "=").last.map(String.init) ?? ""
                if method == "HEAD" { return .json("404 - Not Found", status: 404, headers: name) }
                return Self.reply(request.target, method, tries: tries)
            } _: { fake in
                let folder = try fake.folder(Self.document)
                try folder.write(
                    "environment: { version: 1 }\ntargets:\n  search: { kind: elasticsearch, kibana: '\(fake.url)' }\n",
                    to: "kibana.yaml")
                let result = try await Tool.run(["exec", "test.md", "--env", "./kibana.yaml"], in: folder)
                #expect(result.status == 0, "\(result.said)")
                #expect(fake.lines.allSatisfy { $0.hasPrefix("POST /api/console/proxy?path=%2F") })
                #expect(counter.ports.count == 1)
            }
        }
    }
}
