import RunbookModel
import Testing

@testable import RunbookSyntax

struct UndoTests {
    @Test func blocksAndTaskItemsTakeStepsBack() throws {
        let book = try runbook(
            """
            # T

            ## Do

            1. Make it.

               ```console run on=x id=make
               PUT /a
               ```

               ```console verify on=x
               GET /a
               ```

               ```console undo on=x
               DELETE /a
               ```

               ```json expect
               { "a": 1 }
               ```

            2. [ ] Press it. <!-- runbook: id=press -->

            3. [ ] Release it. <!-- runbook: undo of=press -->

            ## Roll back

            <!-- runbook: undo -->

            1. Remove it everywhere: <!-- runbook: on=y timeout=5m -->

               ```console undo of=make,press status=2xx
               DELETE /b
               ```

               ```json expect
               { "b": 1 }
               ```

            2. [ ] Tell the others. <!-- runbook: undo of=make -->

               ```console text
               GET /shown
               ```

            3. The rest stays as it is.

            ## After

            ```console run on=x
            GET /
            ```
            """)
        #expect(book.steps.map(\.role) == [.run, .verify, .manual, .run])
        #expect(book.undos.map(\.role) == [.undo, .manual, .undo, .manual])
        #expect(book.undos[0].undoes == [.step(0)])
        let names = book.undos.dropFirst().map { undo in
            undo.undoes.map { if case .named(let name) = $0 { name.value } else { "" } }
        }
        #expect(names == [["press"], ["make", "press"], ["make"]])
        #expect(book.undos.map(\.on) == [["x"], [], ["y"], []])
        #expect(book.undos[2].keys.timeout?.value == .seconds(300))
        // Behind a `run` of its item a check belongs to that, else to the undo.
        #expect(book.steps[1].checks.count == 1)
        #expect(book.undos.map(\.checks.count) == [0, 0, 1, 0])
        #expect(book.undos[2].title.source == "Remove it everywhere")
        #expect(book.undos[3].prose.source.hasPrefix("Tell the others."))
        #expect(book.undos[3].prose.source.contains("GET /shown"))
    }

    @Test func sectionsFindCauses() throws {
        let book = try runbook(
            """
            # T

            ```console run on=x id=a
            GET /
            ```

            ## Why?

            <!-- runbook: troubleshoot a, b,c -->

            - Is it there?

              ```console verify on=x
              GET /a
              ```

              ```jq assert
              .a
              ```

            - Is the **plug** in?

              - Both ends?

            Does it answer?

            ```console verify on=x
            GET /b
            ```

            ## Next

            ```console run on=x
            GET /
            ```
            """)
        #expect(book.steps.count == 2)
        let section = try #require(book.troubleshooting.first)
        #expect(section.steps.map(\.value) == ["a", "b", "c"])
        #expect(section.items.map(\.title.source) == ["Is it there?", "Is the plug in?", "Does it answer?"])
        #expect(section.items.map { $0.check?.checks.count } == [1, nil, 0])
    }
}
