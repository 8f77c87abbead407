import Testing
import ToolTesting

extension IntegrationTests {
    /// A run that waits, and whose sandbox ended with the process that started it.
    struct GoneSandboxTests {
        @Test func nobodyIsAskedForAnAnswerThatNobodyCanGive() async throws {
            let folder = try TestFolder()
            try folder.write(Documents.manual, to: "test.md")
            let waiting = try await Tool.run(["exec", "test.md"], in: folder)
            #expect(waiting.status == 3, "\(waiting.said)")
            let run = try #require(waiting.run)
            let command = "runbook sandbox --for \(folder.path)/test.md --write-env sandbox.yaml"
            let listed = try await Tool.run(["runs"], in: folder)
            #expect(listed.output.contains("was waiting when its sandbox ended"), "\(listed.said)")
            for arguments in [["confirm", run], ["confirm", run, "wheel", "--digest", "00000000"], ["resume", run]] {
                let refused = try await Tool.run(arguments, in: folder)
                #expect(refused.status == 3, "\(arguments): \(refused.said)")
                #expect(refused.said.contains(command), "\(arguments): \(refused.said)")
            }
        }
    }
}
