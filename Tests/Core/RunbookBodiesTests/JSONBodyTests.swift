import OrderedJSON
import RunbookModel
import Testing

@testable import RunbookBodies

struct JSONBodyTests {
    @Test(arguments: [
        (#"{ "a": ${x} }"#, [HoleContext.jsonValue]), (#"{ "a": "${x}" }"#, [.jsonString]),
        (#"{ "${x}": ["\"${x}", ${x}, "b"] }"#, [.jsonString, .jsonString, .jsonValue]), ("${x}", [.jsonValue]),
        (#""$${x}""#, []), (#"[${x},${x}]"#, [.jsonValue, .jsonValue]),
    ])
    func tellsTheContextOfEachHole(text: String, contexts: [HoleContext]) {
        let body = JSONBody.parse(MarkedText(text).block)
        #expect(body.diagnostics.isEmpty)
        #expect(body.template.holes.map(\.context) == contexts)
        #expect(body.template.source == text.replacing("$$", with: "$"))
    }

    @Test(arguments: [#"a"b\"#, "${x}", "\n", "é"])
    func staysJSONWhateverIsFilledIn(value: String) throws {
        let body = JSONBody.parse(MarkedText(#"{ "k-${x}": [${x}, "${x}"], "n": 1.10 }"#).block)
        let filled = try JSON(parsing: body.template.filled { _ in .string(value) })
        let number = try #require(JSONNumber(text: "1.10"))
        #expect(filled == ["k-\(value)": [.string(value), .string(value)], "n": .number(number)])
    }

    @Test(arguments: [
        (#"{ "a": 1️⃣}2️⃣ "#, "expected a value"), (#"{ "a": 1,1️⃣}2️⃣"#, "expected a name in double quotes"),
        ("{\n  \"é\": [1, 2\n1️⃣}2️⃣", "expected `,` or `]`"), (#"{ "a": ${x}1️⃣2️⃣ "#, "the object is not closed"),
        (#"{ "a": ${x}1️⃣$2️⃣{y} }"#, "expected `,` or `}`"), (#"{ "a": 11️⃣$2️⃣{x} }"#, "expected `,` or `}`"),
        ("{ \"a\": \"b1️⃣\n2️⃣\" }", "control character"), ("1️⃣#2️⃣ no", "expected a value"),
        (#"{ 1️⃣'2️⃣a': 1 }"#, "double quotes"), ("1️⃣2️⃣", "found the end"), (#"{ "a": 1️⃣$2️⃣${x} }"#, "expected a value"),
    ])
    func tellsTheExactPlace(marked: String, message: String) throws {
        let marked = MarkedText(marked)
        let body = JSONBody.parse(marked.block)
        let diagnostic = try #require(body.diagnostics.first { $0.code == "json/invalid" })
        #expect(diagnostic.span == marked.span("1️⃣", "2️⃣"))
        #expect(diagnostic.message.contains(message))
    }

    @Test func helpsWithWhatJSONLacks() {
        func help(_ text: String) -> [String] { JSONBody.parse(MarkedText(text).block).diagnostics.flatMap(\.help) }
        #expect(help("{\"a\": 1,\n}") == ["remove the comma before it"])
        #expect(help("{'a': 1}") == ["put strings in double quotes"])
        #expect(help("// c\n{}") == ["remove the comment: JSON has no comments"])
    }

    @Test(arguments: [#"{ "a": "1️⃣${HOME}2️⃣" }"#, "{ \"a\": 1️⃣${A b}2️⃣ }", #"["1️⃣${A2️⃣"]"#])
    func refusesMalformedHolesOnce(marked: String) {
        let marked = MarkedText(marked)
        let body = JSONBody.parse(marked.block)
        #expect(body.diagnostics.map(\.code) == ["value/malformed"])
        #expect(body.diagnostics.first?.span == marked.span("1️⃣", "2️⃣"))
    }

    @Test func tripleQuotesAreSentAsOrdinaryStrings() throws {
        let marked = MarkedText("{ \"s\": \"\"\"if (a == \"b\") {\n  return 1️⃣${x}2️⃣\\d;\n}\"\"\" }")
        let body = JSONBody.parse(marked.block, allowing: .tripleQuotes)
        #expect(body.diagnostics.isEmpty)
        #expect(body.template.holes.first?.span == marked.span("1️⃣", "2️⃣"))
        let filled = try JSON(parsing: body.template.filled { _ in "\"" })
        #expect(filled["s"] == "if (a == \"b\") {\n  return \"\\d;\n}")
        #expect(JSONBody.parse(marked.block).diagnostics.map(\.code) == ["json/invalid"])
    }

    @Test func anUnclosedTripleQuoteIsOneError() {
        let marked = MarkedText("{ \"s\": 1️⃣\"\"\"2️⃣abc\n }")
        let body = JSONBody.parse(marked.block, allowing: .tripleQuotes)
        #expect(body.diagnostics.map(\.span) == [marked.span("1️⃣", "2️⃣")])
    }

    @Test func commentsAreNotSentAndHideNothing() throws {
        let text = "{ // it's \"x\n  # ${y}\n  \"a\": /* \" */ ${x}, \"b\": \"# no\" }"
        let body = JSONBody.parse(MarkedText(text).block, allowing: [.comments, .tripleQuotes])
        #expect(body.diagnostics.isEmpty)
        #expect(body.template.holes.map(\.reference.name) == ["x"])
        #expect(try JSON(parsing: body.template.filled { _ in 1 }) == ["a": 1, "b": "# no"])
    }

    @Test func readsARangeOnly() {
        let marked = MarkedText("GET /\n{ \"a\": 1️⃣x2️⃣ }\nGET /")
        let body = JSONBody.parse(marked.block, in: 6..<16)
        #expect(body.diagnostics.map(\.span) == [marked.span("1️⃣", "2️⃣")])
    }

    @Test func survivesDeepNesting() {
        let body = JSONBody.parse(MarkedText(String(repeating: "[", count: 100_000)).block)
        #expect(body.diagnostics.map(\.code) == ["json/invalid"])
    }

    /// What the author of an example leaves out is not asked for.
    @Test(arguments: [
        (#"{ "a": 1, ... }"#, #"{ "a": 1 }"#), (#"{ ... }"#, "{}"), (#"{ ..., "a": 1 }"#, #"{ "a": 1 }"#),
        ("{ \"a\": 1,\n  ...\n}", #"{ "a": 1 }"#), (#"{ "a": 1, …, "b": 2 }"#, #"{ "a": 1, "b": 2 }"#),
        (#"{ "a": ..., "b": 2 }"#, #"{ "a": "...", "b": 2 }"#), (#"{ "a": [1, ...] }"#, #"{ "a": [1, "..."] }"#),
        (#"[ ... ]"#, #"["..."]"#), (#"{ "a": { "b": 1 ... } }"#, #"{ "a": { "b": 1 } }"#),
        (#"{ "a": "x...", "...": 1 }"#, #"{ "a": "x...", "...": 1 }"#),
    ])
    func dotsLeaveOut(_ text: String, _ meant: String) throws {
        let parsed = JSONBody.parse(MarkedText(text).block, allowing: .omissions)
        #expect(parsed.diagnostics == [])
        let source = try #require(parsed.template.literal)
        #expect(try JSON(parsing: source) == (try JSON(parsing: meant)))
    }

    @Test(arguments: [#"[ 1 ... ]"#, #"[ ..., 1 ]"#, #"{ "a" ... }"#, "...", ".."])
    func dotsElsewhereAreNoJSON(_ text: String) {
        #expect(
            JSONBody.parse(MarkedText(text).block, allowing: .omissions).diagnostics.map(\.code) == ["json/invalid"])
    }
}
