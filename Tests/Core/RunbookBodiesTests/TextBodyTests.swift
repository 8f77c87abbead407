import OrderedJSON
import RunbookModel
import Testing

@testable import RunbookBodies

struct TextBodyTests {
    @Test func fillsHolesAndKeepsTheRest() throws {
        let body = TextBody.parse(MarkedText("/${index}/_search?q=$${x} {{y}} é${zones[1]}").block, as: .urlPath)
        #expect(body.diagnostics.isEmpty)
        #expect(body.template.holes.map(\.context) == [.urlPath, .urlPath])
        let text = try body.template.filled { $0.name == "index" ? "a/b" : $0.resolve(in: ["x", "z"]) }
        #expect(text == "/a%2Fb/_search?q=${x} {{y}} éz")
    }

    @Test func spansAreThoseOfTheFile() {
        let marked = MarkedText("first\né 1️⃣${x}2️⃣")
        #expect(TextBody.parse(marked.block).template.holes.first?.span == marked.span("1️⃣", "2️⃣"))
        #expect(marked.span("1️⃣", "2️⃣")?.description == "book.md:11:7")
    }

    @Test func readsARangeOnly() {
        let body = TextBody.parse(MarkedText("${a} ${b} ${c}").block, in: 4..<10)
        #expect(body.template.source == " ${b} ")
        #expect(body.template.holes.first?.span.start.column == 9)
    }

    @Test func refusesShellTextInBodiesAndLeavesItInProse() {
        let marked = MarkedText("1️⃣${HOME}2️⃣/${x}")
        let body = TextBody.parse(marked.block)
        #expect(body.diagnostics.map(\.code) == ["value/malformed"])
        #expect(body.diagnostics.first?.span == marked.span("1️⃣", "2️⃣"))
        let prose = TextBody.parse(marked.block, malformed: .literal)
        #expect(prose.diagnostics.isEmpty)
        #expect(prose.template.source == "${HOME}/${x}")
        #expect(prose.template.holes.count == 1)
    }

    @Test func anEmptyTextIsAnEmptyLiteral() {
        #expect(TextBody.parse(MarkedText("").block).template.literal == "")
    }
}
