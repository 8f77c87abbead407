import RunbookPlugin
import Testing

@Suite struct VersionRequirementTests {
    @Test(arguments: [
        (">=7.10", "7.10.0", true), (">=7.10", "7.9.3", false), (">=7.10", "8.0.0-SNAPSHOT", true),
        ("7.10", "7.10.2", true),
        ("=7", "7.17.1", true), ("7.10.1", "7.10.2", false), (">7.10", "7.10.2", false), (">7.10", "7.11.0", true),
        ("<8", "7.17.29", true), ("<8", "8.0.0", false), ("<=7.10", "7.10.2", true), (">=6.7, <7.1", "7.0.0", true),
        (">=6.7,<7", "7.0.0", false), (">=7.10", "unknown", false), ("7.10.2.1", "7.10.2", false),
    ])
    func compares(requirement: String, version: String, holds: Bool) throws {
        #expect(try #require(VersionRequirement(requirement)).holds(for: version) == holds)
    }

    @Test(arguments: ["", ">=", "7.x", "=>7", "7,,8", "~7", "-7"])
    func refuses(text: String) {
        #expect(VersionRequirement(text) == nil)
    }
}
