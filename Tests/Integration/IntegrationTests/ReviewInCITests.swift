import Glibc
import Processes
import Testing
import ToolTesting

extension IntegrationTests {
    /// The shell parts of `docs/review-in-ci.md`, run as the jobs would run them.
    struct ReviewInCITests {
        private static let root = Repository.root

        private static let document = Documents.document(
            Documents.fence("console run id=write unless confirm=\"Write it?\"", "PUT /orders/_doc/${index}\n{}")
                + Documents.fence("console verify id=written within=2s", "GET /orders/_doc/${index}"),
            parameters: "  index: { type: string }\n")

        /// The script of a job: the lines of the block behind its `run: |`, or `- |` below its `script:`.
        private static func script(of job: String, in host: String) throws -> String {
            let page = String(decoding: try TestFolder.bytes(of: root + "/docs/review-in-ci.md"), as: UTF8.self)
            let fence = page.split(separator: "```yaml \(host)\n", maxSplits: 1)[1].split(separator: "\n```")[0]
            var lines = fence.split(separator: "\n", omittingEmptySubsequences: false)[...]
            while let line = lines.first, line.drop(while: { $0 == " " }) != "\(job):" { lines.removeFirst() }
            while let line = lines.first, !line.hasSuffix("run: |"), !line.hasSuffix("- |") { lines.removeFirst() }
            let opening = try #require(lines.first)
            lines.removeFirst()
            let margin = opening.prefix { $0 == " " }.count + 2
            let block = lines.prefix { $0.isEmpty || $0.prefix { $0 == " " }.count >= margin }
            return block.map { $0.dropFirst(margin) }.joined(separator: "\n") + "\n"
        }

        /// Runs the script of a job as a runner does: in bash, which ends at the first failure.
        private func job(
            _ name: String, of host: String, in folder: TestFolder, at place: String,
            _ variables: [String: String] = [:]
        ) async throws -> ToolResult {
            let binary = Tool.path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
            var environment = Tool.environment(in: folder).merging(variables) { $1 }
            environment["PATH"] = binary + ":/usr/bin:/bin"
            environment["GITHUB_STEP_SUMMARY"] = folder.file("summary.md")
            return ToolResult(
                try await Process.run(
                    ProcessCommand(
                        "/bin/bash", ["-euo", "pipefail", "-c", try Self.script(of: name, in: host)],
                        environment: environment, directory: folder.file(place), output: .collect(limit: 1 << 20),
                        deadline: .seconds(120))))
        }

        /// A folder with a change and a protected place, whose environment is a sandbox.
        private func with(_ body: (TestFolder, RunningSandbox) async throws -> Void) async throws {
            let folder = try TestFolder()
            let sandbox = try await RunningSandbox(in: folder)
            // In production nothing may be lost.
            let environment = try folder.text("sandbox.yaml").replacing("  disposable: true\n", with: "")
            try folder.write(environment, to: "trusted/environments/production.yaml")
            for file in ["plugin.json", "tcp.sh", "README.md"] {
                let copy = try folder.write(
                    try TestFolder.bytes(of: Self.root + "/plugins/tcp/\(file)"), to: "trusted/plugins/tcp/\(file)")
                chmod(copy, 0o755)
            }
            try folder.write(Self.document, to: "change/runbooks/orders.md")
            try folder.write("index: one\n", to: "change/runbooks/orders.params.yaml")
            do {
                try await body(folder, sandbox)
            } catch {
                await sandbox.stop()
                throw error
            }
            await sandbox.stop()
        }

        @Test func onGitHubWhatWasReviewedIsDone() async throws {
            try await with { folder, sandbox in
                // What the change brings of its own is not looked at.
                try folder.write("nonsense", to: "change/environments/production.yaml")
                let plan = try await job("plan", of: "github", in: folder, at: ".")
                #expect(plan.status == 0, "\(plan.said)")
                let summary = try folder.text("summary.md")
                #expect(summary.hasPrefix("## Plan of `runbooks/orders.md` in `production`"))
                #expect(summary.contains("PUT /orders/_doc/one"))
                #expect(try await sandbox.log().isEmpty)

                let exec = try await job("exec", of: "github", in: folder, at: ".")
                #expect(exec.status == 0, "\(exec.said)")
                #expect(try await sandbox.writes() == ["PUT /orders/_doc/one"])
                #expect(try folder.text("report.md").contains("PUT /orders/_doc/one"))
                #expect(try await job("exec", of: "github", in: folder, at: ".").status == 4)
            }
        }

        @Test func onGitHubAChangeBehindTheReviewersBackIsRefused() async throws {
            try await with { folder, sandbox in
                #expect(try await job("plan", of: "github", in: folder, at: ".").status == 0)
                let script = try folder.text("trusted/plugins/tcp/tcp.sh")
                for (file, text) in [
                    ("change/runbooks/orders.params.yaml", "index: two\n"),
                    ("change/runbooks/orders.md", Self.document + "\nOne word more.\n"),
                    ("trusted/environments/production.yaml", try folder.text("sandbox.yaml")),
                ] {
                    let before = try folder.text(file)
                    try folder.write(text, to: file)
                    let exec = try await job("exec", of: "github", in: folder, at: ".")
                    #expect(exec.status == 4, "\(file): \(exec.said)")
                    try folder.write(before, to: file)
                }
                // A plugin that no step needs is not a part of the plan.
                try folder.write(script + "\n# changed\n", to: "trusted/plugins/tcp/tcp.sh")
                #expect(try await sandbox.writes().isEmpty)
                #expect(try await job("exec", of: "github", in: folder, at: ".").status == 0)
            }
        }

        @Test func onGitLabWhatWasReviewedIsDone() async throws {
            try await with { folder, sandbox in
                let git = try await Process.run(
                    ProcessCommand(
                        "/bin/bash",
                        [
                            "-euc",
                            "mv trusted operations; cd operations; git init -q -b main; git add -A; "
                                + "git -c user.name=o -c user.email=o@example.org commit -qm x; cd ..; "
                                + "mkdir -p a b; cp -r change a/change; cp -r change b/change",
                        ], environment: Tool.environment(in: folder), directory: folder.path, deadline: .seconds(60)))
                #expect(git.isSuccess, "\(String(decoding: git.errors, as: UTF8.self))")
                let variables = ["TRUSTED": folder.file("operations")]
                let plan = try await job("plan", of: "gitlab", in: folder, at: "a/change", variables)
                #expect(plan.status == 0, "\(plan.said)")
                #expect(try folder.text("a/change/plan.md").contains("PUT /orders/_doc/one"))
                #expect(try await sandbox.log().isEmpty)
                try folder.write(try folder.read("a/change/plan.json"), to: "b/change/plan.json")
                let exec = try await job("exec", of: "gitlab", in: folder, at: "b/change", variables)
                #expect(exec.status == 0, "\(exec.said)")
                #expect(try await sandbox.writes() == ["PUT /orders/_doc/one"])
            }
        }

        @Test func thePlanJobHasNoSecret() throws {
            let page = String(decoding: try TestFolder.bytes(of: Self.root + "/docs/review-in-ci.md"), as: UTF8.self)
            for host in ["github", "gitlab"] {
                let fence = page.split(separator: "```yaml \(host)\n", maxSplits: 1)[1].split(separator: "\n```")[0]
                let plan = fence.split(separator: "exec:\n", maxSplits: 1)[0]
                #expect(!plan.contains("secrets."))
                #expect(!plan.contains("PASSWORD"))
            }
        }
    }
}
