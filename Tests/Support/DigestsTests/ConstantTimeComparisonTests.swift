import Digests
import Testing

struct ConstantTimeComparisonTests {
    @Test(arguments: [
        ("", "", true), ("a", "a", true), ("a", "b", false), ("a", "", false), ("", "a", false), ("ab", "aba", false),
        ("token-1", "token-1", true), ("token-1", "token-2", false), ("Xoken-1", "token-1", false),
    ])
    func comparesWholeStrings(left: String, right: String, isEqual: Bool) {
        #expect(isEqualInConstantTime(left.utf8, right.utf8) == isEqual)
        #expect(isEqualInConstantTime(Array(left.utf8), right.utf8) == isEqual)
    }
}
