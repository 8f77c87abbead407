import RunbookModel
import Testing

@testable import RunbookEngine

struct StepIdentityTests {
    private func ids(_ make: (inout SampleBook) -> Void) -> [String] {
        var book = SampleBook(targets: ["a", "b"])
        book.section("Set up")
        make(&book)
        return book.binding().steps.map(\.id)
    }

    @Test func isTheIDElseTheSectionAndWhatIsSent() throws {
        let ids = ids { book in
            book.add(.run, "GET /x", id: "get", on: ["a"])
            book.add(.run, "GET /y", on: ["a"])
            book.add(.manual, "Click  there\n now")
        }
        #expect(ids[0] == "get")
        #expect(try #/set up/[0-9a-f]{8}/#.wholeMatch(in: ids[1]) != nil)
        #expect(try #/set up/[0-9a-f]{8}/#.wholeMatch(in: ids[2]) != nil)
    }

    @Test func survivesInsertionsAndChecks() {
        let before = ids { $0.add(.run, "GET /y", on: ["a"]) }
        let after = ids { book in
            book.add(.run, "GET /x", on: ["a"])
            book.add(.run, "GET /y", on: ["a"], [.assert(".ok")]) { $0.timeout = SampleBook.located(.seconds(1)) }
        }
        #expect(before[0] == after[1])
    }

    @Test func dependsOnWhatIsSentAndWhere() {
        let ids = ids { book in
            book.add(.run, "GET /y", on: ["a"])
            book.add(.run, "GET /y", on: ["b"])
            book.add(.run, "GET /z", on: ["a"])
            book.add(.run, "GET /y", on: ["a"]) { keys in
                keys.others = [.init(name: SampleBook.located("status"), value: SampleBook.located("404"))]
            }
        }
        #expect(Set(ids).count == 4)
    }

    @Test func foldsTheWhiteSpaceOfAManualStep() {
        #expect(ids { $0.add(.manual, "Click  there\n now") } == ids { $0.add(.manual, "Click there now") })
    }

    @Test func countsEqualOnes() {
        let ids = ids { book in for _ in 0..<3 { book.add(.run, "GET /y", on: ["a"]) } }
        #expect(ids == [ids[0], "\(ids[0])~2", "\(ids[0])~3"])
    }
}
