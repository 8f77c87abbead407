import OrderedJSON
import RunbookModel
import Testing

struct ValueReferenceTests {
    @Test(arguments: ["a", "cen.CenId", "zones[0].ZoneId", "a_1[10][2].x-y.Z9"])
    func readsWhatItWrites(text: String) throws {
        #expect(try #require(ValueReference(parsing: text)).description == text)
    }

    @Test(arguments: [
        "", "A", "1a", "a.", "a..b", "a[", "a[]", "a[-1]", "a[x]", "a[1", "a b", "a.b c", "a[99999999999999999999]",
        ".a",
        "a[0]b",
    ])
    func refuses(text: String) {
        #expect(ValueReference(parsing: text) == nil)
    }

    static let paths: [(String, JSON?)] = [
        ("a", ["b": [["c": 1]]]), ("a.b[0].c", 1), ("a.b[1]", nil), ("a.x", nil), ("a.b.c", nil),
        ("a[0]", nil),
    ]

    @Test(arguments: paths)
    func resolves(text: String, expected: JSON?) throws {
        let value: JSON = ["b": [["c": 1]]]
        #expect(try #require(ValueReference(parsing: text)).resolve(in: value) == expected)
    }
}
