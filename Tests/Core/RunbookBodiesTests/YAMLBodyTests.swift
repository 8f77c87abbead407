import OrderedJSON
import RunbookModel
import Testing
import YAML

@testable import RunbookBodies

struct YAMLBodyTests {
    private func filled(_ text: String, _ value: JSON) throws -> JSON {
        let body = YAMLBody.parse(MarkedText(text).block)
        #expect(body.diagnostics.isEmpty)
        return try YAMLNode(parsing: body.template.filled { _ in value }).json
    }

    @Test(arguments: ["a: ${x}", "a: \"${x}\"", "a: '${x}'\n", "a:\n  ${x} # c", "{a: \"${x}\"}"])
    func aScalarThatIsOneHoleKeepsTheType(text: String) throws {
        for value in [7, "7.10", ["a", "b"], ["k": "v: 1"], true, "", "a: #b\n\"c\""] as [JSON] {
            #expect(try filled(text, value) == ["a": value])
        }
    }

    @Test(arguments: ["a: x-${v}", "a: \"x-${v}\"", "a: 'x-${v}' # it's", "{ a: \"x-${v}\" }"])
    func noValueCanEndTheScalarItIsPartOf(text: String) throws {
        for value in ["b", "\"", "'", ": #\n- x", "\\"] {
            #expect(try filled(text, .string(value)) == ["a": .string("x-" + value)])
        }
        #expect(try filled(text, 1) == ["a": "x-1"])
    }

    @Test func whatHasNoHolesStaysAsItIsWritten() {
        let text =
            "# ${comment} ${NO}\nuses: alicloud/nlb.ServerGroup   # c\nlist:\n  - é: 'it''s'\n\nid: ${a.b}\nn: x${y}z\n"
        let body = YAMLBody.parse(MarkedText(text).block)
        #expect(body.template.source == text.replacing("x${y}z", with: "\"x${y}z\""))
        #expect(body.template.holes.map(\.context) == [.yamlValue, .yamlText])
    }

    @Test func holesInKeysAndBlockScalarsAreText() throws {
        #expect(
            try filled("${k}: |\n  one ${k}\n  two\nz: >-\n  a\n  ${k}\n", "q\"")
                == ["q\"": "one q\"\ntwo\n", "z": "a q\""])
        #expect(YAMLBody.parse(MarkedText("${a}: 1\n${b}: 2\n").block).diagnostics.isEmpty)
    }

    @Test func anEscapeIsNoHole() throws {
        #expect(try filled("a: $${x}\nb: \"$${y} ${z}\"", 1) == ["a": "${x}", "b": "${y} 1"])
    }

    @Test(arguments: ["a: [1️⃣${x}2️⃣]", "a: { b: 1️⃣${x}2️⃣ }", "{ 1️⃣${x}2️⃣: 1 }", "a:\n  - [\"é\", 1️⃣c-${x}2️⃣]"])
    func unquotedInBracketsIsNotYAML(marked: String) throws {
        let marked = MarkedText(marked)
        let body = YAMLBody.parse(marked.block)
        #expect(body.diagnostics.map(\.code) == ["yaml/unquoted"])
        #expect(body.diagnostics.first?.span == marked.span("1️⃣", "2️⃣"))
        #expect(body.diagnostics.first?.help.first?.hasPrefix("write `\"") == true)
    }

    @Test(arguments: [
        ("a: b: 1️⃣c2️⃣", "not valid YAML"), ("é: 1\na: 1️⃣&2️⃣x 1", "anchor"), ("a: 1\n1️⃣a2️⃣: 2", "repeated"),
    ])
    func tellsWhatIsNotYAML(marked: String, message: String) throws {
        let marked = MarkedText(marked)
        let diagnostic = try #require(YAMLBody.parse(marked.block).diagnostics.first)
        #expect(diagnostic.code == "yaml/invalid")
        #expect(diagnostic.message.contains(message))
        #expect(diagnostic.span?.start.line == marked.span("1️⃣", "2️⃣")?.start.line)
    }

    @Test func refusesMalformedHoles() {
        let marked = MarkedText("a: 1️⃣${HOME}2️⃣\n")
        let body = YAMLBody.parse(marked.block)
        #expect(body.diagnostics.map(\.code) == ["value/malformed"])
        #expect(body.diagnostics.first?.span == marked.span("1️⃣", "2️⃣"))
    }

    @Test func readsARangeOnly() {
        let marked = MarkedText("first\na: 1️⃣${x}2️⃣\nrest: [")
        let body = YAMLBody.parse(marked.block, in: 6..<14)
        #expect(body.diagnostics.isEmpty)
        #expect(body.template.source == "a: ${x}\n")
        #expect(body.template.holes.first?.span == marked.span("1️⃣", "2️⃣"))
    }
}
