import Glibc
import OrderedJSON
import Processes
import Testing
import ToolTesting

extension IntegrationTests {
    /// What a block had started when the tool was killed is ended before its outcome is looked for.
    struct StartedProcessTests {
        /// Each row: how the block starts what outlives it.
        static let ways = [
            "a grandchild": #"sh -c 'echo $$ >pid; exec sleep 300'; true"#,
            "a session of its own":
                #"setsid sh -c 'echo $$ >pid; exec sleep 300' & until [ -s pid ]; do :; done; sleep 300"#,
            "a cleared environment":
                #"env -i setsid -f sh -c 'echo $$ >pid; exec sleep 300'; until [ -s pid ]; do :; done; sleep 300"#,
            "one that ignores TERM": #"sh -c 'trap "" TERM; echo $$ >pid; while :; do sleep 1; done'; true"#,
        ]

        @Test(arguments: ways.keys.sorted())
        func itIsEndedVisibly(way: String) async throws {
            let folder = try TestFolder()
            try folder.write(
                "environment: { version: 1 }\ntargets:\n  node: { kind: host, local: true, allow: [shell] }\n",
                to: "hosts.yaml")
            let document = Documents.document(
                Documents.fence("sh run id=work on=node again=yes", "cd '\(folder.path)'\n\(Self.ways[way] ?? "")"),
                targets: "  node: { kind: host }\n"
            ).replacing("  search: { kind: elasticsearch, description: the cluster }\n", with: "")
            try folder.write(document, to: "test.md")
            let tool = try await RunningTool(["exec", "test.md", "--env", "./hosts.yaml"], in: folder)
            var pid: Int32?
            let latest = ContinuousClock.now + .seconds(120)
            while pid == nil {
                try #require(.now < latest, "the block wrote no number of its process")
                pid = (try? folder.text("pid")).flatMap { Int32($0.filter(\.isNumber)) }
                await Task.yield()
            }
            let started = try #require(pid)
            tool.signal(SIGKILL)
            _ = await tool.result()
            let run = try #require(try await Tool.run(["runs"], in: folder).run)
            let resumed = try await Tool.run(["resume", run], in: folder)
            // Nobody knows what the block did, but nothing of it goes on.
            #expect(resumed.status == 3, "\(resumed.said)")
            #expect(ProcessIdentity(of: started)?.isRunning != true, "process \(started) still runs")
            #expect(resumed.output.contains("(process \(started)) still ran, and was ended"), "\(resumed.said)")
            let report = try JSON(parsing: try await Tool.run(["report", run, "--format", "json"], in: folder).output)
            let warnings = report["steps"]?[0]?["warnings"]?.array?.compactMap(\.string) ?? []
            #expect(warnings.contains { $0.contains("(process \(started)) still ran") }, "\(warnings)")
        }

        /// Each process that an attempt starts stands in its journal, by number and start.
        @Test func itStandsInTheJournal() async throws {
            let folder = try TestFolder()
            try folder.write(
                "environment: { version: 1 }\ntargets:\n  node: { kind: host, local: true, allow: [shell] }\n",
                to: "hosts.yaml")
            let document = Documents.document(
                Documents.fence("sh run id=work on=node again=yes", "echo $$"), targets: "  node: { kind: host }\n"
            ).replacing("  search: { kind: elasticsearch, description: the cluster }\n", with: "")
            try folder.write(document, to: "test.md")
            let done = try await Tool.run(["exec", "test.md", "--env", "./hosts.yaml", "-vv"], in: folder)
            #expect(done.status == 0, "\(done.said)")
            let run = try #require(done.run)
            let journal = try await Tool.run(["runs", "export", "--run", run], in: folder).output
            let event = try #require(journal.split(separator: "\n").first { $0.contains("process-started") })
            let data = try #require(try JSON(parsing: String(event))["data"])
            let pid = try #require(data["pid"]?.int)
            #expect(done.output.contains("\n") && done.output.contains(String(pid)), "\(pid): \(done.output)")
            #expect((data["start_ticks"]?.int ?? 0) > 0 && data["boot"]?.string?.isEmpty == false)
        }
    }
}
