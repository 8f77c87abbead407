import Foundation
import Testing
import ToolTesting

extension IntegrationTests {
    /// The examples beside the plugins run as they stand, twice, and need nobody.
    struct PluginExampleTests {
        private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .deletingLastPathComponent()
            .deletingLastPathComponent().deletingLastPathComponent()

        private static let examples = ["console", "curl", "alicloud"].flatMap { plugin in
            let folder = root.appendingPathComponent("plugins/\(plugin)/examples").path
            let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
            return names.filter { $0.hasSuffix(".md") }.sorted().map { "\(folder)/\($0)" }
        }

        @Test func thereAreSome() {
            for plugin in ["console", "curl", "alicloud"] {
                #expect(Self.examples.contains { $0.contains("/plugins/\(plugin)/") })
            }
        }

        @Test(arguments: examples)
        func runs(example: String) async throws {
            let folder = try TestFolder()
            let check = try await Tool.run(["check", "--strict", example], in: folder)
            #expect(check.status == 0, "\(check.said)")
            let test = try await Tool.run(["test", example], in: folder)
            #expect(test.status == 0, "\(test.said)")
        }
    }
}
