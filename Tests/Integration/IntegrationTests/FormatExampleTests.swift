import RunbookTesting
import Testing
import ToolTesting

extension IntegrationTests {
    /// The example that the format's reference begins with.
    struct FormatExampleTests {
        private let root = Repository.root

        @Test func theWholeRunbookPassesOnTheSandbox() async throws {
            let reference = String(decoding: try TestFolder.bytes(of: root + "/docs/format.md"), as: UTF8.self)
            let parts = reference.split(separator: "````markdown\n", maxSplits: 1)
            let example = try #require(parts.last?.split(separator: "````", maxSplits: 1).first)
            let folder = try TestFolder()
            try folder.write(String(example), to: "test.md")
            for arguments in [["exec", "test.md", "--yes"], ["test", "test.md"]] {
                let result = try await Tool.run(arguments, in: folder)
                #expect(result.status == 0, "\(result.said)")
            }
        }
    }
}
