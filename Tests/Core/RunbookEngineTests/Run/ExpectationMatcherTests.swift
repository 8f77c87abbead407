import OrderedJSON
import RunbookModel
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
}
