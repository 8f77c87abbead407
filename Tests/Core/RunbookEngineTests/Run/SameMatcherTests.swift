import OrderedJSON
import Testing

@testable import RunbookEngine

/// Where two values that should be the same differ.
struct SameMatcherTests {
    @Test(arguments: [
        ("1", "2", ["": ["1", "2"]]), ("1", "1.0", [:]), (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, [:]),
        (#"{"a":{"b c":1}}"#, #"{"a":{"b c":2}}"#, [#".a["b c"]"#: ["1", "2"]]),
        (#"{"a":1}"#, #"{"b":1}"#, [".a": ["1", "nothing"], ".b": ["nothing", "1"]]),
        ("[1,2,3]", "[1,3]", ["": ["3 elements", "2 elements"], "[1]": ["2", "3"]]),
        ("[1]", "[1,[]]", ["": ["1 elements", "2 elements"], "[1]": ["nothing", "[]"]]),
        (#"[{"a":[1,2]}]"#, #"[{"a":[1,null]}]"#, ["[0].a[1]": ["2", "null"]]),
    ])
    func findsEachPlace(first: String, second: String, places: [String: [String]]) throws {
        let found = SameMatcher.differences(try JSON(parsing: first), try JSON(parsing: second))
        #expect(Dictionary(uniqueKeysWithValues: found.map { ($0.path, [$0.first, $0.second]) }) == places)
    }

    /// Of long texts the part that differs is shown, whole characters of it.
    @Test(arguments: ["x", "é", "字", "🙂"])
    func showsTheDifferenceOfLongTexts(letter: String) {
        let same = String(repeating: letter, count: 5000)
        let found = SameMatcher.differences(.string(same + "A" + same), .string(same + "B" + same))
        #expect(found.count == 1)
        for (text, word) in [(found.first?.first, "A"), (found.first?.second, "B")] {
            #expect(text?.hasPrefix("…\(letter)") == true && text?.contains("\(letter)\(word)\(letter)") == true)
            #expect((text?.utf8.count ?? 1000) < 400 && text?.contains("\u{FFFD}") == false)
        }
    }

    /// A misspelt path gives only `null`, also within brackets; an empty list is an answer.
    @Test(arguments: [
        ("null", true), ("[null]", true), (#"{"a":null,"b":[null,{"c":null}]}"#, true), ("[]", false), ("{}", false),
        (#"{"a":null,"b":0}"#, false), ("[null,[]]", false), ("false", false), (#""""#, false),
    ])
    func onlyNullSaysNothing(value: String, isNothing: Bool) throws {
        #expect(SameMatcher.saysNothing(try JSON(parsing: value)) == isNothing)
    }

    @Test func isBounded() {
        let numbers = (0..<1000).map { JSON.string(String(repeating: "x", count: 5000) + "\($0)") }
        let found = SameMatcher.differences(.array(numbers), .array(numbers.reversed()))
        #expect(found.count == ExpectationMatcher.limit)
        #expect(found.allSatisfy { $0.first.utf8.count < 400 && $0.second.utf8.count < 400 })
    }
}
