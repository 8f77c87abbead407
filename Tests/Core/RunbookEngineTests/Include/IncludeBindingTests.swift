import RunbookModel
import RunbookRun
import Testing

@testable import RunbookEngine

struct IncludeBindingTests {
    private static let part = """
        ## Make it

        ```console run id=make on=es unless
        PUT /${index}
        ```

        ```console verify id=there on=es
        GET /${index}
        ```

        ```jq capture
        size = .size
        ```

        ## Other

        ```console run id=other on=other
        GET /x
        ```
        """

    private static func item(_ words: String = "", link: String = "part.md#make-it") -> String {
        "## Steps\n\n1. [x](\(link)) <!-- runbook: include \(words) -->\n\n"
    }

    @Test func stepsStandUnderTheIncludeAndOnTheTargetsOfTheRun() throws {
        let book = try IncludedBook([
            "main.md": Self.item("id=made es=other") + "```console run on=es\nGET /${made.size}\n```\n",
            "part.md": Self.part,
        ])
        #expect(book.errors == [])
        #expect(book.binding.allSteps.prefix(3).map(\.id) == ["made", "made/make", "made/there"])
        let outline = book.scope.outline
        #expect(outline.step("made/make")?.targets == ["other"])
        #expect(outline.step("made/make")?.section == ["Title", "Steps", "Make it"])
        #expect(outline.step("made/make")?.document == 1)
        #expect(outline.step("made")?.template == "part.md#make-it")
    }

    /// What an include passes decides what is sent as much as the text of the step: each row of words gives another hash,
    /// and what is passed by the same name gives that of the step itself.
    @Test func whatIsPassedDecidesWhatIsSent() throws {
        func steps(_ words: String, _ other: [String: String] = [:]) throws -> [BoundStep] {
            let files = ["main.md": Self.item("id=made " + words), "part.md": Self.part].merging(other) { $1 }
            let book = try IncludedBook(files)
            #expect(book.errors == [])
            return book.binding.allSteps
        }
        func make(_ words: String, _ other: [String: String] = [:]) throws -> String {
            try #require(try steps(words, other).first { $0.id.hasSuffix("/make") }).fingerprint
        }
        let itself = try IncludedBook([
            "main.md": "## Steps\n\n```console run id=make on=es again=yes\nPUT /${index}\n```\n"
        ]).binding.steps[0].fingerprint
        #expect(try make("") == itself)
        #expect(try make("index=index es=es") == itself)
        let middle = ["middle.md": Self.item("id=in index=way"), "main.md": Self.item("id=made", link: "middle.md")]
        let farther = middle.merging(["main.md": Self.item("id=made way=index es=other", link: "middle.md")]) { $1 }
        let own = IncludedBook.declaration.replacing("index: {", with: "name: {")
        let unpassed = ["main.md": own + Self.item("id=made"), "part.md": IncludedBook.declaration + Self.part]
        let all = [
            itself, try make("es=other"), try make("index=way"), try make("", middle), try make("", farther),
            try make("", unpassed),
        ]
        // Passed once or twice, the same name is the same value, also where it has another name in between.
        #expect(all[2] == all[3] && all[1] == all[4] && Set(all).count == all.count - 2, "\(all)")
    }

    @Test func whatIsPassedDecidesWhenAStepIsTaken() throws {
        let part = "## Make it\n\n```console run id=make on=es again=yes when='$index == \"x\"'\nPUT /x\n```\n"
        func judgement(_ words: String) throws -> [String] {
            let book = try IncludedBook(["main.md": Self.item("id=made " + words), "part.md": part])
            let step = try #require(book.binding.allSteps.first { $0.id == "made/make" })
            return [step.fingerprint, step.judgement]
        }
        let (plain, passed) = (try judgement(""), try judgement("index=way"))
        #expect(plain[0] == passed[0] && plain[1] != passed[1])
    }

    @Test func withoutAnIdTheIdentitySaysWhatIsIncluded() throws {
        let first = try IncludedBook(["main.md": Self.item(), "part.md": Self.part]).binding.steps[0].id
        let moved = try IncludedBook([
            "main.md": "## Steps\n\ntext\n\n" + Self.item().dropFirst(10), "part.md": Self.part,
        ])
        #expect(first.hasPrefix("steps/"))
        #expect(moved.binding.steps[0].id == first)
        let other = try IncludedBook(["main.md": Self.item("es=other"), "part.md": Self.part]).binding.steps[0].id
        #expect(other != first)
    }

    @Test(arguments: [
        ("made.size", [String]()), ("made.sizes", ["value/unknown"]), ("made.make", []),
        ("made.index", ["value/unknown"]),
    ])
    func valuesAreThoseThatItsStepsGive(_ reference: String, _ codes: [String]) throws {
        let book = try IncludedBook([
            "main.md": Self.item("id=made") + "```console run on=es\nGET /${\(reference)}\n```\n",
            "part.md": Self.part,
        ])
        #expect(book.errors == codes)
    }

    @Test(arguments: [
        ("nothing=es", "include/passing"), ("es=nothing", "include/target"), ("index=nothing", "include/parameter"),
        ("index=es", "include/parameter"),
    ])
    func passingsNameWhatIsThere(_ words: String, _ code: String) throws {
        let book = try IncludedBook(["main.md": Self.item(words), "part.md": Self.part])
        #expect(book.errors == [code])
    }

    @Test func aParameterWithoutAValueIsAnError() throws {
        let declared = """
            ```yaml runbook
            version: 1
            targets: { es: { kind: elasticsearch } }
            parameters: { size: { type: integer }, unused: { type: integer } }
            ```

            ```console run
            GET /${size}
            ```
            """
        let missing = try IncludedBook(["main.md": Self.item(link: "part.md"), "part.md": declared])
        #expect(missing.errors == ["include/parameter"])
        let passed = try IncludedBook([
            "main.md": Self.item("size=index", link: "part.md"), "part.md": declared,
        ])
        #expect(passed.errors == [])
    }

    @Test func aTargetThatIsNotThereOrOfAnotherKindIsAnError() throws {
        let declared =
            "```yaml runbook\nversion: 1\ntargets: { far: { kind: elasticsearch } }\n```\n\n"
            + "```console run\nGET /\n```\n"
        let book = try IncludedBook(["main.md": Self.item(link: "part.md"), "part.md": declared])
        #expect(book.errors == ["include/target"])
        #expect(try IncludedBook(["main.md": Self.item("far=es", link: "part.md"), "part.md": declared]).errors == [])
    }

    @Test func twoTargetsOfAStepCannotBeOne() throws {
        let both = "```console run on=es,other\nGET /\n```\n"
        let book = try IncludedBook(["main.md": Self.item("es=other", link: "part.md"), "part.md": both])
        #expect(book.errors == ["include/target"])
    }

    @Test func aSectionThatNeedsTheRestOfItsDocumentIsAnError() throws {
        let part =
            "## A\n\n```console run on=es\nGET /\n```\n\n```jq capture\nx = .x\n```\n\n## B\n\n"
            + "```console run on=es\nGET /${x}\n```\n"
        #expect(
            try IncludedBook(["main.md": Self.item(link: "part.md#b"), "part.md": part]).errors == ["include/unusable"])
        #expect(try IncludedBook(["main.md": Self.item(link: "part.md"), "part.md": part]).errors == [])
    }

    @Test func aSectionWithoutAStepIsAnError() throws {
        let part = Self.part + "\n\n## Empty\n"
        #expect(
            try IncludedBook(["main.md": Self.item(link: "part.md#empty"), "part.md": part]).errors == ["include/empty"]
        )
    }

    @Test func documentsNestAndTargetsArePassedOn() throws {
        let middle = "## M\n\n1. [y](part.md#make-it) <!-- runbook: include id=inner es=other -->\n"
        let book = try IncludedBook([
            "main.md": Self.item("id=outer other=es", link: "middle.md"), "middle.md": middle, "part.md": Self.part,
        ])
        #expect(book.errors == [])
        #expect(
            book.binding.allSteps.map(\.id) == ["outer", "outer/inner", "outer/inner/make", "outer/inner/there"])
        #expect(book.binding.allSteps.map(\.places) == [[], [], ["es"], ["es"]])
    }

    @Test func aGateInsideIsABarrierOutside() throws {
        let part = "## Make it\n\n```console run on=es again=yes\nDELETE /x\n```\n"
        let book = try IncludedBook(["main.md": Self.item(), "part.md": part])
        #expect(book.binding.steps[0].isGated)
    }
}
