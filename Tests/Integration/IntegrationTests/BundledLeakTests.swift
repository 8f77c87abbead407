import Foundation
import Glibc
import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// Both first runbooks are run with marked secrets in every place that takes one, and nothing that leaves the process,
    /// no argument of a process included, has one of them in any form.
    struct BundledLeakTests {
        private static let root = Repository.root
        /// The password of the clusters; it needs escapes in most languages.
        private static let secret = "Zq7\"can<ary>/p+ss&w=rd%1"

        /// Each row: a runbook, and the parameters of its longest way.
        @Test(
            arguments: [
                ("connect-clusters.md", [["connect_by=api"], ["connect_by=console", "seeds_by=endpoint"]]),
                ("shared-oss-repository.md", [["add_by=api"], ["restore=all"]]),
            ] as [(String, [[String]])])
        func noSecretLeavesTheProcess(file: String, ways: [[String]]) async throws {
            for way in ways {
                let folder = try TestFolder()
                let path = "\(Self.root)/runbooks/\(file)"
                let sandbox = try await RunningSandbox(
                    options: ["--for", path, "--virtual-time"], in: folder)
                // The sandbox's clusters take any credentials.
                var text = try folder.text("sandbox.yaml")
                text = text.replacing(
                    /\n( +)kind: elasticsearch\n/,
                    with: {
                        "\n\($0.output.1)kind: elasticsearch\n\($0.output.1)user: elastic\n"
                            + "\($0.output.1)password: { env: PASSWORD }\n"
                    })
                try folder.write(
                    text + "notify: { on: [waiting, failed, passed], command: [sh, -c, \"cat >> notices\"] }\n",
                    to: "sandbox.yaml")
                var sinks: [String: String] = [:]
                let variables = ["PASSWORD": Self.secret]
                let parameters = way.flatMap { ["-p", $0] }
                let plan = try await Tool.run(
                    ["plan", path, "--env", "./sandbox.yaml"] + parameters, in: folder, variables: variables)
                sinks["plan"] = plan.output + plan.errors
                let tool = try await RunningTool(
                    ["exec", path, "--env", "./sandbox.yaml", "--yes", "--report", "run.md", "-vv"] + parameters,
                    in: folder, variables: variables)
                // What `ps` shows of everything that runs meanwhile.
                let arguments = Task {
                    var seen = Set<String>()
                    while !Task.isCancelled {
                        for pid in TestFolder.names(in: "/proc") where pid.first?.isNumber == true {
                            guard let bytes = try? TestFolder.bytes(of: "/proc/\(pid)/cmdline") else { continue }
                            seen.insert(String(decoding: bytes, as: UTF8.self))
                        }
                        await Task.yield()
                    }
                    return seen.joined(separator: "\n")
                }
                let exec = try await tool.finish()
                arguments.cancel()
                sinks["arguments"] = await arguments.value
                sinks["exec"] = exec.output + exec.errors
                #expect([0, 1, 3].contains(exec.status), "\(exec.said)")
                let run = try #require(try await Tool.run(["runs"], in: folder).run)
                for words in [
                    ["report", run], ["report", run, "--format", "json"], ["report", run, "--format", "junit"],
                    ["report", run, "--format", "html"], ["runs", "export"], ["handover", run], ["confirm", run],
                    ["show", run], ["undo", run, "--dry-run"], ["resume", run, "--yes"],
                ] {
                    let result = try await Tool.run(words, in: folder, variables: variables)
                    sinks[words.joined(separator: " ")] = result.output + result.errors
                }
                await sandbox.stop()
                for name in TestFolder.names(in: folder.file("store")) where name.hasPrefix("runs.db") {
                    sinks[name] = String(decoding: try folder.read("store/\(name)"), as: UTF8.self)
                }
                for name in ["run.md", "notices"] { sinks[name] = (try? folder.text(name)) ?? "" }
                #expect(sinks["runs.db"]?.isEmpty == false && sinks["run.md"]?.isEmpty == false)
                #expect(!TestFolder.names(in: folder.file(".")).contains { $0.hasPrefix("core") })
                let secret = Self.secret
                let basic = Data("elastic:\(secret)".utf8).base64EncodedString()
                for (sink, text) in sinks {
                    #expect(!text.contains(basic), "\(sink) has the header")
                    for (form, word) in LeakTests.forms(secret) where word.count >= 8 {
                        #expect(!text.contains(word), "\(sink) has it, form \(form)")
                    }
                }
            }
        }
    }
}
