import Foundation
import RunbookModel
import Testing

@testable import RunbookEnvironment

/// The draft of an environment that the format was designed on, where it is at hand.
struct EnvironmentSketchTests {
    private static let folder = ProcessInfo.processInfo.environment["RUNBOOK_SHARED"]

    @Test(.enabled(if: folder != nil, "RUNBOOK_SHARED names no folder"))
    func readsTheSketch() throws {
        let file = (EnvironmentSketchTests.folder ?? "") + "/sketches/environments/staging.yaml"
        let (environment, warnings) = try Environment.read(
            EnvironmentFile(file: file, origin: .path), kinds: EnvironmentFixture.kinds)
        #expect(warnings.isEmpty)
        #expect(environment.isProtected)
        #expect(environment.targets.map(\.name.value) == ["leader", "follower", "leader_cloud", "follower_cloud"])
    }
}
