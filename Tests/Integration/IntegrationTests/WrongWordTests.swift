import RunbookTesting
import Testing
import ToolTesting

/// Words on the command line that are nearly right: what is said leads on.
struct WrongWordTests {
    @Test(
        arguments: [
            (["version"], "did you mean `--version`?"), (["dry-run"], "did you mean `plan`?"),
            (["logs"], "did you mean `show`?"), (["a.md"], "did you mean `exec a.md`?"),
            (["exec", "HTTPS://host/a.md"], "is a URL"), (["exec", "s3://b/a.md"], "is a URL"),
            (["exec", "git@host:a.md"], "is a URL"), (["exec", "."], "choose a file in this folder"),
            (["check", "empty"], "no Markdown files in this folder"),
            (["exec", "r.md", "--report", "x.yaml"], "has the ending of no report"),
        ] as [([String], String)])
    func leadsOn(words: [String], hint: String) async throws {
        let folder = try TestFolder()
        try folder.write("# A\n", to: "a.md")
        try folder.write(
            "# R\n\n```yaml runbook\nversion: 1\ntargets:\n  es: { kind: elasticsearch }\n```\n\n"
                + "```console verify\nGET /\n```\n", to: "r.md")
        try folder.makeFolder("empty")
        let result = try await Tool.run(words, in: folder)
        #expect(result.status != 0)
        #expect(result.errors.contains(hint) || result.output.contains(hint), "\(result.said)")
    }

    /// Endings of other spelling are of the same kind.
    @Test func readsFilesWithCapitalEndings() async throws {
        let folder = try TestFolder()
        try folder.makeFolder("docs")
        try folder.write("# A\n", to: "docs/UP.MD")
        let result = try await Tool.run(["check", "docs"], in: folder)
        #expect(result.output.contains("docs/UP.MD: not a runbook"), "\(result.said)")
    }

    @Test func saysHowLongARunWaits() async throws {
        let folder = try TestFolder()
        try folder.write(
            """
            # Wait

            ```yaml runbook
            version: 1
            targets:
              es: { kind: elasticsearch }
            ```

            ```console run id=make again=yes confirm="Now?"
            PUT /a
            ```
            """, to: "a.md")
        let sandbox = try await RunningSandbox(["es"], in: folder)
        defer { withExtendedLifetime(sandbox) {} }
        let waiting = try await Tool.run(["exec", "a.md", "--env", "./sandbox.yaml", "--report", "r.md"], in: folder)
        let run = try #require(waiting.run)
        let listed = try await Tool.run(["runs"], in: folder)
        #expect(listed.output.contains(#/waiting for a person: make \([0-9.]+ m?s\)/#), "\(listed.said)")
        let json = try await Tool.run(["runs", "--format", "json"], in: folder)
        #expect(json.output.contains(#/"waiting_ms": [0-9]+/#), "\(json.said)")
        // What continues it writes the report that was asked for.
        let command = try #require(PrintedCommands.all(in: waiting.output).first)
        let words = command.split(separator: " ").dropFirst().map(String.init)
        let confirmed = try await Tool.run(words, in: folder)
        #expect(confirmed.output.contains("runbook resume \(run) --report"), "\(confirmed.said)")
    }
}
