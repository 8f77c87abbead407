import Glibc
import OrderedJSON
import RunbookRun
import Testing

@testable import RunbookFilters

struct JQExpressionsTests {
    private static let shared = expressions()

    @Test(arguments: [
        (".a", #"{"a":1}"#, "[1]"),
        (".a[]", #"{"a":[1,"x",null]}"#, #"[1,"x",null]"#),
        ("empty", "{}", "[]"),
        (".", #"{"z":1,"a":{"é":"\u0000"}}"#, #"[{"z":1,"a":{"é":"\u0000"}}]"#),
        (".a == 1 # why", #"{"a":1}"#, "[true]"),
        (".a |\n.b", #"{"a":{"b":2}}"#, "[2]"),
        ("{a, b: 2}", #"{"a":1}"#, #"[{"a":1,"b":2}]"#),
        ("map(select(. > 1))", "[1,2,3]", "[[2,3]]"),
        (".[\"env\"], .input", #"{"env":1,"input":2}"#, "[1,2]"),
        ("def now: 7; now", "null", "[7]"),
    ])
    func evaluates(filter: String, input: String, outputs: String) async throws {
        let result = try await Self.shared.evaluate(filter, on: json(input))
        #expect(JSON.array(result).text() == outputs)
    }

    @Test
    func variables() async throws {
        let variables = JSONObject([("index", "logs"), ("count", 3), ("unused", "x")])
        let result = try await Self.shared.evaluate(
            "$index, ($count + 1), (. as $index | $index), \"\\($index)!\"", on: 5, variables: variables)
        #expect(result == ["logs", 4, 5, "logs!"])
    }

    @Test(arguments: [
        (".a.b", #"{"a":"x"}"#, #"Cannot index string with string "b""#),
        ("error(\"no\")", "{}", "no"),
        ("error({a: 1})", "{}", #"{"a":1}"#),
        ("1, error(\"late\")", "{}", "late"),
    ])
    func runtimeErrors(filter: String, input: String, message: String) async throws {
        let failure = await #expect(throws: FilterFailure.self) {
            try await Self.shared.evaluate(filter, on: json(input))
        }
        #expect(failure == FilterFailure(.runtime, message))
    }

    /// However the other number comes about: a text, arithmetic, a function, a sign, an order.
    @Test(arguments: [
        (".n == ($text|tonumber)", nil), ("(.s|tonumber) == .n", nil), (".n == (.same|tonumber)", true),
        (".minus == -9007199254740992", nil), (".minus == (0 - 9007199254740992)", nil),
        (".minus >= -9007199254740992", nil), (".minus == -9007199254740993", true), (".odd == pow(2;53)", nil),
        (".odd == 9007199254740994 - 2", nil), (".n >= 1688275058533285125", nil),
        ("first(.l[] | select(. == 1688275058533285125)) == 1688275058533285124", nil),
        ("[.l[] | select(. >= 1688275058533285125)] | length == 2", nil),
        ("[.l[] | select(. > 5)] | length == 2", true),
        (".odd > 1000 and .minus < 0 and .n != 7", true), (".n == .n", true), (".small == 0.1", true),
        (".odd | . == 9007199254740993", true), ("(.n|tostring) != .same", nil), ("\"\\(.n)\" == .same", nil),
        ("(.n|tostring|endswith(\"4\"))|not", nil),
        ("(.n|tojson) == .same", nil), ("(.n|tojson) != .s", true),
        ("([.n]|tojson) == \"[1688275058533285124]\"", nil), ("(.count|tojson) == \"3\"", true),
        ("(.same|tojson) == \"\\\"1688275058533285124\\\"\"", true),
        ("(.n|tojson|ltrimstr(\"1688275058533285\")) != \"124\"", nil), ("(.odd % 2) == 0", nil),
        ("(.small|tostring) == \"0.1\"", true), ("([.n, 3] | max) > 3", true),
        ("(.n / 1e15 | floor | tostring) == \"1688\"", true), ("(.count % 2) == 1", true),
    ])
    func neverTakesARoundedNumberForAnother(filter: String, holds: Bool?) async throws {
        let input = try json(
            #"{"n":1688275058533285124,"s":"1688275058533285125","same":"1688275058533285124","small":0.1,"#
                + #""count":3,"minus":-9007199254740993,"odd":9007199254740993,"l":[1688275058533285124,1688275058533285125]}"#
        )
        // Each sees only what it names, as documents do; `.l` holds twins that others would be compared with.
        let seen =
            filter.contains(".l[") ? input : .object(JSONObject(input.object?.members.filter { $0.name != "l" } ?? []))
        let variables = JSONObject([("text", .string("1688275058533285125"))])
        guard let holds else {
            await #expect(throws: FilterFailure.self, "\(filter)") {
                try await Self.shared.evaluate(filter, on: seen, variables: variables)
            }
            return
        }
        #expect(try await Self.shared.evaluate(filter, on: seen, variables: variables) == [.bool(holds)], "\(filter)")
    }

    /// What shows the digits of a rounded number, or is calculated with it, is not what was asked for.
    @Test(arguments: [
        (".n | tostring", nil), ("\"\\(.n)\"", nil), (".n + 1", nil), ("[.n, .n - 1]", nil),
        ("{a: (.n * 1)}", #"{"a":1688275058533285125}"#),
        ("@text \"id-\\(.n)\"", nil), (".n", "1688275058533285125"), ("[.n, 1 + 1]", "[1688275058533285125,2]"),
        ("{k: (.s + \"x\"), n}", #"{"k":"ax","n":1688275058533285125}"#), ("(.n / 1e15 | floor) + 1", "1689"),
        ("[.n, 5 - 2] | max", "1688275058533285125"),
    ])
    func givesNoRoundedDigits(filter: String, result: String?) async throws {
        let input = try json(#"{"n":1688275058533285125,"s":"a"}"#)
        guard let result else {
            let failure = await #expect(throws: FilterFailure.self, "\(filter)") {
                try await Self.shared.evaluate(filter, on: input)
            }
            #expect(failure?.message.contains("1688275058533285125") == true)
            return
        }
        #expect(try await Self.shared.evaluate(filter, on: input).map { $0.text() } == [result], "\(filter)")
    }

    /// As deep as bodies may be; libjq's own reader ends much earlier.
    @Test(arguments: [100, 200, 300, 511])
    func readsDeepValues(depth: Int) async throws {
        let inner = #"{"n":7,"t":"ä","b":[true,false,null,1.5]}"#
        let text = String(repeating: #"{"a":"#, count: depth - 2) + inner + String(repeating: "}", count: depth - 2)
        let input = try json(text)
        #expect(try await Self.shared.evaluate("[.. | .n? // empty]", on: input) == [[7]])
        #expect(try await Self.shared.evaluate(".", on: input) == [input])
        if depth < 250 {
            #expect(try await Self.shared.evaluate("., (1 + 1)", on: input) == [input, 2])
        } else {
            // It writes no such text.
            let failure = await #expect(throws: FilterFailure.self) {
                try await Self.shared.evaluate("., (1 + 1)", on: input)
            }
            #expect(failure?.message == "its output is nested too deeply for jq")
        }
    }

    @Test func quotesNoLongTextThatCannotBeRead() async throws {
        let failure = await #expect(throws: FilterFailure.self) {
            try await Self.shared.evaluate(
                "fromjson", on: .string(String(repeating: "[", count: 3000)), variables: JSONObject())
        }
        #expect((failure?.message.utf8.count ?? 0) < 200, "\(failure as Any)")
    }

    /// A result that is not exact is a failure, and the message names the number that the filter used.
    @Test(arguments: [
        (".n - 1", nil), (".n * 2", nil), (".n + .n", nil), (".n + 5", nil), (".n % 10", nil), (".l | add", nil),
        ("reduce .l[] as $x (0; . + $x)", nil), ("[.hits[].seq] | add", nil), (".hits | map(.seq % 2) | add", nil),
        ("[.n, 9007199254740992] | sort | .[0]", nil), ("-.n", nil), (".n + .ok", nil),
        (".n / 1000 | floor", "9007199254740"), (".hits | map(.id) | add", "3"), ("[.n] | add", "9007199254740993"),
        ("[.hits[].seq] | max", "1234567890123456789"), (".pi * 2 | floor", "6"), (".ok % 2", "1"),
        ("[.hits[] | select(.seq > 5)] | length", "1"), (".hits | length", "2"), ("{n, m: (.ok + 1)}.m", "6"),
        (".ok * 3", "15"), ("[.l[] | . * 1]", "[9007199254740993,2]"),
    ])
    func givesNoInexactResults(filter: String, result: String?) async throws {
        let input = try json(
            #"{"n":9007199254740993,"ok":5,"pi":3.14159265358979323846,"small":0.1234567890123456789012,"#
                + #""l":[9007199254740993,2],"hits":[{"id":1,"seq":1234567890123456789},{"id":2,"seq":1}]}"#)
        guard let result else {
            let failure = await #expect(throws: FilterFailure.self, "\(filter)") {
                try await Self.shared.evaluate(filter, on: input)
            }
            let number = filter.contains("seq") ? "1234567890123456789" : "9007199254740993"
            #expect(failure?.message.contains(number) == true || filter.contains("sort"), "\(failure as Any)")
            return
        }
        #expect(try await Self.shared.evaluate(filter, on: input).map { $0.text() } == [result], "\(filter)")
    }

    /// A number inside a text is in no place of the input, so nothing restores it.
    @Test(arguments: [
        ("(.t | fromjson).n", nil), (".t | fromjson | .l[1]", nil), ("(.t | fromjson | .n) == 9007199254740992", nil),
        ("(.t | fromjson | .n) == 9007199254740993", nil), (".t | fromjson", nil), ("$v | fromjson | .n", nil),
        (".s | tonumber", nil), ("[.s | tonumber]", nil), (".s | fromjson", nil), ("(.t | fromjson | .n) % 10", nil),
        (".t | fromjson | .id", #""9007199254740993""#), (".t | fromjson | .m", "7"), (".t | fromjson | .d", "0.1"),
        ("(.t | fromjson | .n) > 5", "true"), ("{m: (.t | fromjson | .m), s}", #"{"m":7,"s":"9007199254740993"}"#),
        ("{m: (.small | fromjson), t}.m", "3"), ("(.s | tonumber) > 5", "true"), ("[.s, (.small | tonumber)][1]", "3"),
    ])
    func givesNoRoundedDigitsOfTexts(filter: String, result: String?) async throws {
        let text =
            #"{ "n": 9007199254740993, "l": [1, 1234567890123456789], "id": "9007199254740993", "m": 7, "d": 0.1 }"#
        let input: JSON = ["t": .string(text), "s": "9007199254740993", "small": "3"]
        let variables = JSONObject([("v", .string(text))])
        guard let result else {
            let failure = await #expect(throws: FilterFailure.self, "\(filter)") {
                try await Self.shared.evaluate(filter, on: input, variables: variables)
            }
            #expect(failure?.message.contains("jq rounds") == true, "\(filter)")
            return
        }
        let found = try await Self.shared.evaluate(filter, on: input, variables: variables)
        #expect(found.map { $0.text() } == [result], "\(filter)")
    }

    /// Two numbers that are one double: what compares them fails, and what does not goes on.
    @Test(arguments: [
        ("._source.n == $first", nil), ("._source.n != $first", nil), ("._source.n < $first", nil),
        ("[._source.n, $first] | unique | length", nil), ("._source.n == 1688275058533285124", nil),
        ("[._source.n] | index($first)", nil), ("{n: ._source.n} == {n: $first}", nil),
        ("._source.n - $first == 0", nil), ("._source.n == ._source.n", true), ("$first == $first", true),
        ("._source.count == 2", true), (".other == $first", false), ("._source.n == 1688275058533285125", true),
        ("._source.n > 0 and $first > 0", true),
    ])
    func neverTakesTwoNumbersForOne(filter: String, holds: Bool?) async throws {
        let input = try json(#"{"_source":{"n":1688275058533285125,"count":2},"other":7}"#)
        let variables = JSONObject([("first", try json("1688275058533285124"))])
        guard let holds else {
            let failure = await #expect(throws: FilterFailure.self, "\(filter)") {
                try await Self.shared.evaluate(filter, on: input, variables: variables)
            }
            #expect(failure?.reason == .runtime)
            #expect(failure?.message.contains("1688275058533285124") == true)
            return
        }
        #expect(try await Self.shared.evaluate(filter, on: input, variables: variables) == [.bool(holds)], "\(filter)")
    }

    @Test(arguments: [
        (".a", ".b", "0.1", "0.1000000000000000055"), (".a", ".b", "12345678901234567890", "12345678901234567891"),
        (".a", ".b", "9007199254740992", "9007199254740993"), (".a", ".b", "1e400", "1e401"),
    ])
    func comparesNoNumbersThatJQRounds(left: String, right: String, first: String, second: String) async throws {
        let input = try json("{\"a\":\(first),\"b\":\(second)}")
        await #expect(throws: FilterFailure.self) { try await Self.shared.evaluate("\(left) == \(right)", on: input) }
        #expect(try await Self.shared.evaluate("\(left) == \(left)", on: input) == [true])
        #expect(try await Self.shared.evaluate("[.a, .b] | length", on: input) == [2])
    }

    @Test(arguments: [
        ".a", ".a[0]", ".a[-1]", ".b.c", ".a[1:]", "first(.a[])", ".b[\"c\"]", "getpath([\"b\",\"c\"])",
        ".b | .c", ".missing // .b.c", ". as $x | .b.c", ".",
    ])
    func pathsKeepNumbersAsTheyAreWritten(filter: String) async throws {
        let numbers = ["9007199254740993", "12345678901234567890", "1.10", "1e400", "3.0", "-0.0", "9007199254740992"]
        for number in numbers {
            let text = #"{"a":[N,N,"x",N],"b":{"c":N}}"#.split(separator: "N", omittingEmptySubsequences: false)
                .joined(separator: number)
            let result = try await Self.shared.evaluate(filter, on: json(text))
            #expect(JSON.array(result).text().contains(number), "\(filter) on \(text)")
        }
    }

    @Test(arguments: [
        ("map(.id)", #"[{"id":9007199254740993},{"id":1}]"#, "[[9007199254740993,1]]"),
        ("{id: .id}", #"{"id":12345678901234567890}"#, #"[{"id":12345678901234567890}]"#),
        ("$id", "null", "[9007199254740993]"),
        // A count is not written as the `3.0` beside it.
        ("length", "[1,2,3.0]", "[3]"),
        // What the path of an expression that is none leads to is not its value.
        ("(map(.x) | .[0])? // .[1].x", #"[{"x":1.50},{"x":2.50}]"#, "[1.5]"),
    ])
    func otherFiltersKeepTheValueOfNumbers(filter: String, input: String, outputs: String) async throws {
        let id = try json("9007199254740993")
        let result = try await Self.shared.evaluate(filter, on: json(input), variables: JSONObject([("id", id)]))
        #expect(JSON.array(result).text() == outputs)
    }

    @Test
    func numbersThatCannotBeToldApartAreAnError() async throws {
        let input = try json("[9007199254740992.5, 9007199254740993]")
        let failure = await #expect(throws: FilterFailure.self) {
            try await Self.shared.evaluate("map(.)", on: input)
        }
        #expect(failure?.reason == .runtime)
        #expect(
            try await Self.shared.evaluate(".[1]", on: input).first?.number?.text == "9007199254740993")
    }

    @Test(arguments: [
        ("env", "`env` does not exist here: a filter can use only its input and `$name` values"),
        (".a | now", "`now` does not exist here: a filter can use only its input and `$name` values"),
        ("input", "`input` does not exist here: a filter can use only its input and `$name` values"),
        ("[inputs]", "`inputs` does not exist here: a filter can use only its input and `$name` values"),
        ("halt", "`halt` does not exist here: a filter can use only its input and `$name` values"),
        ("$ENV.HOME", "`$ENV` has no value"),
        ("$nobody", "`$nobody` has no value"),
        (".a) | (.b", "`)` has no opening bracket"),
        (".a |", "syntax error, the filter is not complete"),
        ("", "syntax error, the filter is not complete"),
        ("import \"a\" as a; 1", "syntax error, unexpected import"),
        ("include \"a\"; 1", "syntax error, unexpected include"),
        ("nobody(1)", "nobody/1 is not defined"),
        (".a\n| nobody", "nobody/0 is not defined"),
    ])
    func doesNotCompile(filter: String, message: String) async throws {
        let failure = await #expect(throws: FilterFailure.self) {
            try await Self.shared.evaluate(filter, on: .null)
        }
        #expect(failure?.reason == .syntax)
        #expect(failure?.message == message)
    }

    @Test
    func checkNamesEachGuiltyFilter() async throws {
        var filters = (0..<60).map { ".field\($0) == $value" }
        filters[7] = "nobody"
        filters[20] = ".a |"
        filters[21] = ".a\n| .b c"
        filters[40] = ".x == $unknown"
        filters[59] = "if .a then 1 end"
        let failures = try await expressions().check(filters, variables: ["value"])
        #expect(failures.keys.sorted() == [7, 20, 21, 40, 59])
        #expect(failures[7] == FilterFailure(.syntax, "nobody/0 is not defined", line: 1))
        #expect(failures[21]?.line == 2)
        #expect(failures.values.allSatisfy { $0.reason == .syntax })
    }

    @Test
    func preparedFiltersAreFoundAmongMany() async throws {
        let filters = (0..<300).map { ".[\($0)] + $offset" }
        let expressions = expressions()
        #expect(try await expressions.check(filters, variables: ["offset"]).isEmpty)
        let input = JSON.array((0..<300).map { .number(JSONNumber($0)) })
        for (index, filter) in filters.enumerated() {
            let result = try await expressions.evaluate(filter, on: input, variables: JSONObject([("offset", 1000)]))
            #expect(result == [.number(JSONNumber(1000 + index))])
        }
    }

    @Test
    func tenThousandOverOnePipe() async throws {
        // On a busy machine one of so many may wait for long; the pipe is what this is about.
        let expressions = expressions(deadline: .seconds(120))
        let document = try json(#"{"status":"green","indices":[{"index":"a","docs":10},{"index":"b","docs":99}]}"#)
        _ = try await expressions.evaluate(".status", on: document)
        let helper = await expressions.helperProcess
        for _ in 0..<10_000 {
            let result = try await expressions.evaluate(".status", on: document)
            guard result == ["green"] else {
                Issue.record("\(result)")
                return
            }
        }
        #expect(await expressions.helperProcess == helper)
    }

    @Test
    func concurrentEvaluationsGetTheirOwnAnswers() async throws {
        let expressions = expressions()
        try await withThrowingTaskGroup(of: Bool.self) { group in
            for number in 0..<200 {
                group.addTask {
                    let input = JSON.number(JSONNumber(number))
                    return try await expressions.evaluate(". * 2", on: input).first?.int == number * 2
                }
            }
            for try await isRight in group { #expect(isRight) }
        }
    }

    @Test
    func cancelledTaskDoesNotShiftTheAnswers() async throws {
        let expressions = expressions()
        let cancelled = Task {
            withUnsafeCurrentTask { $0?.cancel() }
            return try await expressions.evaluate("1", on: .null)
        }
        _ = await cancelled.result
        #expect(try await expressions.evaluate("2", on: .null) == [2])
    }
}
