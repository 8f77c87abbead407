import RunbookModel
import Testing

@testable import RunbookSyntax

struct KeyTests {
    @Test func readsEveryKey() throws {
        let book = try runbook(
            """
            ```console run id=a on=x,y if=p:one,two when='$n == 1' unless=b again=no needs=c,d timeout=5s retry=3 \
            within=2m every=250ms effect=destroy confirm="Go to ${x.url}?" status=2xx,404
            GET /
            ```

            ```console verify id=b unless_not for=1h same=".[] | 'k'"
            GET /
            ```
            """)
        let run = try #require(book.steps.first)
        #expect(run.id?.value == "a")
        #expect(run.on == ["x", "y"])
        #expect(run.keys.alternatives.map(\.parameter.value) == ["p"])
        #expect(run.keys.alternatives.first?.values.map(\.value) == ["one", "two"])
        #expect(run.keys.conditions.map(\.text) == ["$n == 1"])
        #expect(run.keys.unless?.value == .step("b"))
        #expect(!run.keys.repeats)
        #expect(run.keys.needs?.map(\.value) == ["c", "d"])
        #expect(run.keys.timeout?.value == .seconds(5))
        #expect(run.keys.retry?.value == 3)
        #expect(run.keys.within?.value == .seconds(120))
        #expect(run.keys.every?.value == .milliseconds(250))
        #expect(run.keys.effect?.value == .destroy)
        #expect(run.keys.confirm?.source == "Go to ${x.url}?")
        #expect(run.keys.others.map(\.name.value) == ["status"])
        #expect(run.keys.others.first?.value?.value == "2xx,404")
        let verify = try #require(book.steps.last)
        #expect(verify.keys.holdsFor?.value == .seconds(3600))
        #expect(verify.keys.same?.text == ".[] | 'k'")
        #expect(verify.keys.others.map(\.name.value) == ["unless_not"])
    }

    /// A value without quotes ends at its first blank; what follows is not taken for keys.
    @Test(arguments: [
        ("again=yes confirm=Do it?", "key/unknown", "`confirm=\"Do it?\"`"),
        ("confirm=Say \"yes\" now again=yes", "key/unknown", "`confirm='Say \"yes\" now'`"),
        ("again=yes when=$n > 1", "key/unknown", "`when=\"$n > 1\"`"),
        ("needs=a, b again=yes", "key/unknown", "`needs=a,b`"),
        ("on=es,again=yes", "name/invalid", "write a space before it, not a comma"),
    ])
    func saysHowToWriteAValueWithBlanks(keys: String, code: String, help: String) {
        let text = declaration + "\n```console run \(keys)\nGET /\n```"
        let found = RunbookParser.parse(SourceText(file: "book.md", text: text)).diagnostics
        #expect(found.map(\.code) == [code])
        #expect(found.first?.help.first?.contains(help) == true, "\(found.first?.help ?? [])")
    }

    @Test func unlessAloneMeansTheNextCheck() throws {
        #expect(try runbook("```console run unless\nGET /\n```").steps.first?.keys.unless?.value == .next)
    }

    /// libcmark resolves escapes and entities in info strings; the file's own text counts.
    @Test func readsTheLineOfTheFile() throws {
        let book = try runbook(
            #"""
            ~~~console run when='.a == "\\x`&amp;"' confirm="it's \{x}"
            GET /
            ~~~
            """#)
        #expect(book.steps.first?.keys.conditions.map(\.text) == [#".a == "\\x`&amp;""#])
        #expect(book.steps.first?.keys.confirm?.literal == #"it's \{x}"#)
    }

    @Test(arguments: [
        ("key/bad-duration", "```console run timeout=1️⃣302️⃣\n```"),
        ("key/bad-duration", "```console run timeout=1️⃣0s2️⃣\n```"),
        ("key/bad-duration", "```console verify within='1️⃣2 m2️⃣'\n```"),
        ("key/bad-duration", "- é\n\n\t```console verify every=1️⃣5sec2️⃣\n\t```"),
        ("key/bad-value", "```console run again=1️⃣true2️⃣\n```"),
        ("key/bad-value", "```console run retry=1️⃣-12️⃣\n```"),
        ("key/bad-value", "```console run effect=1️⃣rite2️⃣\n```"),
        ("key/bad-value", "```console run if=1️⃣p2️⃣\n```"),
        ("key/bad-value", "```console run if=1️⃣p:a,2️⃣\n```"),
        ("key/duplicate", "```console run id=a 1️⃣id2️⃣=b\n```"),
        ("key/duplicate", "```console run status=200 1️⃣status2️⃣=201\n```"),
        ("key/malformed", "```console run confirm=1️⃣\"2️⃣Sure?\n```"),
        ("key/malformed", "```console run confirm=\"Sure?\"1️⃣x2️⃣ id=a\n```"),
        ("key/malformed", "```console run 1️⃣=x2️⃣\n```"),
        ("key/misplaced", "```console run 1️⃣for2️⃣=5s\n```"),
        ("key/misplaced", "```console run 1️⃣same2️⃣=.x\n```"),
        ("key/misplaced", "```console verify 1️⃣unless2️⃣\n```"),
        ("key/misplaced", "```console verify 1️⃣confirm2️⃣=x\n```"),
        ("key/no-value", "```console run 1️⃣on2️⃣\n```"),
        ("key/no-value", "```console run 1️⃣timeout=2️⃣\n```"),
        ("key/no-value", "```console run 1️⃣id='2️⃣'\n```"),
        ("key/unknown", "```console run\n```\n\n```json expect 1️⃣unorderd2️⃣=.x\n1\n```"),
        ("name/invalid", "```console run id=1️⃣Create2️⃣\n```"),
        ("name/invalid", "```console run on=a,1️⃣b-c2️⃣\n```"),
        ("name/invalid", "```console run on=a,1️⃣2️⃣\n```"),
        ("name/reserved", "```console run id=1️⃣status2️⃣\n```"),
        ("value/malformed", "```console run confirm=\"to 1️⃣${X}2️⃣?\"\n```"),
        ("value/malformed", "> q\n\n1. a\n\n   - b\n\n     ~~~console run confirm='to 1️⃣${X}2️⃣?'\n     ~~~"),
    ])
    func saysWhatIsWrongAndWhere(code: String, marked: String) {
        expectOnly(code, marked)
        expectOnly(code, marked.replacing("\n", with: "\r\n"))
    }

    @Test(arguments: [("30", "units are"), ("5sec", "whole number")])
    func helpsWithDurations(value: String, help: String) {
        let diagnostics = parse("```console run timeout=\(value)\n```").diagnostics
        #expect(diagnostics.first?.help.first?.contains(help) == true)
    }
}
