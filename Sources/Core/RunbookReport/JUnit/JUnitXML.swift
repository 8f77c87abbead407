import RunbookModel
import RunbookRun

/// Writes suites in the XML that JUnit made common and that build servers read.
///
/// There is no standard of it; this is the part on which Jenkins, GitLab and the schemas in use agree. Times are seconds.
package enum JUnitXML {
    /// The whole document.
    package static func text(_ suites: [JUnitSuite]) -> String {
        var lines = [#"<?xml version="1.0" encoding="UTF-8"?>"#]
        let all = suites.flatMap(\.cases)
        lines.append("<testsuites\(attributes([("name", "runbook")] + counts(all)))>")
        lines += suites.flatMap(suite)
        lines.append("</testsuites>")
        return lines.joined(separator: "\n") + "\n"
    }

    private static func suite(_ suite: JUnitSuite) -> [String] {
        var head = [("name", suite.name)] + counts(suite.cases)
        // The schemas in use allow neither a fraction nor a zone here.
        if let started = suite.started { head.append(("timestamp", String(started.iso8601.prefix(19)))) }
        if let host = suite.host { head.append(("hostname", host)) }
        var lines = ["  <testsuite\(attributes(head))>"]
        if !suite.properties.isEmpty {
            lines.append("    <properties>")
            lines += suite.properties.map {
                "      <property\(attributes([("name", $0.name), ("value", $0.value)]))/>"
            }
            lines.append("    </properties>")
        }
        lines += suite.cases.map(testCase)
        lines.append("  </testsuite>")
        return lines
    }

    private static func testCase(_ testCase: JUnitCase) -> String {
        var head = [
            ("name", testCase.name), ("classname", testCase.group), ("time", seconds(testCase.took)),
            ("file", testCase.file),
        ]
        if let line = testCase.line { head.append(("line", String(line))) }
        let start = "    <testcase" + attributes(head)
        let content: String
        switch testCase.outcome {
        case .passed: return start + "/>"
        case .skipped(let reason): content = "<skipped\(attributes([("message", reason)]))/>"
        case .failed(let kind, let message, let text): content = element("failure", kind, message, text)
        case .unclear(let kind, let message, let text): content = element("error", kind, message, text)
        }
        return start + ">\n      \(content)\n    </testcase>"
    }

    private static func element(_ name: String, _ kind: String, _ message: String, _ text: String) -> String {
        "<\(name)\(attributes([("message", message), ("type", kind)]))>\(XMLText.content(text))</\(name)>"
    }

    private static func counts(_ cases: [JUnitCase]) -> [(String, String)] {
        func count(_ matches: (JUnitCase.Outcome) -> Bool) -> String { String(cases.count { matches($0.outcome) }) }
        return [
            ("tests", String(cases.count)),
            ("failures", count { if case .failed = $0 { true } else { false } }),
            ("errors", count { if case .unclear = $0 { true } else { false } }),
            ("skipped", count { if case .skipped = $0 { true } else { false } }),
            ("time", seconds(cases.reduce(.zero) { $0 + $1.took })),
        ]
    }

    private static func attributes(_ pairs: [(String, String)]) -> String {
        pairs.map { " \($0.0)=\"\(XMLText.attribute($0.1))\"" }.joined()
    }

    private static func seconds(_ duration: Duration) -> String {
        let milliseconds = max(0, duration.inMilliseconds)
        return "\(milliseconds / 1000).\(String(1000 + milliseconds % 1000).dropFirst())"
    }
}
