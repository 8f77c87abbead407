package import HTTPClient
package import OrderedJSON
internal import Processes
package import RunbookTesting

/// A sandbox that the test started by the command line, and its environment file.
package final class RunningSandbox: Sendable {
    /// The environment file that it wrote.
    package let environment: String
    /// What it printed: `clusters`, `control`.
    package let announcement: JSON
    private let process: ChildProcess
    private let client = HTTPClient()

    /// What did not work.
    package struct Failure: Error {
        let message: String
    }

    /// Starts one and waits until it answers; it ends with this object.
    ///
    /// - Parameter console: Whose console stands before each cluster, and is in the environment file.
    package convenience init(
        _ clusters: [String] = ["search"], in folder: TestFolder, isVirtual: Bool = true, console: String? = nil
    ) async throws {
        var options = clusters.flatMap { ["--cluster", "\($0)=7.0"] }
        if isVirtual { options.append("--virtual-time") }
        if let console { options += ["--kibana", console] }
        try await self.init(options: options, in: folder)
    }

    /// Starts one by options of the command line.
    package init(options: [String], in folder: TestFolder) async throws {
        environment = folder.file("sandbox.yaml")
        let arguments = ["sandbox", "--format", "json", "--write-env", environment] + options
        var command = Tool.command(arguments, in: folder, output: .stream(limit: 1 << 16))
        // It lives as long as its test, which has a limit of its own.
        command.deadline = .seconds(3600)
        process = try await ChildProcess.start(command)
        guard let line = try await process.readLine() else {
            throw Failure(message: ToolResult(await process.result()).said)
        }
        announcement = try JSON(bytes: line)
    }

    /// Where a cluster is.
    package func url(_ cluster: String = "search") -> String {
        announcement["clusters"]?[cluster]?["url"]?.string ?? ""
    }

    /// Asks a cluster.
    @discardableResult
    package func ask(
        _ method: String, _ target: String, at cluster: String = "search", body: String? = nil
    ) async throws -> HTTPClient.Response {
        try await client.send(
            HTTPClient.Request(
                method: method, url: url(cluster) + target,
                headers: body == nil ? [] : [.init("Content-Type", "application/json")],
                body: body.map { Array($0.utf8) },
                timeout: .seconds(20)))
    }

    /// The body of a cluster's answer to a GET.
    package func get(_ target: String, at cluster: String = "search") async throws -> JSON {
        try JSON(bytes: try await ask("GET", target, at: cluster).body)
    }

    /// The last requests that its clusters were sent, as `METHOD TARGET`, without those of the look before a run.
    package func log() async throws -> [String] {
        let answer = try JSON(bytes: try await control("GET", "/log"))
        guard case .array(let entries)? = answer["requests"] else { return [] }
        return entries.map { "\($0["method"]?.string ?? "") \($0["target"]?.string ?? "")" }.filter { $0 != "GET /" }
    }

    /// The requests that may have changed something.
    package func writes() async throws -> [String] {
        try await log().filter { !$0.hasPrefix("GET ") && !$0.hasPrefix("HEAD ") && !$0.contains("_search") }
    }

    /// How often each request was done that may change something: `CLUSTER: METHOD TARGET`.
    package func acceptedWrites() async throws -> [String: Int] {
        let answer = try JSON(bytes: try await control("GET", "/writes"))
        guard let object = answer["writes"]?.object else { return [:] }
        return Dictionary(object.map { ($0.name, $0.value.int ?? 0) }) { one, _ in one }
    }

    /// Sets what goes wrong at a cluster.
    package func setFaults(_ faults: JSON, at cluster: String = "search") async throws {
        try await control("POST", "/faults", ["cluster": .string(cluster), "faults": faults])
    }

    /// Moves its time on.
    package func sleep(milliseconds: Int) async throws {
        try await control("POST", "/sleep", ["ms": .number(JSONNumber(milliseconds))])
    }

    @discardableResult
    private func control(_ method: String, _ path: String, _ body: JSON? = nil) async throws -> [UInt8] {
        let url = (announcement["control"]?.string ?? "") + path
        let response = try await client.send(
            HTTPClient.Request(method: method, url: url, body: body?.bytes(), timeout: .seconds(20)))
        guard response.status == 200 else {
            throw Failure(message: String(decoding: response.body, as: UTF8.self))
        }
        return response.body
    }

    /// Ends it, and waits until it has.
    package func stop() async {
        process.stop(.closed)
        _ = await process.result()
    }
}
