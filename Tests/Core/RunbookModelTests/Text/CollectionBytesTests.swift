import Testing

@testable import RunbookModel

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

    @Test(arguments: [
        ("", "", 0), ("ab", "", 0), ("aab", "ab", 1), ("aabab", "ab", 1), ("ab", "b", 1), ("ab", "bc", nil),
    ])
    func saysWhereAWordBegins(text: String, word: String, place: Int?) {
        #expect(Array(text.utf8).firstIndex(of: word.utf8) == place)
        #expect(Array("x\(text)".utf8)[1...].firstIndex(of: word.utf8) == place.map { $0 + 1 })
    }
}
