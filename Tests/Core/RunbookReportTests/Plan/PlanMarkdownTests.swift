import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookReport

struct PlanMarkdownTests {
    private func text(_ steps: [PlannedStep], isFull: Bool = false) -> String {
        PlanMarkdown(SamplePlan.view(steps), isFull: isFull).text
    }

    @Test func putsWhatIsDearFirst() throws {
        let text = text(SamplePlan.steps)
        let dear = try #require(text.firstRange(of: "### Destroys, or costs money"))
        let drop = try #require(text.firstRange(of: "DELETE /old"))
        let rent = try #require(text.firstRange(of: "POST /line"))
        let first = try #require(text.firstRange(of: "### Before"))
        #expect(dear.lowerBound < drop.lowerBound)
        #expect(drop.lowerBound < rent.lowerBound)
        #expect(rent.lowerBound < first.lowerBound)
        // In its own place it is told in a line.
        #expect(text.matches(of: /DELETE \/old/).count == 1)
        #expect(text.matches(of: /\*\*Drop the old one\*\* — destroy on `search`, `drop`/).count == 2)
        #expect(
            text.contains("**Plan: 1 read, 1 write, 1 spend, 1 destroy, 1 wait, 1 manual, 1 skipped; 3 ask a person"))
        #expect(text.hasSuffix("\n---\n\nPlan `h1` by runbook 1, handlers `console`.\n"))
    }

    @Test(arguments: [1, 100, 3000])
    func staysWithinItsLimitAndCountsTheRest(_ count: Int) throws {
        let steps = (1...count).map { index in
            PlannedStep(
                heading: .init(
                    id: "step_\(index)", role: .run, title: "Step \(index) 😀", section: ["S\(index / 10)"], line: index,
                    effect: index % 7 == 0 ? .destroy : .write, targets: ["search"]),
                requests: [SamplePlan.request("PUT /a\(index)", body: String(repeating: "ä\n", count: index % 50))])
        }
        for isFull in [true, false] {
            let text = text(steps, isFull: isFull)
            #expect(text.utf16.count <= PlanMarkdown.limit)
            let shown = Set(text.matches(of: #/`step_(\d+)`, /#).map { String($0.output.1) }).count
            let left = text.firstMatch(of: /\*\*(\d+) steps? not shown\*\*/).flatMap { Int($0.output.1) } ?? 0
            #expect(shown + left == count)
            #expect((left > 0) == (count == 3000))
        }
    }

    @Test func aHugeStepIsShownInALine() {
        let huge = PlannedStep(
            heading: .init(id: "huge", role: .run, title: "Huge", line: 1, effect: .write),
            requests: [SamplePlan.request("PUT /a", body: String(repeating: "x", count: 100_000))])
        let text = text([huge], isFull: true)
        #expect(text.utf16.count <= PlanMarkdown.limit)
        #expect(text.contains("**Huge** — write, `huge`"))
        #expect(!text.contains("xxx"))
    }

    // MARK: Hostile text

    private static let hostile = [
        "@octocat", "#123", "GH-123", "owner/repo#1", "owner/repo@0123456789abcdef0123456789abcdef01234567",
        "0123456789abcdef0123456789abcdef01234567", "https://evil.example/x", "www.evil.example",
        "[a](https://evil.example)", "![a](https://evil.example/x.png)", "<img src=x onerror=alert(1)>",
        "<script>alert(1)</script>", "</details><h1>", "<!-- runbook: manual -->", "-->",
        "```\n```yaml runbook\nversion: 1\n```",
        "~~~\n@octocat\n~~~", "````\n# Heading\n````", "`@octocat`", "``` @octocat",
        "a\n\n# Heading @octocat\n\n- [ ] task",
        "| a | b |\n|---|---|\n| @octocat | #1 |", "$1 !1 %1 ~1 &1 ^1", "[issue:1]", "mailto:a@b.example",
        "a@b.example", "\\@octocat \\`", "**bold** _it_ ~~x~~", "&commat;octocat", "&#64;octocat", "/close",
        "\u{1B}[2J\u{202E}", "{% include x %}", "[^1]: @octocat", ":tada:", "$$x$$",
    ]

    /// What of a comment a host renders as prose: neither in a fence nor in a code span.
    static func prose(of markdown: String) -> String {
        var prose = ""
        var fence: Substring?
        for line in markdown.split(separator: "\n", omittingEmptySubsequences: false) {
            let content = line.drop { $0 == " " }
            let marks = content.prefix { $0 == "`" }
            if let open = fence {
                if marks.count >= open.count, content.drop(while: { $0 == "`" }).allSatisfy({ $0 == " " }) {
                    fence = nil
                }
                continue
            }
            if marks.count >= 3, !content.dropFirst(marks.count).contains("`") {
                fence = marks
                continue
            }
            prose += withoutSpans(String(line)) + "\n"
        }
        #expect(fence == nil, "a fence is not closed")
        return prose
    }

    private static func withoutSpans(_ line: String) -> String {
        var result = ""
        var rest = line[...]
        while let start = rest.firstIndex(of: "`") {
            result += rest[..<start]
            if result.hasSuffix("\\") {
                result += "`"
                rest = rest[rest.index(after: start)...]
                continue
            }
            let marks = rest[start...].prefix { $0 == "`" }
            var end = rest[marks.endIndex...]
            var closed = false
            while let next = end.firstIndex(of: "`") {
                let run = end[next...].prefix { $0 == "`" }
                end = end[run.endIndex...]
                if run.count == marks.count {
                    closed = true
                    break
                }
            }
            if !closed {
                result += marks
                end = rest[marks.endIndex...]
            }
            rest = end
        }
        return result + rest
    }

    @Test(arguments: hostile)
    func whateverItHoldsStaysText(_ text: String) throws {
        let step = PlannedStep(
            heading: .init(
                id: text, role: .run, title: text, number: text, section: [text], line: 1, effect: .write,
                targets: [text]), fate: .undecided([text]), requests: [SamplePlan.request(text, body: text)],
            expectations: [.init(kind: .expect, text: text), .init(kind: .assert, text: text)], gives: [text],
            gate: .init(kinds: [.confirm], text: text, typed: text), unless: text,
            probe: ProbeResult(.differs, detail: text, values: [Action.Field(text, text)]))
        var dropped = PlannedStep(
            heading: .init(id: text, role: .manual, title: text, section: [text], line: 2),
            gate: .init(kinds: [.manual], text: text, typed: nil))
        dropped.probe = nil
        let skipped = PlannedStep(
            heading: .init(id: text, role: .run, title: text, line: 3, effect: .destroy),
            fate: .skipped(.condition, detail: text))
        let plan = SamplePlan.plan(
            [step, dropped, skipped], title: text, file: text,
            environment: .init(
                .init(name: text, sha256: "e", isSandbox: false, isDisposable: false),
                isProtected: false),
            parameters: [.init(name: text, value: .string(text), isSecret: false, source: text)])
        for isFull in [true, false] {
            let markdown = PlanMarkdown(PlanView(plan, hash: "h"), isFull: isFull).text
            let prose = Self.prose(of: markdown)
            // What a host makes of the entities, where it looks for references.
            let rendered = prose.replacing("&#8203;", with: "\u{200B}").replacing("\\", with: "")
                .replacing("&lt;", with: "‹").replacing("&gt;", with: "›").replacing("&#124;", with: "¦")
                .replacing("&amp;", with: "＆").replacing("<code>", with: "").replacing("</code>", with: "")
            for pattern in [
                #"@[A-Za-z0-9_]"#, #"#[0-9]"#, #"(?i)gh-[0-9]"#, #"[0-9a-f]{7}"#, #"://"#, #"(?i)www\."#, #"[<>]"#,
                #"[!$%~^＆][0-9]"#, #"\[issue"#, #"&#?[a-z0-9]+;"#,
            ] {
                let expression = try Regex(pattern)
                let found = rendered.firstMatch(of: expression).map { String(rendered[$0.range]) }
                #expect(found == nil, "\(pattern) in \(rendered)")
            }
            for line in prose.split(separator: "\n") {
                #expect(!line.hasPrefix("/"), "a quick action: \(line)")
                #expect(!line.hasPrefix("# "), "a heading that is not ours: \(line)")
            }
            #expect(!prose.replacing("\\]", with: "").contains("]("))
            #expect(markdown.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0.value == 0x0A })
        }
    }
}
