import Testing

@testable import RunbookReport

/// Tables of servers in the columns of a terminal.
struct AlignedTableTests {
    private static let nodes: [Substring] = [
        "ip        heap.percent ram.percent cpu load_1m node.role master name",
        "127.0.0.1           20          50   5    0.50 dimr      *      es-1",
        "127.0.0.2            3          50  15    0.50 di        -      es-2",
    ]

    @Test func staysATableWhereItHasRoom() {
        #expect(AlignedTable.fitted(Self.nodes, to: 80, isWhole: false) == Self.nodes)
    }

    @Test(arguments: [30, 40, 60])
    func losesItsLastColumns(width: Int) {
        let lines = AlignedTable.fitted(Self.nodes, to: width, isWhole: false)
        #expect(lines.count == 4)
        #expect(lines.dropLast().allSatisfy { $0.count <= width && $0.hasSuffix(" …") }, "\(lines)")
        #expect(Set(lines.dropLast().map(\.count)).count == 1, "\(lines)")
        #expect(lines[3].hasPrefix("… no room for ") && lines[3].hasSuffix("master, name"), "\(lines)")
    }

    @Test func isABlockARowWhereNothingMayBeMissing() {
        let lines = AlignedTable.fitted(Self.nodes, to: 40, isWhole: true)
        #expect(lines.count == 8 + 1 + 8)
        #expect(lines[0] == "ip            127.0.0.1" && lines[7] == "name          es-1" && lines[8] == "")
    }

    @Test func isNoProse() {
        let prose: [Substring] = [
            "the first line of a text that is longer than it may be",
            "and a second one which is not a table at all, is it",
        ]
        #expect(AlignedTable(prose) == nil)
        #expect(AlignedTable(["{", "  \"a\": 1", "}"]) == nil)
    }
}
