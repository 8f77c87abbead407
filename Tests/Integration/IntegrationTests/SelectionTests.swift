import RunbookTesting
import Testing
import ToolTesting

/// `--only` and `--from`: parts of a runbook.
struct SelectionTests {
    private static let runbook = """
        # Parts

        ```yaml runbook
        version: 1
        targets:
          es: { kind: elasticsearch }
        ```

        ```console run id=make again=yes
        PUT /logs
        ```

        ```jq capture
        made = .index
        ```

        ```console verify id=look
        GET /_cluster/health
        ```

        ```jq capture
        nodes = .number_of_nodes
        ```

        ```console run id=put again=yes
        PUT /other/_doc/${nodes}
        { "a": 1 }
        ```

        ```console run id=last again=yes
        PUT /other/_doc/2
        { "a": "${made}" }
        ```
        """

    private func run(_ options: [String]) async throws -> ToolResult {
        let folder = try TestFolder()
        try folder.write(Self.runbook, to: "a.md")
        return try await Tool.run(["exec", "a.md", "--format", "json"] + options, in: folder)
    }

    private func states(_ result: ToolResult) -> [String] {
        result.output.matches(of: /"state": "(passed|skipped|failed|pending)"/).map { String($0.output.1) }
    }

    @Test func aReadThatGivesAValueIsRunAsWell() async throws {
        let result = try await run(["--only", "put", "--ticket", "CHG-7"])
        #expect(result.status == 0, "\(result.errors)")
        #expect(states(result) == ["passed", "skipped", "passed", "passed", "skipped"])
        #expect(result.output.contains("\"ticket\": \"CHG-7\""))
        #expect(result.output.contains("\"detail\": \"--only put\""))
    }

    @Test func aWriteIsNotRunForItsValue() async throws {
        let result = try await run(["--from", "put"])
        #expect(result.status == 64)
        #expect(
            result.errors.contains(
                "the step `last` needs `made` of the step `make`, which is not chosen and changes its target; "
                    + "choose both: `--only make,last`"))
    }

    @Test(arguments: [
        (["--only", "lok"], "the runbook has no step `lok`; did you mean `look`?"),
        (["--only", "put", "--from", "put"], "--only and --from cannot be combined"),
    ])
    func aMistakeIsNamed(options: [String], message: String) async throws {
        let result = try await run(options)
        #expect(result.status == 64)
        #expect(result.errors.contains(message))
    }

    @Test func fromAStepToTheEnd() async throws {
        let result = try await run(["--only", "make,last"])
        #expect(states(result) == ["passed", "passed", "skipped", "skipped", "passed"])
    }
}
