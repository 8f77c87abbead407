import RunbookTesting
import Testing
import ToolTesting

extension IntegrationTests {
    /// On virtual time a step ends after as many tries as on a real server, which holds a request that waits.
    struct VirtualTimeTests {
        /// Each row: the keys of the check, the time that the server may hold it, and how many tries there are.
        @Test(arguments: [
            ("within=6s every=1s", "2s", "2 tries"), ("within=6s every=1s", "40s", "1 try"),
            ("within=6s every=1s timeout=1s", "30s", "3 tries"),
        ])
        func aHealthThatWaitsUsesUpItsTime(keys: String, held: String, tries: String) async throws {
            let folder = try TestFolder()
            let request = "GET /_cluster/health/nothing?timeout=\(held)"
            try folder.write(
                Documents.document(Documents.fence("console verify id=look \(keys)", request)), to: "test.md")
            let result = try await Tool.run(["exec", "test.md"], in: folder)
            #expect(result.status == 1, "\(result.said)")
            #expect(result.output.contains("within 6s (\(tries))"), "\(result.said)")
        }
    }
}
