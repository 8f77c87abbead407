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
        { "n": 1 }
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
                    + "choose all of them: `--only make,put,last`"))
        // What is advised works, and runs what was chosen.
        let advised = try await run(["--only", "make,put,last"])
        #expect(advised.status == 0)
        #expect(states(advised) == ["passed", "passed", "passed", "passed", "passed"])
    }

    @Test(arguments: [
        (["--only", "lok"], "the runbook has no step `lok`; did you mean `look`?"),
        (["--only", "put", "--from", "put"], "--only and --from cannot be combined"),
        (["--only", ""], "--only needs the id of each step"), (["--only", ","], "--only needs the id of each step"),
        (["--only", "put,"], "--only needs the id of each step"), (["--only="], "--only needs the id of each step"),
        (["--only", "4"], "the runbook has no step `4`; known: `make`, `look`"), (["--from", ""], "no step"),
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

    /// A preview says what the run would do, and no more.
    @Test(arguments: [["--only", "put"], ["--from", "look", "--only="], ["--from", "make"]])
    func aPreviewShowsTheChosenSteps(options: [String]) async throws {
        let folder = try TestFolder()
        try folder.write(Self.runbook, to: "a.md")
        let result = try await Tool.run(["exec", "a.md", "--dry-run"] + options, in: folder)
        if options.contains("--only=") { return #expect(result.status == 64) }
        #expect(result.status == 0, "\(result.errors)")
        #expect(result.output.contains("PUT /logs") == (options == ["--from", "make"]), "\(result.output)")
        #expect(result.output.contains("--only put") == (options == ["--only", "put"]), "\(result.output)")
    }
}
