import Testing
import ToolTesting

extension IntegrationTests {
    /// A server that holds a request for as long as it was asked to, in real time.
    struct HealthWaitTests {
        /// A health request of an index that is not there is answered at the end of the wait, not cut a moment before.
        @Test func theResponseOfAnEndedWaitArrives() async throws {
            let document = Documents.document(
                Documents.fence("console verify id=green within=1s", "GET /_cluster/health/nope?timeout=1s"))
            try await World.with(document, isVirtual: false) { world in
                let result = try await world.exec()
                #expect(result.status == 1, "\(result.said)")
                #expect(result.output.contains("response: 408"), "\(result.said)")
                #expect(!result.output.contains("no complete response"), "\(result.said)")
            }
        }

        /// A check before a step that takes its time is told in a pipe, too.
        @Test func aLongCheckIsTold() async throws {
            let document = Documents.document(
                Documents.fence("console run id=make unless=green", "PUT /orders")
                    + Documents.fence("console verify id=green within=0s", "GET /_cluster/health/orders?timeout=4s"))
            try await World.with(document, isVirtual: false) { world in
                let result = try await world.exec("--yes")
                #expect(result.status == 0, "\(result.said)")
                #expect(result.output.contains("checking whether it passes"), "\(result.said)")
                let again = try await world.exec("--yes")
                #expect(!again.output.contains("checking whether it passes"), "\(again.said)")
            }
        }
    }
}
