import Arguments
import Testing

struct ManualPageTests {
    private let page = ManualPage(
        sample, date: "2026-11-21", description: ["Does things."],
        sections: [.init("FILES", [("~/.x", "a file"), ("", ".not a request, and 'neither is this")])]
    ).text

    @Test func tellsEveryCommandAndOption() {
        for word in ["tool exec", "tool check", "tool env list", "tool env trust", "FILE", "STEP"] {
            #expect(page.contains(word), "\(word)")
        }
        for option in ["\\-p, \\-\\-param NAME=VALUE", "\\-\\-color WHEN", "\\-n, \\-\\-dry\\-run"] {
            #expect(page.contains("\\fB\(option)\\fR\n"), "\(option)")
        }
        #expect(!page.contains("__helper"))
    }

    @Test func keepsExamplesAsTheyAre() {
        #expect(page.contains(".EX\ntool exec a.md \\-p size=20\n.EE\n"))
    }

    @Test func obeysNothingInATextAndBreaksLines() {
        #expect(page.contains("\n\\&.not a request, and \\(aqneither is this\n"))
        #expect(page.contains("\n\\fB\\(ti/.x\\fR\na file\n"))
        #expect(page.split(separator: "\n").allSatisfy { $0.count <= 90 })
        #expect(page.hasPrefix(".TH \"TOOL\" 1 \"2026-11-21\" \"tool 1.2\"\n"))
    }
}
