import HTTPClient
import RunbookModel
import Testing

@testable import ElasticClient

struct WarningHeaderTests {
    @Test(
        arguments: [
            (#"299 Elasticsearch-7.0.0-b7e28a7 "[types removal] is old""#, ["[types removal] is old"]),
            (#"299 Elasticsearch-7.0.0 "one" "Mon, 30 Nov 2026 08:00:00 GMT""#, ["one"]),
            (
                #"299 a "one, and more", 299 b "two" "Mon, 30 Nov 2026 08:00:00 GMT", 299 c "three""#,
                [
                    "one, and more", "two", "three",
                ]
            ),
            (#"299 a "say \"no\" to \\ it""#, [#"say "no" to \ it"#]),
            ("old", ["old"]), ("", []), (#"299 a """#, []), (#"299 a "never closed"#, [#"299 a "never closed"#]),
        ] as [(String, [String])])
    func readsTheTexts(value: String, texts: [String]) {
        #expect(WarningHeader.texts(in: value) == texts)
    }

    @Test func tellsEachOnceAndNotMoreThanTen() {
        let values = (["x", "x"] + (0..<50).map { "w\($0)" }).map { #"299 a "\#($0)""# }
        let response = HTTPClient.Response(
            status: 200, headers: values.map { .init("WARNING", $0) }, body: [])
        let complaints = WarningHeader.complaints(of: response)
        #expect(complaints.map(\.message) == ["x"] + (0..<9).map { "w\($0)" })
        #expect(complaints.allSatisfy { $0.isWarning && $0.field.isEmpty })
    }
}
