import Testing

@testable import Arguments

struct NearestTests {
    @Test(arguments: [
        ("", "", 0), ("a", "", 1), ("", "abc", 3), ("kitten", "sitting", 3), ("exec", "exce", 1), ("ca", "abc", 3),
        ("same", "same", 0),
    ])
    func counts(left: String, right: String, distance: Int) {
        #expect(editDistance(Array(left), Array(right)) == distance)
        #expect(editDistance(Array(right), Array(left)) == distance)
    }

    @Test(arguments: [
        ("chek", "check"), ("CHECK", "check"), ("rep", "report"), ("reprot", "report"), ("x", nil), ("", nil),
        ("deploy", nil), (String(repeating: "c", count: 100_000), nil),
    ])
    func suggests(word: String, expected: String?) {
        #expect(nearest(to: word, among: ["check", "report", "run"]) == expected)
    }
}
