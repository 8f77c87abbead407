import Glibc
import Processes

/// The product's binary, with a folder of its own for runs and files.
final class RunbookTool: Sendable {
    let folder: String
    private let executable: String

    init() throws {
        var buffer = [CChar](repeating: 0, count: 4096)
        let count = readlink("/proc/self/exe", &buffer, buffer.count)
        let own = String(decoding: buffer.prefix(max(0, count)).map { UInt8(bitPattern: $0) }, as: UTF8.self)
        // The tests run in the bundle itself or in a tool of the toolchain that loads it, named by an argument.
        let besides = ([own] + CommandLine.arguments.dropFirst()).compactMap { path in
            path.lastIndex(of: "/").map { path[..<$0] + "/runbook" }
        }
        guard let found = besides.first(where: { access(String($0), X_OK) == 0 }) else {
            throw ToolFailure(description: "no binary beside the tests")
        }
        executable = String(found)
        var template = Array("/tmp/runbook-real-XXXXXX".utf8CString)
        guard let made = mkdtemp(&template) else { throw ToolFailure(description: "no temporary folder") }
        folder = String(cString: made)
    }

    /// Removes the folder and all in it.
    func remove() async throws {
        _ = try await Process.run(ProcessCommand("/bin/rm", ["-rf", folder]))
    }

    /// Runs a command to its end, which comes.
    func run(_ arguments: [String]) async throws -> ProcessResult {
        var command = command(arguments)
        command.deadline = .seconds(300)
        return try await Process.run(command)
    }

    /// A sandbox for `connect-clusters` that stays until the returned process is stopped, and its environment's file.
    func startSandbox() async throws -> (process: ChildProcess, environment: String) {
        let environment = folder + "/sandbox.yaml"
        var command = command([
            "sandbox", "--for", Scene.root + "runbooks/connect-clusters.md", "--write-env", environment,
            "--format", "json",
        ])
        command.output = .stream(limit: 1 << 16)
        let process = try await ChildProcess.start(command)
        guard try await process.readLine() != nil else {
            throw ToolFailure(
                description: "no sandbox: \(String(decoding: await process.result().errors, as: UTF8.self))")
        }
        return (process, environment)
    }

    private func command(_ arguments: [String]) -> ProcessCommand {
        ProcessCommand(executable, arguments, environment: ["HOME": folder, "RUNBOOK_STORE": folder + "/store"])
    }
}
