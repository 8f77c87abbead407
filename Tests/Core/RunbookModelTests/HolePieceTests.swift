import RunbookModel
import Testing

@Suite struct HolePieceTests {
    @Test func coversATextInOrder() {
        let pieces = HolePiece.pieces(of: Array("a ${x}$${y} ${z[0].Id}".utf8))
        #expect(
            pieces == [
                .literal(0..<2), .hole(ValueReference(name: "x"), 2..<6), .escape(6..<9), .literal(9..<12),
                .hole(ValueReference(name: "z", path: [.index(0), .member("Id")]), 12..<22),
            ])
    }

    @Test(arguments: ["", "$", "{{x}} $1 <x> $x", "$$ {", "é$"])
    func leavesOtherTextAlone(text: String) {
        #expect(HolePiece.pieces(of: Array(text.utf8)) == (text.isEmpty ? [] : [.literal(0..<text.utf8.count)]))
    }

    @Test(arguments: [
        ("${}", 0..<3), ("${X}", 0..<4), ("${a", 0..<3), ("${a\n}", 0..<3), ("${a b}", 0..<6), ("${A\"}", 0..<3),
        ("${a${b}}", 0..<3),
    ])
    func findsTheMalformed(text: String, range: Range<Int>) {
        #expect(HolePiece.pieces(of: Array(text.utf8)).first == .malformed(range))
    }
}
