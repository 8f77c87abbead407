import RunbookModel
import Testing

@testable import RunbookSyntax

struct CheckTests {
    private func checks(_ text: String) throws -> [Check] {
        let book = try runbook("```console run\nGET /\n```\n\n" + text)
        return try #require(book.steps.first).checks
    }

    private func filters(_ text: String) throws -> [String] {
        guard case .assert(let filters)? = try checks("```jq assert\n\(text)\n```").first else { return [] }
        return filters.map(\.text)
    }

    @Test func checksKeepTheirOrder() throws {
        let checks = try checks(
            """
            ```json expect unordered=.hits.hits,.x
            { "a": "${x}", "b": ${y} }
            ```
            prose

            ```jq capture
            name = .a
            ```

            ```jq assert
            .a
            ```

            ```text expect
            one ${x}
            two
            ```
            """)
        #expect(checks.count == 4)
        guard case .expect(let json) = checks[0], case .capture = checks[1], case .assert = checks[2],
            case .expect(let text) = checks[3]
        else {
            Issue.record("another order")
            return
        }
        #expect(json.form == .json)
        #expect(json.template.holes.map(\.context) == [.jsonString, .jsonValue])
        #expect(json.unordered.map(\.value) == [".hits.hits", ".x"])
        #expect(json.span.start.line == 10)
        #expect(text.form == .text)
        #expect(text.template.source == "one ${x}\ntwo")
    }

    @Test func aCheckBelongsToTheNearestBlockInItsItem() throws {
        let book = try runbook(
            """
            ```console run
            GET /0
            ```

            - x

              ```console verify
              GET /1
              ```

              ```console run
              GET /2
              ```

              ```json expect
              2
              ```

            ```json expect
            0
            ```
            """)
        #expect(book.steps.map(\.checks.count) == [1, 0, 1])
    }

    @Test(arguments: [
        (".a\n.b", [".a", ".b"]), (".a |\n  .b\n.c", [".a |\n.b", ".c"]),
        ("# c\n.a # d\n\n  # e\n  | .b\n", [".a\n| .b"]),
        (##".a == "#no" # yes"##, [##".a == "#no""##]), (##""\("#" + ")")#" # c"##, [##""\("#" + ")")#""##]),
        (##".a == "\"#" # c"##, [##".a == "\"#""##]), ("  .a\n    .b\n  .c", [".a\n.b", ".c"]), ("\t.a", [".a"]),
        (".a\n\n\n.b", [".a", ".b"]),
    ])
    func assertsAreOneALine(text: String, expected: [String]) throws {
        #expect(try filters(text) == expected)
    }

    @Test func filtersKnowTheirPlaces() throws {
        let text = MarkedText(
            declaration
                + "\n1. x\n\n   ```console run\n   GET /\n   ```\n\n   ```jq assert\n   # é\n   .a |\n     1️⃣.b2️⃣\n   ```"
        )
        let steps = try #require(RunbookParser.parse(text.source).runbook).steps
        guard case .assert(let filters)? = steps.first?.checks.first, let filter = filters.first else {
            Issue.record("no filter")
            return
        }
        #expect(filter.block.span(5..<7) == text.span("1️⃣", "2️⃣"))
    }

    @Test func capturesAreNamesAndFilters() throws {
        let text = "a = .x # c\nb! = .y | # d\n  .z\nc=.a == 1\nlong_name   =  [.[] | .b]"
        guard case .capture(let captures)? = try checks("```jq capture\n\(text)\n```").first else {
            Issue.record("no captures")
            return
        }
        #expect(captures.map(\.name.value) == ["a", "b", "c", "long_name"])
        #expect(captures.map(\.isSecret) == [false, true, false, false])
        #expect(captures.map(\.filter.text) == [".x", ".y |\n.z", ".a == 1", "[.[] | .b]"])
        #expect(captures[1].name.span.description == "book.md:11:1")
        #expect(captures[1].filter.block.span(5..<7).description == "book.md:12:3")
    }

    @Test(arguments: [
        ("assert/detached", "1️⃣```jq assert2️⃣\n.a\n```"), ("capture/detached", "# h\n\n1️⃣```jq capture2️⃣\na = .a\n```"),
        ("expect/detached", "```console run\nGET /\n```\n\n# h\n\n1️⃣```json expect2️⃣\n1\n```"),
        ("expect/detached", "```console run\nGET /\n```\n\n- x\n\n  1️⃣```json expect2️⃣\n  1\n  ```"),
        ("expect/detached", "- x\n\n  ```console run\n  GET /\n  ```\n\n1️⃣```json expect2️⃣\n1\n```"),
        ("expect/empty", "```console run\nGET /\n```\n\n1️⃣```text expect2️⃣\n```"),
        ("expect/empty", "```console run\nGET /\n```\n\n1️⃣```text expect2️⃣\n\n  \n```"),
        ("expect/empty", "```console run\nGET /\n```\n\n1️⃣```json expect2️⃣\n```"),
        ("assert/empty", "```console run\nGET /\n```\n\n1️⃣```jq assert2️⃣\n# only\n```"),
        ("capture/no-lines", "```console run\nGET /\n```\n\n1️⃣```jq capture2️⃣\n```"),
        ("capture/malformed", "```console run\nGET /\n```\n\n```jq capture\n1️⃣.a2️⃣\n```"),
        ("capture/malformed", "```console run\nGET /\n```\n\n```jq capture\n1️⃣a == .b2️⃣\n```"),
        ("capture/malformed", "```console run\nGET /\n```\n\n```jq capture\n1️⃣a =2️⃣ # c\n```"),
        ("capture/malformed", "```console run\nGET /\n```\n\n```jq capture\n 1️⃣=2️⃣ .a\n```"),
        ("name/invalid", "```console run\nGET /\n```\n\n```jq capture\nok = .a\n1️⃣A-b2️⃣ = .b\n```"),
        ("name/reserved", "```console run\nGET /\n```\n\n```jq capture\n1️⃣headers2️⃣! = .b\n```"),
        ("fence/language", "```console run\nGET /\n```\n\n```1️⃣yaml2️⃣ expect\na: 1\n```"),
        ("fence/language", "```console run\nGET /\n```\n\n```1️⃣json2️⃣ assert\n{}\n```"),
        ("fence/language", "```console run\nGET /\n```\n\n```1️⃣sh2️⃣ capture\nls\n```"),
        ("key/unknown", "```console run\nGET /\n```\n\n```jq assert 1️⃣on2️⃣=x\n.a\n```"),
        ("json/invalid", "1. x\n\n   ```console run\n   GET /\n   ```\n\n   ```json expect\n   { \"é\": 1️⃣}2️⃣\n   ```"),
        ("value/malformed", "```console run\nGET /\n```\n\n```text expect\na 1️⃣${B}2️⃣\n```"),
    ])
    func saysWhatIsWrongAndWhere(code: String, marked: String) {
        expectOnly(code, marked)
        if code != "capture/malformed" { expectOnly(code, marked.replacing("\n", with: "\r\n")) }
    }

    @Test func aDetachedCheckNamesTheNearestBlock() {
        let text = "- x\n\n  ```console run\n  GET /\n  ```\n\n```json expect\n1\n```"
        #expect(parse(text).diagnostics.first?.related.first?.span.description == "book.md:7:3")
    }

    @Test func aCheckMayNameItsStep() throws {
        let book = try runbook(
            """
            ## Example request

            ```console run id=one
            GET /
            ```

            ```console run id=two
            GET /
            ```

            ## Example response

            ```console-result expect of=one
            { "a": 1 }
            ```

            ```jq capture of=two
            b = .b
            ```
            """)
        #expect(book.steps.map(\.checks.count) == [1, 1])
    }

    @Test func anUnknownOwnerIsToldOf() {
        expectOnly("check/unknown-step", "```console run id=one\nGET /\n```\n\n```json expect of=1️⃣onee2️⃣\n{}\n```")
        expectOnly("check/unknown-step", "```json expect of=1️⃣one2️⃣\n{}\n```\n\n```console run id=one\nGET /\n```")
    }

    @Test func aVerbatimBlockHoldsNoValues() throws {
        let book = try runbook("```console run verbatim=yes\nPUT /${a}\n{ \"b\": \"${parameters.x:-}\" }\n```")
        let text = try #require(book.steps.first?.block?.text)
        #expect(text.text == "PUT /$${a}\n{ \"b\": \"$${parameters.x:-}\" }")
        #expect(text.span(0..<3).start.line == 6)
    }
}
