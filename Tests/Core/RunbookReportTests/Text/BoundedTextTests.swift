import Testing

@testable import RunbookReport

struct BoundedTextTests {
    @Test(
        arguments: [
            ("abc", nil, 3, 9, "abc", nil),
            ("abcd", nil, 3, 9, "abc", "1 of 4 bytes are omitted"),
            ("aéé", nil, 4, 9, "aé", "2 of 5 bytes are omitted"),
            ("a\nb\nc", nil, 99, 2, "a\nb", "2 of 5 bytes are omitted"),
            ("a\nb\n", nil, 99, 2, "a\nb\n", nil),
            ("abc", 10, 99, 9, "abc", "7 of 10 bytes are omitted"),
            ("", nil, 3, 1, "", nil),
        ] as [(String, Int?, Int, Int, String, String?)])
    func cuts(text: String, length: Int?, bytes: Int, lines: Int, kept: String, omission: String?) {
        let bounded = BoundedText(text, length: length, bytes: bytes, lines: lines)
        #expect(bounded.text == kept)
        #expect(bounded.omission == omission)
    }
}
