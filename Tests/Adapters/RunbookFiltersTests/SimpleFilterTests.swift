import OrderedJSON
import RunbookRun
import Testing

@testable import RunbookFilters

struct SimpleFilterTests {
    @Test(
        arguments: [
            (".", "5", "5"),
            (" .a.b ", #"{"a":{"b":[1]}}"#, "[1]"),
            (".a[1].\"b-c\"", #"{"a":[0,{"b-c":"x"}]}"#, #""x""#),
            (".[\"a\"][0]", #"{"a":[9007199254740993]}"#, "9007199254740993"),
            (".a.b.c", #"{"a":null}"#, "null"),
            (".a|length", #"{"a":"äé"}"#, "2"),
            ("length == 2", nil, nil),
            (".a | length >= 2", #"{"a":[1,2]}"#, "true"),
            (".status == \"green\"", #"{"status":"green"}"#, "true"),
            (".n == 3", #"{"n":3.0}"#, "true"),
            (".n != 3", #"{"n":"3"}"#, "true"),
            (".n < 3", #"{"n":2.5}"#, "true"),
            (".s > \"a\"", #"{"s":"b"}"#, "true"),
            (".a == null", "{}", "true"),
        ] as [(String, String?, String?)])
    func reads(filter: String, input: String?, output: String?) throws {
        let value = try input.flatMap { try SimpleFilter(filter)?.value(of: json($0)) }
        #expect(value?.text() == output)
    }

    @Test(arguments: [
        "", "..", "..a", ".a.[0]", ".a .b", ".a[]", ".a[-1]", ".a?", ".a // 1", ".a == -1", ".a == 1.5", ".a == 1e3",
        ".a == 9007199254740993", ".a == \"\\u0041\"", ".a == \"ä\"", ".a, .b", ".a == 1 # one", "$a", ".a | keys",
        ".a | lengthy", ".a == nullx", ".a == 1 and .b == 2", ".a[1:2]", ".1", ".a | length | length",
    ])
    func leavesTheRestToJQ(filter: String) {
        #expect(SimpleFilter(filter) == nil)
    }

    @Test(arguments: [
        (".a.b", #"{"a":"x"}"#), (".[0]", "{}"), (".a | length", #"{"a":true}"#),
        (".n == 1", #"{"n":9007199254740993}"#),
        (".n < 1", #"{"n":"x"}"#), (".", #"{"a":1,"a":2}"#), (". | length", #"{"a":1,"a":2}"#),
    ])
    func leavesWhatMayBeDifferent(filter: String, input: String) throws {
        let simple = try #require(SimpleFilter(filter))
        #expect(try simple.value(of: json(input)) == nil)
    }

    @Test func noHelperStarts() async throws {
        let expressions = expressions()
        #expect(try await expressions.check([".a", ".b == 1"], variables: []).isEmpty)
        #expect(try await expressions.evaluate(".a", on: json(#"{"a":1}"#)) == [1])
        #expect(await expressions.helperProcess == nil)
        #expect(try await expressions.evaluate("(.a)", on: json(#"{"a":1}"#)) == [1])
        #expect(await expressions.helperProcess != nil)
    }

    /// jq, asked by a filter in brackets, says the same wherever a simple filter says anything.
    @Test func saysWhatJQSays() async throws {
        var maker = FilterMaker()
        let filters = (0..<3000).map { _ in maker.filter() }
        let inputs = try (0..<4).map { _ in try json(maker.document(depth: 4)) }
        let reference = expressions()
        await reference.prepare(filters.map { "(\($0))" }, variables: [])
        var (said, refused) = (0, 0)
        for filter in filters {
            let simple = try #require(SimpleFilter(filter), "\(filter)")
            for input in inputs {
                guard let value = simple.value(of: input) else {
                    refused += 1
                    continue
                }
                said += 1
                let outputs = try await reference.evaluate("(\(filter))", on: input)
                #expect(outputs.map { $0.text() } == [value.text()], "\(filter) on \(input.text())")
            }
        }
        // Neither is all of it.
        #expect(said > 2000 && refused > 100, "\(said), \(refused)")
    }
}

/// Makes filters and documents up: the same ones in each run.
private struct FilterMaker {
    private var state: UInt64 = 0x9E37_79B9_7F4A_7C15

    private static let names = ["a", "b", "_c", "count", "and", "x1"]
    private static let texts = [
        "green", "", "a", "A", "1", "null", "äöü", "K\u{212A}", "e\u{301}", "\u{E9}", "\\u0000",
    ]
    private static let numbers = [
        "0", "-0", "1", "3", "3.0", "0.1", "1e2", "-1", "2.50", "100", "9007199254740992", "9007199254740993", "1e400",
        "0.1234567890123456789",
    ]

    private mutating func next(_ count: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % count
    }

    private mutating func one(of list: [String]) -> String { list[next(list.count)] }

    private mutating func path() -> String {
        var path = ""
        for place in 0..<next(4) {
            let name = one(of: Self.names)
            let step =
                switch next(5) {
                case 0: place == 0 ? ".[\(next(3))]" : "[\(next(3))]"
                case 1: place == 0 ? ".[\"\(name)\"]" : "[\"\(name)\"]"
                case 2: ".\"\(name)\""
                default: ".\(name)"
                }
            path += step
        }
        return path.isEmpty ? "." : path
    }

    mutating func filter() -> String {
        let blank = ["", " ", "\n "][next(3)]
        var filter = path()
        if next(4) == 0 { filter += "\(blank)|\(blank)length" }
        if next(2) == 0 {
            let literal =
                switch next(4) {
                case 0: one(of: ["null", "true", "false"])
                case 1: "\"\(one(of: ["green", "", "a", "A", "1", "null"]))\""
                default: one(of: ["0", "1", "2", "3", "100", "007", "900719925474099"])
                }
            filter += blank + one(of: ["==", "!=", "<", "<=", ">", ">="]) + blank + literal
        }
        return filter
    }

    mutating func document(depth: Int) -> String {
        switch depth == 0 ? next(4) : 2 + next(5) {
        case 0: return one(of: ["null", "true", "false"])
        case 1, 2: return one(of: Self.numbers)
        case 3: return "\"\(one(of: Self.texts))\""
        case 4: return "[" + (0..<next(4)).map { _ in document(depth: depth - 1) }.joined(separator: ",") + "]"
        default:
            return "{"
                + Self.names.map { "\"\($0)\":" + document(depth: depth - 1) }.joined(separator: ",")
                + (next(6) == 0 ? ",\"a\":1}" : "}")
        }
    }
}
