import OrderedJSON
import RunbookPlugin
import Testing

/// What a declaration may require of a target.
struct RequirementTests {
    static let flavor = TargetKind.Requirement("flavor", form: .words(["oss", "opendistro", "opensearch"]))
    static let security = TargetKind.Requirement("security", form: .flag)

    @Test(
        arguments: [
            ("oss", nil), (["opendistro", "opensearch"], nil), ([], "`flavor` has an empty list"),
            ("oos", "`flavor` cannot be `oos`"), (["oss", "nope"], "`flavor` cannot be `nope`"),
            ([["oss"]], "`flavor` cannot be `[\"oss\"]`"), (true, "`flavor` cannot be `true`"),
        ] as [(JSON, String?)])
    func wordsAreOneOrSeveral(value: JSON, message: String?) {
        #expect(Self.flavor.problem(with: value, targets: [])?.message == message)
    }

    @Test(arguments: [(true, true), (false, true), ("true", false), (1, false)] as [(JSON, Bool)])
    func aFlagIsATruthValue(value: JSON, isValid: Bool) {
        #expect((Self.security.problem(with: value, targets: []) == nil) == isValid)
    }

    @Test func oneOfSeveralWordsIsEnough() {
        #expect(Self.flavor.holds(["opendistro", "opensearch"], for: "opensearch"))
        #expect(!Self.flavor.holds(["opendistro", "opensearch"], for: "oss"))
        #expect(TargetKind.Requirement.words(of: .null).isEmpty)
    }
}
