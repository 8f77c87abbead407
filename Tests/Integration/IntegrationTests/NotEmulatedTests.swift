import HTTPServer
import OrderedJSON
import RunbookTesting
import Testing
import ToolTesting

extension IntegrationTests {
    /// What the sandbox does not emulate says nothing about a runbook, whatever a step accepts.
    struct NotEmulatedTests {
        private static let words = "; this says nothing about your runbook"

        /// A part of a request, and a request as a whole.
        private static let part = "POST /orders/_search\n{ \"highlight\": { \"fields\": { \"a\": {} } } }"
        private static let whole = "GET /_ml/info"

        private static func document(_ steps: String) -> String {
            Documents.document(Documents.fence("console run id=make again=yes status=2xx,400", "PUT /orders") + steps)
        }

        @Test(arguments: [
            ("run again=yes status=2xx,4xx,5xx", whole, "`GET /_ml/info`"),
            ("verify within=60s status=404,405,400", whole, "`GET /_ml/info`"),
            ("run again=yes status=2xx,4xx", part, "search highlight of `POST /orders/_search`"),
        ])
        func failsTheStepWhateverItAccepts(_ info: String, _ request: String, _ what: String) async throws {
            try await World.with(Self.document(Documents.fence("console \(info) id=step", request))) { world in
                let result = try await world.exec("--report", "report.json")
                #expect(result.status == 1, "\(result.said)")
                #expect(result.output.contains("the sandbox does not emulate \(what)\(Self.words)"), "\(result.said)")
                let steps = try JSON(bytes: world.folder.read("report.json"))["steps"]?.array
                #expect(steps?.last?["failure"]?["code"]?.string == "sandbox/not-emulated")
                #expect(!result.output.contains("no answer came back"), "\(result.said)")
                // A wait does not help; a check is looked at once before the write, too.
                let later = try await world.sandbox.log().drop { $0 != "PUT /orders" }.dropFirst()
                #expect(later.count == 1, "\(later)")
            }
        }

        /// What another profile has, and what is kept in memory, is said with the response of the sandbox.
        @Test(arguments: [
            (
                #"PUT /_snapshot/r { "type": "s3", "settings": { "bucket": "b" } }"#, 0,
                "keeps this repository in its memory"
            ),
            (#"PUT /_snapshot/r { "type": "swift" }"#, 1, "repository type [swift] does not exist"),
            (
                #"PUT /orders/_settings { "index.replication.type": null }"#, 1,
                "the profile `6.7-aliyun` of the sandbox has it: write `flavor: aliyun` in the declaration of the target"
            ),
        ])
        func saysMoreThanARealServer(_ request: String, _ status: Int32, _ words: String) async throws {
            let lines = request.replacing(" { ", with: "\n{ ", maxReplacements: 1)
            let folder = try TestFolder()
            try folder.write(
                Documents.document(
                    Documents.fence("console run id=make again=yes", "PUT /orders")
                        + Documents.fence("console run id=step again=yes", lines)), to: "test.md")
            let result = try await Tool.run(["exec", "test.md", "--yes"], in: folder)
            #expect(result.status == status, "\(result.said)")
            #expect((result.output + result.errors).contains(words), "\(result.said)")
        }

        /// A declaration can ask for the profile of Alibaba Cloud.
        @Test func aFlavorChoosesTheProfile() async throws {
            let folder = try TestFolder()
            try folder.write(
                Documents.document(
                    Documents.fence(
                        "console run again=yes on=cloud",
                        "PUT /_snapshot/r\n{ \"type\": \"oss\", \"settings\": { \"bucket\": \"b\" } }")
                        + Documents.fence("console verify on=search", "GET /"),
                    targets: "  cloud: { kind: elasticsearch, flavor: aliyun }\n"), to: "test.md")
            let result = try await Tool.run(["exec", "test.md", "--yes"], in: folder)
            #expect(result.status == 0, "\(result.said)")
            #expect(result.output.contains("6.7-aliyun"), "\(result.said)")
            #expect(!(result.output + result.errors).contains("in its memory"), "\(result.said)")
        }

        /// `test` says how far it came; it is not red, because nothing is known to be wrong.
        @Test func isNotTested() async throws {
            let folder = try TestFolder()
            let step = Documents.fence("console run again=yes id=step", Self.whole)
            try folder.write(Self.document(step + Documents.fence("console run id=last", "GET /orders")), to: "a.md")
            let result = try await Tool.run(["test", "a.md"], in: folder)
            #expect(result.status == 0, "\(result.said)")
            #expect(
                result.output.contains(
                    "PARTLY  a.md: 1 of 3 steps were tested, up to `step`: the sandbox does not emulate `GET /_ml/info`"
                ),
                "\(result.said)")
            #expect(result.output.contains("0 passed, 1 partly tested\n"), "\(result.said)")
            let junit = try await Tool.run(["test", "--format", "junit", "--strict", "a.md"], in: folder)
            #expect(junit.status == 1)
            #expect(junit.output.contains("<skipped") && !junit.output.contains("<failure"), "\(junit.said)")
        }

        @Test func isNoExpectationThatHolds() async throws {
            let steps =
                Documents.fence("console run again=yes status=2xx,4xx", Self.whole)
                + Documents.fence("json expect", "{ \"error\": \"...\" }")
            try await World.with(Self.document(steps)) { world in
                let result = try await world.exec()
                #expect(result.status == 1, "\(result.said)")
                #expect(result.output.contains("`GET /_ml/info`\(Self.words)"), "\(result.said)")
            }
        }

        @Test func isNoCheckThatHoldsOrDoesNot() async throws {
            let steps =
                Documents.fence("console run id=act unless", "PUT /orders/_doc/1\n{}")
                + Documents.fence("console verify id=look status=2xx,4xx", Self.whole)
            try await World.with(Self.document(steps)) { world in
                let result = try await world.exec()
                #expect(result.status == 1, "\(result.said)")
                #expect(
                    result.output.contains("it is unknown whether this step is needed: the sandbox does not emulate"),
                    "\(result.said)")
                #expect(try await !world.sandbox.log().contains("PUT /orders/_doc/1"))
                let plan = try await world.run(["plan", "test.md", "--env", world.sandbox.environment, "--probe"])
                #expect(plan.output.contains("the sandbox does not emulate `GET /_ml/info`"), "\(plan.said)")
            }
        }

        @Test(arguments: ["exec", "test"]) func isSaidOfTheSandboxThatACommandStarts(_ command: String) async throws {
            let folder = try TestFolder()
            let step = Documents.fence("console run again=yes status=2xx,4xx", Self.whole)
            try folder.write(Self.document(step), to: "test.md")
            let result = try await Tool.run([command, "test.md"], in: folder)
            // Of a test it is no verdict, but a run cannot continue.
            #expect(result.status == (command == "test" ? 0 : 1), "\(result.said)")
            #expect(result.output.contains("`GET /_ml/info`"), "\(result.said)")
        }

        @Test func isSaidThroughTheConsoleOfKibanaToo() async throws {
            let step = Documents.fence("console run again=yes status=2xx,4xx", Self.whole)
            try await World.with(Self.document(step), console: "kibana7") { world in
                let result = try await world.exec()
                #expect(result.status == 1, "\(result.said)")
                #expect(result.output.contains("`GET /_ml/info`\(Self.words)"), "\(result.said)")
            }
        }

        @Test func isBelievedOnlyOfASandbox() async throws {
            let document = Documents.document(Documents.fence("console run again=yes", "PUT /orders"))
            try await FakeElastic.with { request in
                guard request.method == "PUT" else { return nil }
                return .json("{}", headers: [.init("sandbox-not-emulated", "PUT /orders")])
            } _: { fake in
                let real = try fake.folder(document)
                let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: real)
                #expect(result.status == 0, "\(result.said)")
                let emulated = try fake.folder(document, head: "version: 1, sandbox: \(fake.url)")
                let other = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: emulated)
                #expect(other.status == 1, "\(other.said)")
                #expect(other.output.contains("the sandbox does not emulate `PUT /orders`"), "\(other.said)")
            }
        }
    }
}
