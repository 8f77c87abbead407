import Testing

@testable import RunbookReport

struct ColumnWidthTests {
    @Test(arguments: [
        ("", 0), ("abc", 3), ("é", 1), ("e\u{301}", 1), ("日本", 4), ("😀", 2), ("👩‍👩‍👧", 2), ("🇩🇪", 2), ("☀️", 2), ("☀", 1),
        ("✔", 1), ("…", 1), ("ｆ", 2), ("한", 2),
    ])
    func counts(text: String, columns: Int) {
        #expect(ColumnWidth.of(text) == columns)
    }
}
