import Processes
import RunbookTesting
import Testing
import ToolTesting

/// What a person sees of a run, and what the commands that are printed do.
struct OutputTests {
    static let runbook = """
        # Look

        ```yaml runbook
        version: 1
        targets:
          es: { kind: elasticsearch }
        parameters:
          index: { type: string, default: logs }
          nodes: { type: integer, default: 1 }
        ```

        1. Create `${index}`.

           ```console run again=yes
           PUT /${index}
           ```

        2. Which indices are there?

           ```console verify show='[.[].index] | join(", ")'
           GET /_cat/indices/${index}?format=json
           ```

        3. Count the nodes of `${index}`.

           ```console verify id=health within=1s
           GET /_cluster/health/${index}
           ```

           ```jq assert
           .number_of_nodes == $nodes
           .status != "red"
           ```
        """

    @Test func requestsAndTitlesHaveTheirValues() async throws {
        let folder = try TestFolder()
        try folder.write(Self.runbook, to: "a.md")
        let result = try await Tool.run(["exec", "a.md", "-p", "index=orders", "-v"], in: folder)
        #expect(result.status == 0, "\(result.output)\(result.errors)")
        #expect(result.output.contains("Create orders"))
        #expect(result.output.contains("Which indices are there?   es  orders"))
        #expect(result.output.contains("GET /_cluster/health/orders"))
        #expect(result.output.contains("\"number_of_nodes\": 1,"))
        let report = try await Tool.run(["report", try #require(result.run)], in: folder).output
        #expect(report.contains("## What was changed\n\n- on `es`: `PUT /orders`"))
        #expect(report.contains("Asserted: `.number_of_nodes == $nodes`"))
        #expect(report.contains("GET /_cat/indices/orders?format=json"))
        #expect(report.contains("began at "))
    }

    @Test func theReasonStandsInTheLastLines() async throws {
        let folder = try TestFolder()
        try folder.write(Self.runbook, to: "a.md")
        let result = try await Tool.run(["exec", "a.md", "-p", "nodes=3"], in: folder)
        #expect(result.status == 1)
        let lines = result.output.split(separator: "\n").suffix(2)
        #expect(
            lines.first == "failed: step 3 health (a.md:31): .number_of_nodes == $nodes is false, expected true",
            "\(lines)")
    }

    @Test func aRefusalQuotesTheServer() async throws {
        let folder = try TestFolder()
        let text = Self.runbook.replacing("again=yes", with: "again=yes id=put").replacing(
            "   PUT /${index}\n", with: "   PUT /${index}\n   { \"settings\": { \"number_of_shards\": -1 } }\n")
        try folder.write(text, to: "a.md")
        let result = try await Tool.run(["exec", "a.md", "--report", "a.xml"], in: folder)
        #expect(result.status == 1)
        #expect(result.output.contains("the status of the response is 400: illegal_argument_exception: "))
        let xml = String(decoding: try TestFolder.bytes(of: folder.file("a.xml")), as: UTF8.self)
        #expect(xml.contains("message=\"the status of the response is 400: illegal_argument_exception: "))
    }

    @Test func aFullDiskIsNoSuccess() async throws {
        let folder = try TestFolder()
        var command = Tool.command([], in: folder)
        command.executable = "/bin/sh"
        command.arguments = ["-c", "exec \"$0\" explain > /dev/full", Tool.path]
        let result = ToolResult(try await Process.run(command))
        #expect(result.status == 74)
        #expect(result.errors.contains("cannot write the output: no space left on device"))
    }

    @Test func everyCommandTakesPlainLooks() async throws {
        let folder = try TestFolder()
        try folder.write(Self.runbook, to: "a.md")
        let result = try await Tool.run(["exec", "a.md", "--ascii", "--no-color"], in: folder)
        #expect(result.status == 0)
        #expect(result.output.utf8.allSatisfy { $0 < 0x80 })
    }

    @Test func aReportIsWhatItsNameSays() async throws {
        let folder = try TestFolder()
        try folder.write(Self.runbook, to: "a.md")
        _ = try await Tool.run(["exec", "a.md", "--report", "a.html"], in: folder)
        let page = String(decoding: try TestFolder.bytes(of: folder.file("a.html")), as: UTF8.self)
        #expect(page.hasPrefix("<!DOCTYPE html>"))
        #expect(page.contains("default-src 'none'"))
    }
}
