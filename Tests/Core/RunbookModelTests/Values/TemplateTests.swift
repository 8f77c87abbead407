import OrderedJSON
import RunbookModel
import Testing

struct TemplateTests {
    private static let span = SourceSpan(
        file: "a.md", start: SourcePosition(offset: 0, line: 1, column: 1),
        end: SourcePosition(offset: 1, line: 1, column: 2))

    private func hole(_ reference: String, _ context: HoleContext = .text) throws -> Hole {
        Hole(reference: try #require(ValueReference(parsing: reference)), context: context, span: Self.span)
    }

    static let forms: [(HoleContext, JSON, String)] = [
        (.jsonString, "a\"b", #"a\"b"#), (.jsonString, 7, "7"), (.jsonString, ["a": 1], #"{\"a\":1}"#),
        (.jsonValue, "a\"b", #""a\"b""#), (.jsonValue, ["a", .null], #"["a",null]"#),
        (.urlPath, "a/b c?", "a%2Fb%20c%3F"),
        (.urlPath, ["a", "b/c"], "a,b%2Fc"), (.urlQuery, "a&b=ü", "a%26b%3D%C3%BC"), (.urlPath, true, "true"),
        (.urlQuery, 15, "15"), (.yamlText, "a\nb", #"a\nb"#), (.yamlValue, 3, "3"), (.yamlValue, "3", #""3""#),
        (.shell, "a b", "a b"), (.text, "${x}", "${x}"), (.text, [1], "[1]"),
    ]

    static let misfits: [(HoleContext, JSON)] = [
        (.urlPath, .null), (.urlQuery, ["a": 1]), (.urlPath, [["a"]]), (.urlPath, [.null]),
    ]

    /// What would name more, or something else, than its author means (`DELETE /${prefix}*`).
    static let unfit: [(JSON, String)] = [
        ("", "is an empty text"), ([], "is an empty list"), (".", "is `.`"), ("..", "is `..`"),
        (["a", ""], "has an element that is an empty text"), (",", "has no names between its commas"),
        (", ,", "has no names between its commas"),
        (["a", ","], "has an element that has no names between its commas"),
        ("../x", "contains the segment `..`"),
        ("a/./b", "contains the segment `.`"),
    ]

    @Test(arguments: unfit)
    func nothingStandsForNothingInAPath(value: JSON, problem: String) throws {
        let template = Template([.literal("/"), .hole(try hole("x", .urlPath)), .literal("*")])
        let error = #expect(throws: Template.Unfilled.self) { try template.filled { _ in value } }
        #expect(error?.reason == .noForm(problem))
        #expect(template.unfit { _ in value }.map(\.reason) == [.noForm(problem)])
        #expect(template.unfit { _ in nil } == [])
        #expect(HoleContext.urlQuery.render(value) != nil || value.array?.count == 2)
    }

    @Test(arguments: ["/${a}${b}", "/.${a}/x", "/${a}.?x", "/y/${a}${b}#z"])
    func noSegmentIsMadeOfDots(source: String) throws {
        var segments: [Template.Segment] = []
        for piece in HolePiece.pieces(of: Array(source.utf8)) {
            switch piece {
            case .hole(let reference, _):
                segments.append(.hole(Hole(reference: reference, context: .urlPath, span: Self.span)))
            default: segments.append(.literal(String(decoding: Array(source.utf8)[piece.range], as: UTF8.self)))
            }
        }
        let template = Template(segments)
        #expect(throws: Template.Unfilled.self) { try template.filled { _ in "." } }
        #expect(try template.filled { _ in "x" }.contains("x"))
        #expect(try Template([.literal("/a"), .hole(try hole("a", .urlPath))]).filled { _ in "z.." } == "/az..")
    }

    @Test(arguments: forms)
    func writesAValueAsItsPlaceAsks(context: HoleContext, value: JSON, text: String) {
        #expect(context.render(value) == text)
    }

    @Test(arguments: misfits)
    func hasNoFormForSomeKinds(context: HoleContext, value: JSON) {
        #expect(context.render(value) == nil)
    }

    @Test func fillsOnceAndNeverScansAValue() throws {
        let template = Template([.literal("a "), .hole(try hole("x")), .literal(" ${y}")])
        #expect(try template.filled { _ in "${x}" } == "a ${x} ${y}")
        #expect(template.literal == nil && Template(literal: "a").literal == "a")
    }

    @Test func saysWhichHoleCannotBeFilled() throws {
        let first = try hole("x.y", .urlPath)
        let template = Template([.hole(first)])
        let missing = #expect(throws: Template.Unfilled.self) { try template.filled { _ in nil } }
        #expect(missing?.hole == first && missing?.reason == .noValue)
        let wrong = #expect(throws: Template.Unfilled.self) { try template.filled { _ in [:] } }
        #expect(wrong?.reason == .wrongKind("object"))
    }

    @Test func showsOnlyWhatIsGiven() throws {
        let template = Template([.hole(try hole("a")), .literal("/"), .hole(try hole("b[0].c"))])
        #expect(template.shown { $0.name == "a" ? "1" : nil } == "1/${b[0].c}")
        #expect(template.source == "${a}/${b[0].c}")
        #expect(template.holes.count == 2)
    }
}
