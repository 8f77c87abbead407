import Testing
import ToolTesting

extension IntegrationTests {
    /// Names in `--fault` that nothing in the sandbox has.
    struct FaultOptionTests {
        @Test(arguments: [
            ("leadr={\"fault\":\"reset\"}", "`leadr`, which is not in this sandbox: did you mean `leader`?"),
            (
                "leader={\"fault\":\"partition\",\"from\":\"folower\"}",
                "`folower`, which is not another cluster of this sandbox: did you mean `follower`?"
            ),
            (
                "leader={\"fault\":\"partition\",\"from\":\"leader\"}",
                "`leader`, which is not another cluster of this sandbox: known: `follower`"
            ),
            ("leader={\"fault\":\"reset\",\"tmes\":2}", "fault `reset` has no member `tmes`"),
        ])
        func unknownNamesAreRefused(option: String, message: String) async throws {
            let folder = try TestFolder()
            let result = try await Tool.run(
                ["sandbox", "--cluster", "leader=7.10", "--cluster", "follower=7.10", "--fault", option], in: folder)
            #expect(result.status == 64)
            #expect(result.errors.contains(message), "\(result.said)")
        }
    }
}
