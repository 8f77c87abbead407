import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookEngine

struct ExpectationMatcherTests {
    private func paths(_ expected: String, _ actual: String, unordered: Set<String> = []) throws -> [String] {
        ExpectationMatcher.differences(
            expected: try JSON(parsing: expected), actual: try JSON(parsing: actual), unordered: unordered
        ).map(\.path)
    }

    @Test(arguments: [
        (#"{"a":1}"#, #"{"b":2,"a":1}"#, []), (#"{}"#, #"{"a":1}"#, []), (#"{"a":1}"#, #"{"b":1}"#, [".a"]),
        (#"{"a":{"b":1}}"#, #"{"a":{"b":2}}"#, [".a.b"]), (#"{"a":1}"#, "[]", ["."]),
        (#"{"a":"..."}"#, #"{"a":null}"#, []), (#"{"a":"..."}"#, "{}", [".a"]), (#""...""#, "3", []),
        ("1", "1.0", []), ("100", "1e2", []), ("9007199254740993", "9007199254740992", ["."]), ("1", #""1""#, ["."]),
        ("null", "null", []), ("null", "false", ["."]), (#"{"a":null}"#, "{}", [".a"]),
        (#""é""#, "\"e\u{301}\"", ["."]),
        ("[1,2]", "[1,2]", []), ("[1,2]", "[2,1]", ["[0]", "[1]"]), ("[1]", "[1,2]", ["."]), ("[1,2]", "[1]", ["[1]"]),
        ("[]", "[1]", ["."]), (#"[1,"..."]"#, "[1,2,3]", []), (#"[1,"..."]"#, "[1]", []), (#"["..."]"#, "[]", []),
        (#"["...",2]"#, "[1,2]", []), (#"["...",2]"#, "[1,3]", ["[1]"]), (#"[{"a":1}]"#, #"[{"a":1,"b":2}]"#, []),
        (#"{"A-b c":{"0":1}}"#, #"{"A-b c":{"0":2}}"#, [#"["A-b c"]["0"]"#]),
    ])
    func comparesByTheRules(expected: String, actual: String, paths: [String]) throws {
        #expect(try self.paths(expected, actual) == paths)
    }

    @Test(arguments: [
        ("[1,2]", "[2,1]", []), ("[1,1]", "[1,2]", ["[]"]), ("[1]", "[1,2]", ["."]), (#"[2,"..."]"#, "[1,2]", []),
        // The first that fits either may be the only one that the other needs.
        (#"[{"a":"..."},{"a":1}]"#, #"[{"a":1},{"a":2}]"#, []), ("[3]", "[1]", ["[]"]),
    ])
    func comparesBags(expected: String, actual: String, paths: [String]) throws {
        #expect(try self.paths(expected, actual, unordered: ["."]) == paths)
    }

    @Test func comparesBagsInsideLists() throws {
        let expected = #"{"h":[{"t":[1,2],"h":[1,2]}]}"#
        #expect(try paths(expected, #"{"h":[{"t":[2,1],"h":[1,2]}]}"#, unordered: [".h[].t"]).isEmpty)
        #expect(try paths(expected, #"{"h":[{"t":[1,2],"h":[2,1]}]}"#, unordered: [".h"]) == [".h[]"])
        #expect(try paths(expected, #"{"h":[{"t":[2,1],"h":[1,2]}]}"#, unordered: [".h", ".h[].t"]).isEmpty)
    }

    @Test func tellsSoManyDifferencesAndNoMore() throws {
        let wanted = JSON.array((0..<100).map { .number(JSONNumber($0)) })
        let found = JSON.array((0..<100).map { .number(JSONNumber($0 + 1)) })
        #expect(ExpectationMatcher.differences(expected: wanted, actual: found).count == ExpectationMatcher.limit)
    }

    // MARK: Long lists without order

    private static func list(_ elements: some Sequence<String>) -> String { "[\(elements.joined(separator: ","))]" }

    /// Lists that are right, of every kind of element, each backwards.
    @Test(arguments: [
        (0..<3000).map { "\($0)" }, (0..<3000).map { "{\"n\":\($0),\"x\":1}" }, (0..<3000).map { _ in "{\"x\":{}}" },
        (0..<3000).map { "{\"x\":\($0 % 2)}" }, (0..<300).map { "[\($0),{\"a\":1}]" },
        (0..<300).map { "{\"a\":{\"b\":\($0)}}" }, (0..<3000).map { _ in "\"...\"" } + ["1"],
    ])
    func longListsAreCompared(elements: [String]) throws {
        let found = elements.reversed().map { $0 == "\"...\"" ? "0" : $0 }
        #expect(try paths(Self.list(elements), Self.list(found), unordered: ["."]).isEmpty)
        #expect(try paths(Self.list(elements + ["7.5"]), Self.list(found + ["8.5"]), unordered: ["."]) == ["[]"])
    }

    /// The first that fits is the only one for another, over and over.
    @Test func whatAnotherNeedsIsLeftToIt() throws {
        let count = 60
        let wanted = (0..<count).map { "{\"m\($0)\":{}}" }
        // Each fits two of them in a chain.
        let found = (0..<count).map { index in
            index + 1 < count ? "{\"m\(index)\":{},\"m\(index + 1)\":{}}" : "{\"m0\":{}}"
        }
        #expect(try paths(Self.list(wanted), Self.list(found), unordered: ["."]).isEmpty)
        #expect(
            try paths(Self.list(wanted), Self.list(found.dropLast() + ["{\"z\":{}}"]), unordered: ["."]) == ["[]"])
    }

    /// Long texts in lists of lists are work as well: equal ones are found at once, and others in bounded time.
    @Test func longTextsInListsEnd() throws {
        let text = String(repeating: "x", count: 2000)
        func list(_ numbers: some Sequence<Int>) -> String {
            Self.list(numbers.map { "[[\"\(text)\",\"\(text)\"],\($0)]" })
        }
        #expect(try paths(list((0..<300).reversed()), list(0..<300), unordered: ["."]).isEmpty)
        #expect(try !paths(list(1000..<1300), list(0..<300), unordered: ["."]).isEmpty)
    }

    /// What is made to be hard ends with what to do, and not as if it were right.
    @Test func hardListsEnd() throws {
        let wanted = (0..<2000).map { "{\"a\":{\"b\":\($0)}}" }
        let found = (0..<2000).map { "{\"a\":{\"b\":\(-1 - $0)}}" }
        let differences = ExpectationMatcher.differences(
            expected: try JSON(parsing: Self.list(wanted)), actual: try JSON(parsing: Self.list(found)),
            unordered: ["."])
        #expect(differences.map(\.path) == ["[]"])
        #expect(differences.first?.actual.contains("expect a member that differs") == true)
    }
}
