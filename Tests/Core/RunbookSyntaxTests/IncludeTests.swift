import RunbookModel
import Testing

@testable import RunbookSyntax

struct IncludeTests {
    @Test func anItemRunsTheDocumentThatItsLinkLeadsTo() throws {
        let book = try runbook(
            """
            ## First

            1. Do [this](https://example.com/x.md) as in [that](../a%20b/part.md#make-it "title").
               <!-- runbook: include id=made current=local size=count if=mode:a -->

               ```console run on=x id=after
               GET /
               ```

            2. All of [it](<whole file.md>):

               <!-- runbook: include -->

            3. By [reference][r]. <!-- runbook: include -->

            [r]: other.md#
            """)
        #expect(book.steps.map(\.role) == [.include, .run, .include, .include])
        let includes = book.steps.compactMap(\.include)
        #expect(includes.map(\.file.value) == ["../a b/part.md", "whole file.md", "other.md"])
        #expect(includes.map(\.fragment) == ["make-it", nil, nil])
        let first = try #require(book.steps.first)
        #expect(first.id?.value == "made")
        #expect(first.number == "1a")
        #expect(first.keys.alternatives.map(\.parameter.value) == ["mode"])
        #expect(includes[0].passings.map { "\($0.theirs.value)=\($0.ours.value)" } == ["current=local", "size=count"])
        #expect(first.title.source.hasPrefix("Do this as in that"))
        #expect(first.span.start.column == 1)
    }

    @Test func aDocumentInAnExcludedOrShownPlaceIsNotIncluded() throws {
        let book = try runbook("- [ ] one\n\n  - Read [x](a.md).\n")
        #expect(book.steps.map(\.role) == [.manual])
    }
}
