internal import Glibc
package import Processes
package import RunbookTesting

/// The product's own binary, run as a user runs it.
package enum Tool {
    /// The binary that was built beside the tests.
    package static let path: String = {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let own = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // The tests run in the bundle itself or in a tool of the toolchain that loads it, named by an argument.
        for candidate in [own] + CommandLine.arguments.dropFirst() {
            guard let slash = candidate.lastIndex(of: "/") else { continue }
            let beside = candidate[..<slash] + "/runbook"
            if access(String(beside), X_OK) == 0 { return String(beside) }
        }
        return "runbook"
    }()

    /// How to start it in a folder; nothing of the tests' own environment reaches it.
    ///
    /// - Parameters:
    ///   - arguments: What stands behind `runbook`.
    ///   - folder: The working directory, which also holds its store and its configuration.
    ///   - variables: More of its environment, which wins.
    package static func command(
        _ arguments: [String], in folder: TestFolder, variables: [String: String] = [:], input: String = "",
        output: OutputMode = .collect(limit: 8 << 20)
    ) -> ProcessCommand {
        var command = ProcessCommand(
            path, arguments, environment: environment(in: folder).merging(variables) { $1 }, directory: folder.path,
            input: Array(input.utf8), output: output, errorLimit: 4 << 20, deadline: .seconds(60))
        // It is what a person starts.
        command.isOurs = false
        return command
    }

    /// The environment that the tool gets.
    package static func environment(in folder: TestFolder) -> [String: String] {
        [
            "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": folder.path, "RUNBOOK_STORE": folder.path + "/store",
            "XDG_CONFIG_HOME": folder.path + "/config", "LANG": "C.UTF-8",
        ]
    }

    /// Answers what a run says that it asks, with the digest that its report prints.
    package static func confirm(
        _ run: String, _ step: String, _ more: [String] = [], in folder: TestFolder
    ) async throws -> ToolResult {
        let report = try await self.run(["report", run], in: folder)
        guard let printed = report.output.firstMatch(of: /runbook confirm \S+ \S+ --digest (\S+)/) else {
            return report
        }
        return try await self.run(["confirm", run, step, "--digest", String(printed.output.1)] + more, in: folder)
    }

    /// Runs it to its end; each command that it prints must work.
    package static func run(
        _ arguments: [String], in folder: TestFolder, variables: [String: String] = [:], input: String = ""
    ) async throws -> ToolResult {
        let result = try await runUnchecked(arguments, in: folder, variables: variables, input: input)
        let environment = environment(in: folder).merging(variables) { $1 }
        await PrintedCommands.check(result, of: arguments, environment: environment)
        return result
    }

    /// Runs it to its end, whatever it prints.
    package static func runUnchecked(
        _ arguments: [String], in folder: TestFolder, variables: [String: String] = [:], input: String = ""
    ) async throws -> ToolResult {
        ToolResult(
            try await Process.run(command(arguments, in: folder, variables: variables, input: input)))
    }
}
