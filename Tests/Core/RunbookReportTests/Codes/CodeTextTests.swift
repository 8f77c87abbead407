import RunbookReport
import Testing

struct CodeTextTests {
    private let writer = CodeText(style: TerminalStyle(isColored: false), width: 60)

    @Test func explainsACodeInFull() throws {
        let entry = try #require(CodeCatalogue.entry("key/duplicate"))
        #expect(
            writer.text(entry) == """
                key/duplicate

                A block or directive has the same key twice.

                For example, in a runbook:

                    ```console run again=yes again=no
                    PUT /books
                    ```

                What to do: Keep one of them.

                """)
    }

    @Test func breaksProseAtTheWidth() throws {
        let entry = try #require(CodeCatalogue.entry("store/full"))
        #expect(
            writer.text(entry) == """
                store/full

                The disk of the store is full. The run stopped before it
                sent a request that it could not record.

                For example: a full `/home`.

                What to do: Free some space, then `runbook resume RUN`.

                """)
    }

    @Test func listsCodesWithTheirFirstSentence() throws {
        let entries = try ["store/full", "store/network", "key/duplicate"].map {
            try #require(CodeCatalogue.entry($0))
        }
        #expect(
            writer.list(entries) == """
                store/full     The disk of the store is full.
                store/network  The store is on a network file system.

                key/duplicate  A block or directive has the same key twice.

                """)
    }

    @Test(arguments: [
        ("key/duplicat", "did you mean `key/duplicate`?"),
        ("verify/unmett", "did you mean `verify/unmet`?"),
        ("same/x", "known: `same/empty`, `same/error`, `same/one-target`, `same/unmet`"),
    ])
    func suggestsForAnUnknownCode(code: String, help: String) {
        #expect(CodeCatalogue.help(forUnknown: code) == help)
    }

    @Test func saysWhereTheListIsForSomethingElse() {
        #expect(CodeCatalogue.help(forUnknown: "nonsense") == "`runbook explain` lists all codes")
    }
}
