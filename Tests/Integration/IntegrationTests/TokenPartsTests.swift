import Foundation
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// The parts of a captured API key are secrets, too, wherever they come back.
    struct TokenPartsTests {
        /// Each row: how the key is captured.
        @Test(arguments: ["token! = .encoded", "token! = .id + \":\" + .api_key", "token! = {id, api_key}"])
        func noPartOfAKeyIsKept(capture: String) async throws {
            let isObject = capture.hasSuffix("}")
            let document = Documents.document(
                Documents.fence("console run id=make again=yes", "POST /_security/api_key\n{ \"name\": \"x\" }")
                    + Documents.fence("jq capture", capture)
                    + Documents.fence(
                        "console run id=use again=yes",
                        "PUT /use/_doc/1?refresh=true\n"
                            + (isObject ? "{ \"auth\": ${token} }" : "{ \"auth\": \"${token}\" }"))
                    + Documents.fence("console run id=look", "GET /use/_doc/1"))
            let folder = try TestFolder()
            try folder.write(document, to: "test.md")
            let sandbox = try await RunningSandbox(options: ["--cluster", "search=8.x"], in: folder)
            let exec = try await Tool.run(
                ["exec", "test.md", "--env", sandbox.environment, "--report", "report.md", "-vv"], in: folder)
            #expect(exec.status == 0, "\(exec.said)")
            let auth = try await sandbox.get("/use/_doc/1")["_source"]?["auth"]
            await sandbox.stop()
            // What was sent is known here alone.
            var words = [auth?.string, auth?["api_key"]?.string].compactMap(\.self)
            if let data = auth?.string.flatMap({ Data(base64Encoded: $0) }) {
                words.append(String(decoding: data, as: UTF8.self))
            }
            words += words.flatMap { $0.split(separator: ":").dropFirst().map(String.init) }
            #expect(words.contains { $0.count >= 16 }, "\(words)")
            let run = try #require(exec.run)
            var sinks = [exec.output, exec.errors, try folder.text("report.md")]
            sinks.append(try await Tool.run(["report", run, "--format", "json"], in: folder).output)
            for name in TestFolder.names(in: folder.file("store")) where name.hasPrefix("runs.db") {
                sinks.append(String(decoding: try folder.read("store/\(name)"), as: UTF8.self))
            }
            for sink in sinks {
                for word in words where word.count >= 8 { #expect(!sink.contains(word), "\(word)") }
            }
        }

        /// Where a secret capture finds nothing, nobody can tell what of the response is secret.
        @Test func aCaptureThatFindsNothingHidesTheResponse() async throws {
            let document = Documents.document(
                Documents.fence(
                    "console run id=make again=yes", "PUT /keys/_doc/1\n{ \"api_key\": \"b3duLXNlY3JldA\" }")
                    + Documents.fence("console run id=read", "GET /keys/_doc/1")
                    + Documents.fence("jq capture", "token! = ._source.key"))
            try await World.with(document) { world in
                let exec = try await world.exec("--report", "report.md", "-vv")
                #expect(exec.status == 1, "\(exec.said)")
                #expect(exec.said.contains("capture/empty"), "\(exec.said)")
                let read = try await world.run(["report", try #require(exec.run), "--format", "json"])
                let step = try JSON(parsing: read.output)["steps"]?[1]
                #expect(step?.text().contains("b3duLXNlY3JldA") == false, "\(step?.text() ?? "")")
                // What a request said itself is no secret of its response.
                #expect(read.output.contains("b3duLXNlY3JldA"))
            }
        }
    }
}
