internal import Glibc
internal import Processes
package import RunbookTesting
package import TerminalTesting

/// The tool while it runs.
package final class RunningTool: Sendable {
    private let process: ChildProcess

    /// Starts it; its standard output is read line by line.
    package init(_ arguments: [String], in folder: TestFolder, variables: [String: String] = [:]) async throws {
        process = try await ChildProcess.start(
            Tool.command(arguments, in: folder, variables: variables, output: .stream(limit: 1 << 20)))
        process.closeInput()
    }

    private init(process: ChildProcess) { self.process = process }

    /// Starts it at a terminal: standard input and standard error are the terminal, standard output too.
    package static func start(
        _ arguments: [String], at terminal: PseudoTerminal, in folder: TestFolder, variables: [String: String] = [:]
    ) async throws -> RunningTool {
        var command = Tool.command(arguments, in: folder, variables: variables)
        // The shell only ties the terminal to the streams; what it starts takes its place.
        command.executable = "/bin/sh"
        command.arguments = ["-c", #"exec "$0" "$@" <"$TTY" >"$TTY" 2>"$TTY""#, Tool.path] + arguments
        command.environment["TTY"] = terminal.path
        command.environment["TERM"] = variables["TERM"] ?? "dumb"
        return RunningTool(process: try await ChildProcess.start(command))
    }

    /// The process number.
    package var pid: Int32 { process.identity.pid }

    /// Reads lines up to the one that holds a text, and gives all of them.
    package func lines(until text: String) async throws -> [String] {
        var lines: [String] = []
        while let bytes = try await process.readLine() {
            lines.append(String(decoding: bytes, as: UTF8.self))
            if lines[lines.count - 1].contains(text) { return lines }
        }
        throw Ended(text: text, lines: lines)
    }

    /// It ended before it said what was waited for.
    package struct Ended: Error {
        let text: String
        let lines: [String]
    }

    /// Sends a signal to it alone.
    package func signal(_ number: Int32) { kill(process.identity.pid, number) }

    /// Waits for its end; what was read by line is not in the result again.
    package func result() async -> ToolResult { ToolResult(await process.result()) }

    /// The rest of its lines, and how it ended.
    package func finish() async throws -> ToolResult {
        var lines: [String] = []
        while let bytes = try await process.readLine() { lines.append(String(decoding: bytes, as: UTF8.self)) }
        let result = await result()
        return ToolResult(status: result.status, output: lines.joined(separator: "\n"), errors: result.errors)
    }
}
