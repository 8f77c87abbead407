import Processes
import Testing
import ToolTesting

/// `docs/writing-a-plugin.md`, followed to the letter in an empty folder.
@Suite(.serialized)
struct WritingAPluginTests {
    private let page = Page("docs/writing-a-plugin.md")

    @Test func itsCommandsWorkAndSayWhatItSays() async throws {
        let folder = try TestFolder()
        try folder.write("", to: "work/empty")
        try folder.remove("work/empty")
        let slash = try #require(Tool.path.lastIndex(of: "/"))
        var command = Tool.command([], in: folder)
        command.executable = "/bin/bash"
        command.arguments = ["-c", "set -eu\n" + page.fences("sh").joined(separator: "\n") + "\nls"]
        command.directory = folder.file("work")
        command.environment["PATH"] = "\(Tool.path[..<slash]):/usr/local/bin:/usr/bin:/bin"
        command.deadline = .seconds(180)
        let result = ToolResult(try await Process.run(command))
        #expect(result.status == 0, "\(result.said)")
        for text in page.fences("text") {
            let shown = text.dropLast()
            #expect(result.output.contains(shown) || result.errors.contains(shown), "\(shown)\n\(result.said)")
        }
        #expect(page.fences("sh").count == 9)
        #expect(result.output.hasSuffix("disk\nhere.yaml\n"), "\(result.said)")
    }
}
