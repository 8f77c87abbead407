import Testing

@testable import ElasticRequests

struct CollectionBytesTests {
    @Test(arguments: [
        ("", "", true), ("a", "", true), ("", "a", false), ("aab", "ab", true), ("aaa", "aab", false),
        ("html", "html", true), ("text/html", "html", true), ("hhtml", "html", true), ("htm", "html", false),
        ("xxmml xml", "xml", true),
    ])
    func findsAWordAnywhere(text: String, word: String, isThere: Bool) {
        #expect(text.utf8.holds(word.utf8) == isThere)
        #expect(Array(text.utf8).holds(Array(word.utf8)) == isThere)
    }
}
