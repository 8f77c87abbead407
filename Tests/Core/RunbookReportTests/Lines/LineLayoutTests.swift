import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookReport

/// Lines on terminals of any width, and in files.
struct LineLayoutTests {
    private static let longTitle =
        "Create the index orders-with-a-rather-long-name-2026-11 with a settings body that is long enough to be cut, "
        + "because people do write…"
    private static let sentence =
        "Create the index `orders-with-a-rather-long-name-2026-11` with a settings body that is long enough to be cut, "
        + "because people do write long sentences in their runbooks."

    private static var events: [(Int, RunEvent)] {
        var steps = SampleRun.steps
        steps[1] = OutlineStep(
            heading: .init(
                id: "create", role: .run, title: longTitle, number: "1", section: ["Connect two clusters", "Set up"],
                line: 7, effect: .write, targets: ["remote"]),
            prose: "Before.\n\n" + sentence, template: "PUT /${index}", within: nil)
        return [(0, .started(SampleRun.start(steps: steps)))] + SampleRun.failing.dropFirst()
    }

    private func lines(_ layout: LineLayout) throws -> [RunLine] {
        var renderer = LineRenderer(
            run: "2026-11-21-7f3c", documents: [SourceText(file: "a.md", text: SampleRun.document)], layout: layout)
        var state = RunState()
        return try Self.events.flatMap { _, event in
            let lines = renderer.lines(for: event, at: Timestamp(milliseconds: 0), before: state)
            try state.apply(event, at: Timestamp(milliseconds: 0))
            return lines
        }
    }

    @Test(arguments: [40, 60, 80, 120, 200])
    func fitATerminal(width: Int) throws {
        for line in try lines(.terminal(width)) where !line.isExact {
            let longest = line.text.split(separator: " ").map { ColumnWidth.of($0) }.max() ?? 0
            #expect(ColumnWidth.of(line.text) <= max(width, longest + width / 2), "\(line.text)")
            // Only a word that is longer than the line may stand out.
            if longest * 2 < width { #expect(ColumnWidth.of(line.text) <= width, "\(line.text)") }
        }
    }

    @Test(arguments: [40, 80, 200])
    func breakNoWord(width: Int) throws {
        let words = Set(try lines(.file()).flatMap { $0.text.split(separator: " ") })
        for line in try lines(.terminal(width)) {
            for word in line.text.split(separator: " ") where !word.contains("…") && word != "\\" {
                #expect(words.contains(word), "\(word) of \(line.text)")
            }
        }
    }

    @Test func areNeverCutInAFile() throws {
        let text = try lines(.file()).map(\.text).joined(separator: "\n")
        #expect(text.contains("because people do write long sentences in their runbooks  remote"))
        #expect(text.ranges(of: "…").count == text.ranges(of: "  … ").count)
    }

    /// What is cut is not broken as well.
    @Test(arguments: [40, 80, 200])
    func areNotCutAndBroken(width: Int) throws {
        let lines = try lines(.terminal(width)).map(\.text)
        for (index, line) in lines.enumerated() where line.contains("people do write…") {
            #expect(lines[index].hasPrefix("  "), "\(line)")
            #expect(index == 0 || !lines[index - 1].hasSuffix("cut, because"), "\(line)")
        }
        if width == 40 { #expect(lines.contains { $0.hasSuffix("runbooks") }) }
    }

    @Test func theLastLinesSayWhy() throws {
        #expect(
            try lines(.file()).suffix(2).first?.text == "failed: step 2 found (a.md:20): .hits.total is 2, expected 1")
    }
}
