import HTTPServer
import OrderedJSON
import Synchronization
import Testing
import ToolTesting

extension IntegrationTests {
    /// What goes wrong between the tool and a cluster in the midst of a run.
    struct FaultTests {
        private static let read = Documents.document(
            Documents.fence("console run id=look", "GET /_cluster/health"))
        private static let write = Documents.document(
            Documents.fence("console run id=write again=yes", "PUT /orders/_doc/1\n{}")
                + Documents.fence("console verify id=after", "GET /orders/_doc/1"))

        @Test(arguments: ["garbage", "cut", "close", "reset"])
        func aReadIsRepeated(_ fault: String) async throws {
            try await World.with(Self.read) { world in
                try await world.sandbox.setFaults([
                    ["fault": .string(fault), "match": "GET /_cluster", "times": 2]
                ])
                let result = try await world.exec()
                #expect(result.status == 0, "\(result.said)")
                #expect(try await world.sandbox.log().count == 3)
            }
        }

        /// The check that follows tells of what was done, and only a person of what was not.
        @Test(arguments: ["garbage", "cut", "close", "reset"], [true, false])
        func aWriteIsInDoubt(_ fault: String, _ isApplied: Bool) async throws {
            try await World.with(Self.write) { world in
                try await world.sandbox.setFaults([
                    ["fault": .string(fault), "match": "PUT /", "applied": .bool(isApplied)]
                ])
                let result = try await world.exec()
                #expect(result.output.contains("in doubt"))
                #expect(try await world.sandbox.writes().count == 1)
                if isApplied {
                    #expect(result.status == 0, "\(result.said)")
                    #expect(result.output.contains("was done (settled by `after`)"), "\(result.said)")
                    return
                }
                #expect(result.status == 3, "\(result.said)")
                #expect(result.output.contains("after checking the target:\n  runbook confirm "))
                let run = try #require(result.run)
                let resumed = try await world.run(["resume", run, "--yes"])
                #expect(resumed.status == 3, "\(resumed.said)")
                #expect(resumed.output.contains("`write`"), "\(resumed.said)")
                #expect(try await world.sandbox.writes().count == 1)
                #expect(try await world.run(["confirm", run, "write"]).status == 64)
                try await world.sandbox.setFaults([])
                #expect(try await world.confirm(run, "write", "--not-applied").status == 0)
                let settled = try await world.run(["resume", run])
                // What is told not to be done is sent again.
                #expect(try await world.sandbox.writes().count == 2)
                #expect(settled.status == 0, "\(settled.said)")
                #expect(settled.output.contains("(settled by "))
            }
        }

        /// A check of its own tells of both, and nobody is needed.
        @Test(arguments: ["garbage", "cut", "close", "reset"], [true, false])
        func aWriteWithACheckOfItsOwnNeedsNobody(_ fault: String, _ isApplied: Bool) async throws {
            let document = Documents.document(
                Documents.fence("console run id=write unless", "PUT /orders/_doc/1\n{}")
                    + Documents.fence("console verify id=after", "GET /orders/_doc/1"))
            try await World.with(document) { world in
                try await world.sandbox.setFaults([
                    ["fault": .string(fault), "match": "PUT /", "applied": .bool(isApplied)]
                ])
                let result = try await world.exec()
                #expect(result.status == 0, "\(result.said)")
                #expect(result.output.contains("(settled by `after`)"), "\(result.said)")
                #expect(try await world.sandbox.writes().count == (isApplied ? 1 : 2))
                #expect(try await world.sandbox.get("/orders/_doc/1")["_version"]?.int == 1)
            }
        }

        @Test func aBusyServerIsAskedAgain() async throws {
            try await World.with(Self.write) { world in
                try await world.sandbox.setFaults([
                    ["fault": "answer", "status": 503, "match": "PUT /", "times": 3],
                    ["fault": "answer", "status": 429, "match": "GET /orders", "times": 1],
                ])
                let result = try await world.exec()
                #expect(result.status == 0, "\(result.said)")
                #expect(try await world.sandbox.get("/orders/_doc/1")["_version"]?.int == 1)
            }
        }

        @Test func retryAfterIsObeyed() async throws {
            let times = Mutex<[ContinuousClock.Instant]>([])
            try await FakeElastic.with { request in
                guard request.method == "PUT" else { return nil }
                let count = times.withLock {
                    $0.append(.now)
                    return $0.count
                }
                let busy = #"{"error":{"type":"es_rejected_execution_exception","reason":"full"},"status":429}"#
                return count == 1 ? .json(busy, status: 429, headers: [.init("Retry-After", "1")]) : nil
            } _: { fake in
                let folder = try fake.folder(Self.write)
                let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(result.status == 0, "\(result.said)")
                let moments = times.withLock { $0 }
                try #require(moments.count == 2)
                #expect(moments[0].duration(to: moments[1]) >= .milliseconds(990))
            }
        }

        @Test func aServerThatIsGoneFailsTheStep() async throws {
            let document = Documents.document(
                Documents.fence("console run id=first again=yes", "PUT /orders/_doc/1\n{}")
                    + Documents.fence("console run id=second again=yes timeout=5s", "PUT /orders/_doc/2\n{}"))
            try await World.with(document) { world in
                try await world.sandbox.setFaults([
                    ["fault": "answer", "match": "PUT /orders/_doc/2", "times": 1000]
                ])
                let result = try await world.exec()
                #expect(result.status == 1, "\(result.said)")
                #expect(result.output.contains("`second`"))
                #expect(result.output.contains("changes so far:\n  search: PUT /orders/_doc/1"))
                #expect(result.output.contains("curl "))
            }
        }

        @Test func aLateAnswerOfAWriteIsInDoubt() async throws {
            let turnstile = Turnstile()
            let document = Documents.document(
                Documents.fence("console run id=write again=yes timeout=500ms", "PUT /orders/_doc/1\n{}"))
            try await FakeElastic.with { request in
                if request.method == "PUT" { await turnstile.pass() }
                return nil
            } _: { fake in
                let folder = try fake.folder(document)
                let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(result.status == 3, "\(result.said)")
                #expect(fake.lines == ["PUT /orders/_doc/1"])
                turnstile.open()
            }
        }

        @Test(arguments: [
            #"{"errors":true,"items":[]}"#, #"{"timed_out":true}"#, #"{"_shards":{"total":2,"failed":1}}"#,
            #"{"acknowledged":false}"#,
        ])
        func successThatIsNone(_ body: String) async throws {
            try await FakeElastic.with { request in
                request.target == "/_cluster/health" ? .json(body) : nil
            } _: { fake in
                let folder = try fake.folder(Self.read)
                let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(result.status == 1, "\(result.said)")
            }
        }

        @Test func redirectsAreNotFollowed() async throws {
            try await FakeElastic.with { request in
                request.target == "/_cluster/health"
                    ? .json("{}", status: 302, headers: [.init("Location", "/elsewhere")]) : nil
            } _: { fake in
                let folder = try fake.folder(Self.read)
                let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(result.status == 1, "\(result.said)")
                #expect(!fake.lines.contains("GET /elsewhere"))
            }
        }
    }
}
