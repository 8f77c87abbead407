import Testing

@testable import RunbookReport

struct MarkdownTextTests {
    @Test(arguments: [
        ("plain text, 100%.", "plain text, 100%."),
        ("*b* _i_ `c` ~s~ [1](u) ![2](u)", #"\*b\* \_i\_ \`c\` \~s\~ \[1\](u) !\[2\](u)"#),
        ("<!-- runbook: manual -->", "&lt;!-- runbook: manual --&gt;"),
        ("<img src=x onerror=y>&lt;", "&lt;img src=x onerror=y&gt;&amp;lt;"),
        ("@ana and a@b", "@&#8203;ana and a@&#8203;b"),
        ("#12 # x", ##"\#&#8203;12 \# x"##),
        (
            "GH-1 high-level a!2 50% %3 [issue:4]",
            #"GH-&#8203;1 high-level a!&#8203;2 50% %&#8203;3 \[&#8203;issue:4\]"#
        ),
        ("https://a.b www.a.b", "https:&#8203;//a.b www&#8203;.a.b"),
        ("0123456789abcdef beef", "012345&#8203;6789ab&#8203;cdef beef"),
        ("a | b", "a &#124; b"),
        ("${x} \\", #"\${x} \\"#),
        ("one\ntwo\r\n\nthree", "one two three"),
        ("\u{1B}[31m\u{202E}", #"\\u{1b}\[31m\\u{202e}"#),
        ("", ""),
    ])
    func escapesProse(text: String, expected: String) {
        #expect(MarkdownText.inline(text) == expected)
    }

    @Test(arguments: [
        ("twitter", "`twitter`"), ("a`b", "``a`b``"), ("``", "``` `` ```"), ("`a", "`` `a ``"), (" a ", "`  a  `"),
        ("a|b", "<code>a&#124;b</code>"), (#"\|<b>"#, #"<code>\\&#124;&lt;b&gt;</code>"#), ("", "*empty*"),
        ("  ", "*empty*"), ("<!-- x -->", "`<!-- x -->`"), ("a\nb", "`a b`"), ("\u{1B}", #"`\u{1b}`"#),
    ])
    func wrapsCode(text: String, expected: String) {
        #expect(MarkdownText.code(text) == expected)
    }

    @Test(arguments: [
        ("`a_b` is *x*", #"`a_b` is \*x\*"#), ("no `<b>`|", "no `<b>`&#124;"), ("odd ` one", #"odd \` one"#),
        ("``` `a` ```", #"\`\`\` \`a\` \`\`\`"#), ("`a|b`", "<code>a&#124;b</code>"), ("", ""), ("`", #"\`"#),
    ])
    func keepsNamesInMessages(text: String, expected: String) {
        #expect(MarkdownText.phrase(text) == expected)
    }

    @Test(arguments: [
        ("a\nb", "```\na\nb\n```\n"), ("a\n", "```\na\n```\n"), ("", "```\n```\n"),
        ("```yaml runbook\nx\n```", "````\n```yaml runbook\nx\n```\n````\n"),
        ("a ````` b", "``````\na ````` b\n``````\n"),
        ("a\r\nb\u{1B}\tc\rd", "```\na\nb\\u{1b}\tc\\u{d}d\n```\n"),
    ])
    func fencesBlocks(text: String, expected: String) {
        #expect(MarkdownText.fence(text) == expected)
    }

    @Test func indentsBlocks() {
        #expect(MarkdownText.fence("a\n\n  b", language: "json", indent: 2) == "  ```json\n  a\n\n    b\n  ```\n")
    }

    @Test func cutsLongText() {
        #expect(MarkdownText.inline(String(repeating: "x", count: 600), limit: 5) == "xxxx…")
        #expect(MarkdownText.code("abcdef", limit: 3) == "`ab…`")
    }
}
