import Testing

@testable import RunbookFilters

struct FilterProgramTests {
    @Test(arguments: [1, 2, 3, 7])
    func everyLineBelongsToItsFilter(count: Int) throws {
        let filters = (0..<count).map { number in
            (0...number).map { "filter \(number) line \($0 + 1)" }.joined(separator: "\n")
        }
        let program = FilterProgram(filters)
        let lines = program.text.split(separator: "\n", omittingEmptySubsequences: false)
        for (number, filter) in filters.enumerated() {
            for (index, text) in filter.split(separator: "\n").enumerated() {
                let line = try #require(lines.firstIndex(of: text)) + 1
                #expect(program.place(ofLine: line)?.filter == number)
                #expect(program.place(ofLine: line)?.line == index + 1)
            }
            let last = try #require(lines.firstIndex { $0 == "filter \(number) line \(number + 1)" }) + 1
            #expect(program.place(ofLine: last + 1)?.filter == number)
            #expect(program.place(ofLine: last + 1)?.line == nil)
        }
        #expect(program.place(ofLine: 1) == nil)
    }

    @Test
    func bindsOnlyWhatAFilterMentions() {
        let program = FilterProgram([".a == $x", "$y"])
        #expect(program.text.contains(".v.x as $x | .d | (\n.a == $x\n)"))
        #expect(!program.text.contains("as $y | .d | (\n.a == $x"))
    }
}
