import Glibc
import HTTPServer
import Processes
import Testing
import ToolTesting

extension IntegrationTests {
    /// Files that are hostile, and a store that cannot be written.
    struct BadInputTests {
        private static let simple = Documents.document(
            Documents.fence("console run id=first again=yes", "PUT /orders/_doc/1\n{}"))

        private static let depth = 10_000
        private static func nested(_ opening: String, _ closing: String = "") -> String {
            String(repeating: opening, count: depth) + String(repeating: closing, count: depth)
        }

        static let deep: [String: String] = [
            "quotations": Documents.document(nested("> ") + "deep"),
            "lists": Documents.document(nested("- ") + "deep"),
            "emphasis": Documents.document(nested("*a **b ")),
            "brackets": Documents.document(nested("[", "](x)")),
            "links": Documents.document(nested("![", "](x)")),
            "JSON body": Documents.document(Documents.fence("console verify", "POST /_search\n" + nested("[", "]"))),
            "JSON objects": Documents.document(
                Documents.fence("console verify", "POST /_search\n" + nested("{\"a\":", "}"))),
            "expectation": Documents.document(
                Documents.fence("console verify", "GET /") + Documents.fence("json expect", nested("[", "]"))),
            "declaration": "# T\n\n```yaml runbook\n" + nested("[", "]") + "\n```\n",
            "filter": Documents.document(
                Documents.fence("console verify", "GET /") + Documents.fence("jq assert", nested("(", ")"))),
            "filter arrays": Documents.document(
                Documents.fence("console verify", "GET /") + Documents.fence("jq capture", "a = " + nested("[", "]"))),
            "comments": Documents.document(nested("<!-- runbook: if=a:b -->\n")),
            "holes": Documents.document(Documents.fence("console verify", "GET /" + nested("${", "}"))),
        ]

        @Test(arguments: deep.keys.sorted())
        func deepNestingIsSurvived(_ kind: String) async throws {
            let folder = try TestFolder()
            try folder.write(Self.deep[kind] ?? "", to: "test.md")
            let began = ContinuousClock.now
            let result = try await Tool.run(["check", "test.md"], in: folder)
            #expect([0, 2].contains(result.status), "\(result.said)")
            #expect(began.duration(to: .now) < .seconds(20))
            #expect(result.output.utf8.count < 4 << 20)
        }

        @Test func aLargeFileIsReadOrRefused() async throws {
            let folder = try TestFolder()
            let line = "A line of a text that goes on for a while, and says nothing of use to anybody at all.\n\n"
            let text = Self.simple + "\n" + String(repeating: line, count: (2 << 20) / line.utf8.count)
            try folder.write(text, to: "test.md")
            let result = try await Tool.run(["check", "test.md"], in: folder)
            #expect([0, 2].contains(result.status), "\(result.said)")
        }

        @Test func anAnswerWithoutAnEndIsCut() async throws {
            let document = Documents.document(
                Documents.fence("console run id=look", "GET /_cluster/health")
                    + Documents.fence("json expect", "{ \"status\": \"green\" }"))
            let large = "[" + String(repeating: "[", count: 100_000)
            try await FakeElastic.with { request in
                request.target == "/_cluster/health" ? .json(large) : nil
            } _: { fake in
                let folder = try fake.folder(document)
                let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(result.status == 1, "\(result.said)")
                #expect(result.output.utf8.count < 100_000)
            }
        }

        // MARK: - The store

        @Test func aStoreThatIsAFile() async throws {
            try await FakeElastic.with { fake in
                let folder = try fake.folder(Self.simple)
                try folder.write("", to: "file")
                for store in [folder.file("file"), folder.file("file/store"), "/proc/nothing"] {
                    let result = try await Tool.run(
                        ["exec", "test.md", "--env", "./fake.yaml", "--store", store], in: folder)
                    #expect(result.status == 74, "\(store) \(result.said)")
                }
                #expect(fake.lines.isEmpty)
            }
        }

        @Test func aStoreOfGarbage() async throws {
            try await FakeElastic.with { fake in
                let folder = try fake.folder(Self.simple)
                try folder.write(String(repeating: "no database ", count: 1000), to: "store/runs.db")
                chmod(folder.file("store"), 0o700)
                let result = try await Tool.run(["exec", "test.md", "--env", "./fake.yaml"], in: folder)
                #expect(result.status == 74, "\(result.said)")
                #expect(fake.lines.isEmpty)
                #expect(try await Tool.run(["runs"], in: folder).status == 74)
            }
        }

        /// Runs the tool after a shell did something, for instance became somebody else.
        private func run(
            after preparation: String, _ arguments: [String], in folder: TestFolder
        ) async throws -> ToolResult {
            var command = Tool.command(arguments, in: folder)
            command.executable = "/bin/sh"
            command.arguments = ["-c", preparation + #" "$0" "$@""#, Tool.path] + arguments
            return ToolResult(try await Process.run(command))
        }

        @Test func aStoreThatIsReadOnly() async throws {
            try await FakeElastic.with { fake in
                let folder = try fake.folder(Self.simple)
                try folder.write("", to: "store/empty")
                try folder.remove("store/empty")
                chmod(folder.file("store"), 0o500)
                chmod(folder.path, 0o755)
                // The superuser may write everywhere, so somebody else tries.
                let other = geteuid() == 0 ? "exec setpriv --reuid=65534 --clear-groups --bounding-set=-all" : "exec"
                if geteuid() == 0 { chown(folder.file("store"), 65534, 65534) }
                let version = try await run(after: other, ["--version"], in: folder)
                if version.status != 0 { try Test.cancel("nobody else may start \(Tool.path) here") }
                let result = try await run(
                    after: other, ["exec", "test.md", "--env", folder.file("fake.yaml")], in: folder)
                #expect(result.status == 74, "\(result.said)")
                #expect(fake.lines.isEmpty)
            }
        }

        @Test func nothingIsSentOnceTheStoreIsFull() async throws {
            // The first answers fill the store; the limit on the size of a file stands for the end of the disk.
            let steps = (1...60).map {
                Documents.fence("console run id=s\($0) again=yes", "PUT /orders/_doc/\($0)\n{}")
            }
            let filler = String(repeating: "0123456789abcdef", count: 3000)
            try await FakeElastic.with { request in
                request.target == "/" ? nil : .json("{\"acknowledged\":true,\"filler\":\"\(filler)\"}")
            } _: { fake in
                let folder = try fake.folder(Documents.document(steps.joined()))
                let result = try await run(
                    after: #"trap "" XFSZ; ulimit -f 1000; exec"#, ["exec", "test.md", "--env", "./fake.yaml"],
                    in: folder)
                #expect(result.status == 74, "\(result.said)")
                let sent = fake.lines.count
                #expect(sent > 0 && sent < 60)
                #expect(result.output.matches(of: /✓/).count >= sent - 1)
                let report = try await Tool.run(["runs"], in: folder)
                #expect(report.status == 0, "\(report.said)")
            }
        }

        @Test func aFullDiskStopsTheRun() async throws {
            let folder = try TestFolder()
            let mount = try await Process.run(
                ProcessCommand(
                    "mount", ["-t", "tmpfs", "-o", "size=512k,mode=700", "tmpfs", folder.path],
                    environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]))
            if !mount.isSuccess { try Test.cancel("no file system may be mounted here") }
            let filler = String(repeating: "0123456789abcdef", count: 3000)
            let steps = (1...60).map {
                Documents.fence("console run id=s\($0) again=yes", "PUT /orders/_doc/\($0)\n{}")
            }
            do {
                try await FakeElastic.with { request in
                    request.target == "/" ? nil : .json("{\"acknowledged\":true,\"filler\":\"\(filler)\"}")
                } _: { fake in
                    let work = try fake.folder(Documents.document(steps.joined()))
                    let result = try await Tool.run(
                        ["exec", "test.md", "--env", "./fake.yaml", "--store", folder.path], in: work)
                    #expect(result.status == 74, "\(result.said)")
                    #expect(fake.lines.count > 0 && fake.lines.count < 60)
                }
            } catch {
                Issue.record(error)
            }
            _ = try await Process.run(
                ProcessCommand("umount", [folder.path], environment: ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin"]))
        }
    }
}
