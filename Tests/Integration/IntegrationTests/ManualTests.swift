import Glibc
import Processes
import Testing
import ToolTesting

extension IntegrationTests {
    /// The manual page, as the tools for such pages see it.
    struct ManualTests {
        private func page() async throws -> (folder: TestFolder, text: String) {
            let folder = try TestFolder()
            let result = try await Tool.run(["man"], in: folder)
            #expect(result.status == 0 && result.errors.isEmpty)
            try folder.write(result.output, to: "runbook.1")
            return (folder, result.output)
        }

        private static let checkers = [
            ("/usr/bin/groff", ["-man", "-ww", "-z"]), ("/usr/bin/mandoc", ["-Tlint", "-Wstyle"]),
        ]

        @Test(arguments: checkers)
        func nothingIsWrongWithIt(_ checker: String, _ arguments: [String]) async throws {
            guard access(checker, X_OK) == 0 else {
                print("SKIPPED: there is no \(checker) to check the manual page")
                return
            }
            let (folder, _) = try await page()
            let result = ToolResult(
                try await Process.run(
                    ProcessCommand(
                        checker, arguments + [folder.file("runbook.1")], environment: ["PATH": "/usr/bin:/bin"],
                        directory: folder.path, deadline: .seconds(60))))
            #expect(result.status == 0 && result.errors.isEmpty && result.output.isEmpty, "\(result.said)")
        }

        /// Every command and every option that help shows; every variable; every exit code.
        @Test func nothingIsLeftOut() async throws {
            let (folder, text) = try await page()
            let page = text.replacing("\\-", with: "-").replacing("\n", with: " ")
            for path in try await commands(in: folder) {
                #expect(page.contains("runbook \(path.joined(separator: " "))"), "\(path)")
                let help = try await Tool.run(path + ["--help"], in: folder).output
                for match in help.matches(of: /(?m)^ +(?:-[a-z], )?(--[a-z-]+)/) where match.output.1 != "--help" {
                    #expect(page.contains(match.output.1), "\(path): \(match.output.1)")
                }
            }
            let variables = [
                "RUNBOOK_STORE", "RUNBOOK_PARAM_NAME", "RUNBOOK_PLUGIN_PATH", "RUNBOOK_NO_TERMINAL", "XDG_CONFIG_HOME",
                "XDG_STATE_HOME", "HOME", "NO_COLOR", "TERM", "COLUMNS",
            ]
            for variable in variables { #expect(page.contains("\\fB\(variable)\\fR"), "\(variable)") }
            for code in [0, 1, 2, 3, 4, 5, 6, 64, 70, 74] { #expect(page.contains(".TP \\fB\(code)\\fR "), "\(code)") }
        }

        /// The commands that do something, from the lists of help.
        private func commands(in folder: TestFolder, below path: [String] = []) async throws -> [[String]] {
            let help = try await Tool.run(path + ["--help"], in: folder).output
            guard let list = help.split(separator: "Commands:\n").dropFirst().first else { return [path] }
            var commands: [[String]] = []
            for line in list.prefix(upTo: list.firstRange(of: "\n\n")?.lowerBound ?? list.endIndex).split(
                separator: "\n")
            {
                guard line.hasPrefix("  "), !line.hasPrefix("   "), let name = line.split(separator: " ").first else {
                    continue
                }
                commands += try await self.commands(in: folder, below: path + [String(name)])
            }
            return commands
        }
    }
}
