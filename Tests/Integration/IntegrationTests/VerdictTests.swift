import HTTPServer
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// What a response comes to that names a failure of its own, or that no waiting changes.
    struct VerdictTests {
        private static let partial = """
            {"snapshot":{"snapshot":"snap_1","state":"PARTIAL","failures":[{"index":"orders","reason":"boom"}],
            "shards":{"total":3,"failed":1,"successful":2}}}
            """
        private static let search = """
            {"took":1,"responses":[{"error":{"type":"search_phase_execution_exception","reason":"all shards failed"},
            "status":400}]}
            """
        private static let page = "<html><head><title>Sign in</title></head><body><form>...</form></body></html>"

        struct Case: Sendable {
            let info: String
            let request: String
            let body: String
            let field: String
            var expected: String?
            var status = 1
        }

        @Test(arguments: [
            Case(
                info: "console run again=yes", request: "PUT /_snapshot/backup/snap_1?wait_for_completion=true\n{}",
                body: partial, field: "snapshot.state"),
            Case(
                info: "console run again=yes", request: "PUT /_snapshot/backup/snap_1?wait_for_completion=true\n{}",
                body: partial, field: "",
                expected: #"{"snapshot":{"state":"...","shards":{"failed":1},"failures":"..."}}"#,
                status: 0),
            Case(
                info: "console verify within=0s", request: "POST /_msearch\n{}\n{}", body: search,
                field: "responses.error"),
            Case(info: "console run again=yes", request: "PUT /orders\n{}", body: page, field: "body"),
            Case(
                info: "sh run again=yes", request: "curl -X PUT \"${search.url}/orders\" --json '{}'", body: page,
                field: "body"),
            Case(
                info: "sh verify within=0s", request: "curl \"${search.url}/_tasks/n:1\"",
                body: #"{"completed":true,"error":{"type":"t","reason":"gone"}}"#, field: "error"),
        ])
        func aSuccessThatNamesItsFailure(_ given: Case) async throws {
            try await FakeElastic.with { request in
                request.target == "/" ? nil : .json(given.body)
            } _: { fake in
                let expect = given.expected.map { Documents.fence("json expect", $0) } ?? ""
                let folder = try fake.folder(
                    Documents.document(Documents.fence(given.info, given.request) + expect))
                let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(result.status == given.status, "\(result.said)")
                #expect(given.field.isEmpty || result.output.contains("`\(given.field)`"), "\(result.said)")
            }
        }

        @Test func aWarningIsToldAndFailsNothing() async throws {
            let body = #"{"acknowledged":true,"shards_acknowledged":false,"_clusters":{"total":2,"skipped":1}}"#
            try await FakeElastic.with { request in
                request.target == "/" ? nil : .json(body)
            } _: { fake in
                let folder = try fake.folder(
                    Documents.document(
                        Documents.fence("console run again=yes", "PUT /orders")
                            + Documents.fence("console verify within=0s", "GET /a:b/_search")
                            + Documents.fence("json expect", #"{ "shards_acknowledged": false }"#)))
                let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(result.status == 0, "\(result.said)")
                let lines = result.output.split(separator: "\n").filter { $0.contains("warning: ") }
                #expect(lines.count == 3, "\(result.said)")
            }
        }

        @Test(arguments: [
            #"{"error":{"type":"parsing_exception","reason":"no [query] registered for [foo]"},"status":400}"#,
            #"{"error":{"type":"illegal_argument_exception","reason":"unknown setting [x]"},"status":400}"#,
        ])
        func aWaitEndsWhereNoWaitingHelps(_ body: String) async throws {
            try await FakeElastic.with { request in
                request.target == "/" ? nil : .json(body, status: 400)
            } _: { fake in
                let folder = try fake.folder(
                    Documents.document(Documents.fence("console verify within=1h", "GET /orders/_search?a=b")))
                let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(result.status == 1, "\(result.said)")
                #expect(fake.lines.filter { $0.contains("_search") }.count == 1)
            }
        }

        @Test func aHealthThatTimedOutDoesNotHold() async throws {
            let document = Documents.document(
                Documents.fence("console run id=create unless", "PUT /orders")
                    + Documents.fence("console verify within=0s", "GET /_cluster/health/orders")
                    + Documents.fence("json expect", #"{ "status": "green", "timed_out": false }"#))
            try await FakeElastic.with { request in
                guard request.target.hasPrefix("/_cluster/health") else { return nil }
                return .json(#"{"status":"red","timed_out":true}"#, status: 408)
            } _: { fake in
                let folder = try fake.folder(document)
                let result = try await Tool.run(
                    ["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(fake.lines.contains("PUT /orders"), "\(result.said)")
            }
        }

        /// One letter with marks without end is one character, whose border costs its length to find.
        @Test func aTextOfOneCharacterEnds() async throws {
            let text = "\"a" + String(repeating: "\u{301}", count: 120_000) + "\""
            try await FakeElastic.with { request in
                request.target == "/" ? nil : .json(text)
            } _: { fake in
                let folder = try fake.folder(Documents.document(Documents.fence("console run id=r", "GET /a/x")))
                let clock = ContinuousClock()
                let start = clock.now
                let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(result.status == 0, "\(result.errors.prefix(300))")
                #expect(clock.now - start < .seconds(30))
            }
        }

        /// What is told of a long list that is wrong comes soon, too.
        @Test func aLongListWithoutOrderEnds() async throws {
            let list = (1...1500).map(String.init).joined(separator: ",")
            let other = (2...1501).reversed().map(String.init).joined(separator: ",")
            let document = Documents.document(
                Documents.fence("console run id=r", "GET /a/x")
                    + Documents.fence("json expect unordered=.l", "{ \"l\": [\(list)] }"))
            try await FakeElastic.with { request in
                request.target == "/" ? nil : .json("{\"l\":[\(other)]}")
            } _: { fake in
                let folder = try fake.folder(document)
                let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(result.status == 1, "\(result.said.prefix(300))")
            }
        }
    }
}
