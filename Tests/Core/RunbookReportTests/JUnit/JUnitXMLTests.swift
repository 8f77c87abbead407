import RunbookModel
import RunbookReport
import RunbookRun
import Testing

struct JUnitXMLTests {
    @Test func writesSuitesWithTheirCasesAndCounts() {
        let suites = [
            JUnitSuite(
                "a.md  method=proxy", started: Timestamp(milliseconds: 1_795_252_323_456), host: "ops1",
                properties: [.init("environment", "SANDBOX")],
                cases: [
                    JUnitCase(
                        "1. Create (create)", group: "Set up", file: "a.md", line: 7, took: .milliseconds(1234),
                        outcome: .passed),
                    JUnitCase("2. Ask", group: "Set up", file: "a.md", line: 9, outcome: .skipped("not chosen")),
                    JUnitCase(
                        "3. Find", group: "Check", file: "a.md", line: 12, took: .milliseconds(5),
                        outcome: .failed(kind: "expect/unmet", message: "it is not", text: "\na\nb\n")),
                    JUnitCase(
                        "4. Lost", group: "Check", file: "a.md",
                        outcome: .unclear(kind: "in-doubt", message: "no answer", text: "")),
                ]),
            JUnitSuite("b.md"),
        ]
        #expect(
            JUnitXML.text(suites) == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="runbook" tests="4" failures="1" errors="1" skipped="1" time="1.239">
                  <testsuite name="a.md  method=proxy" tests="4" failures="1" errors="1" skipped="1" time="1.239" \
                timestamp="2026-11-21T09:12:03" hostname="ops1">
                    <properties>
                      <property name="environment" value="SANDBOX"/>
                    </properties>
                    <testcase name="1. Create (create)" classname="Set up" time="1.234" file="a.md" line="7"/>
                    <testcase name="2. Ask" classname="Set up" time="0.000" file="a.md" line="9">
                      <skipped message="not chosen"/>
                    </testcase>
                    <testcase name="3. Find" classname="Check" time="0.005" file="a.md" line="12">
                      <failure message="it is not" type="expect/unmet">
                a
                b
                </failure>
                    </testcase>
                    <testcase name="4. Lost" classname="Check" time="0.000" file="a.md">
                      <error message="no answer" type="in-doubt"></error>
                    </testcase>
                  </testsuite>
                  <testsuite name="b.md" tests="0" failures="0" errors="0" skipped="0" time="0.000">
                  </testsuite>
                </testsuites>

                """)
    }

    /// What XML 1.0 cannot hold is spelled out; what it can is escaped, by place.
    @Test(arguments: [
        ("a < b & c > d", "a &lt; b &amp; c &gt; d", "a &lt; b &amp; c &gt; d"),
        (#"say "x" 'y'"#, "say &quot;x&quot; 'y'", #"say "x" 'y'"#),
        ("</failure><x/>", "&lt;/failure&gt;&lt;x/&gt;", "&lt;/failure&gt;&lt;x/&gt;"),
        ("]]>", "]]&gt;", "]]&gt;"),
        ("a\nb\tc", "a&#10;b&#9;c", "a\nb\tc"),
        ("a\r\nb", #"a\u{d}&#10;b"#, "a\\u{d}\nb"),
        ("\u{0}\u{8}\u{1B}[31m", #"\u{0}\u{8}\u{1b}[31m"#, #"\u{0}\u{8}\u{1b}[31m"#),
        ("\u{85}\u{2028}\u{202E}", #"\u{85}\u{2028}\u{202e}"#, #"\u{85}\u{2028}\u{202e}"#),
        ("\u{FFFE}\u{FFFF}", #"\u{fffe}\u{ffff}"#, #"\u{fffe}\u{ffff}"#),
        ("日本 😀", "日本 😀", "日本 😀"),
    ])
    func makesHostileTextValid(text: String, attribute: String, content: String) {
        let testCase = JUnitCase(
            text, group: text, file: text, outcome: .failed(kind: text, message: text, text: text))
        let lines = JUnitXML.text([JUnitSuite(text, host: text, properties: [.init(text, text)], cases: [testCase])])
        let head = #"tests="1" failures="1" errors="0" skipped="0" time="0.000""#
        #expect(
            lines == """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuites name="runbook" \(head)>
                  <testsuite name="\(attribute)" \(head) hostname="\(attribute)">
                    <properties>
                      <property name="\(attribute)" value="\(attribute)"/>
                    </properties>
                    <testcase name="\(attribute)" classname="\(attribute)" time="0.000" file="\(attribute)">
                      <failure message="\(attribute)" type="\(attribute)">\(content)</failure>
                    </testcase>
                  </testsuite>
                </testsuites>

                """)
    }
}
