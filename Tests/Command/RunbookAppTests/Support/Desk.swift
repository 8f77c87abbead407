import OrderedJSON
import RunbookEngine
import RunbookModel
import RunbookRun
import RunbookSyntax
import RunbookTesting
import Testing

@testable import RunbookApp

/// What a use case needs, with a server in memory: no process, no file, no clock of the machine.
struct Desk {
    let server: ShelfServer
    let registry: HandlerRegistry
    let origin = RunDraft.Origin(tool: "test", user: "ada", host: "desk")

    init(_ server: ShelfServer = ShelfServer()) {
        self.server = server
        registry = HandlerRegistry([server])
    }

    /// A document with the single target `shelf`.
    func document(
        _ steps: String, parameters: String = "", file: String = "a.md", files: MemoryFiles = MemoryFiles()
    ) async throws -> RunnableDocument {
        let text = """
            # Shelves

            ```yaml runbook
            version: 1
            targets: { shelf: { kind: elasticsearch } }
            \(parameters)
            ```

            \(steps)
            """
        let source = SourceText(file: file, text: text)
        let checked = await DocumentCheck(
            registry: registry, expressions: FakeExpressions(), files: files
        ).check(source, at: "/" + file)
        return try #require(RunnableDocument(checked), "\(checked.diagnostics)")
    }

    /// A fence of one step.
    static func fence(_ info: String, _ content: String) -> String { "```console \(info)\n\(content)\n```\n\n" }

    /// Where documents run.
    var setting: RunSetting { setting() }

    /// The same with the text of its file, or in a sandbox of the run's own.
    func setting(path: String? = "/desk.yaml", own: Set<String> = [], text: String? = nil, isDisposable: Bool = true)
        -> RunSetting
    {
        RunSetting(
            environment: .init(
                .init(name: "desk", sha256: "11", isSandbox: false, isDisposable: isDisposable), path: path),
            targets: [
                Target(
                    name: "shelf", kind: "elasticsearch",
                    properties: JSONObject([("name", "shelf"), ("private_ip", "10.0.0.1")]), settings: JSONObject(),
                    secrets: [:])
            ], ownTargets: own, text: text)
    }
}
