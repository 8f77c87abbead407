import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

@testable import RunbookReport

/// What is shown of responses while a run goes on.
struct LineDetailTests {
    private static let read = ActionRecord(
        target: "current", index: 0, effect: .read, title: "GET /_cat/indices?format=json", content: "")

    private func text(
        _ detail: LineDetail, _ response: String, shown: String? = nil, showsResponse: Bool = false
    ) throws -> String {
        let step = OutlineStep(
            heading: .init(
                id: "look", role: .run, title: "Which indices are red?", number: "2", section: ["Connect two clusters"],
                line: 3, effect: .read, targets: ["current"]),
            prose: "", template: "GET /_cat/indices", within: nil, showsResponse: showsResponse)
        let events: [RunEvent] = [
            .started(SampleRun.start(steps: [step], parameters: [])), .attemptStarted(step: "look", attempt: 1),
            .actionSent(step: "look", action: Self.read),
            .actionResponded(step: "look", target: "current", index: 0, response: SampleRun.response(200, response)),
            .passed(
                step: "look", values: StepValues(captures: JSONObject([("count", 2)]), secrets: ["token"]),
                shown: shown),
        ]
        var renderer = LineRenderer(run: "r", detail: detail)
        var state = RunState()
        return try events.flatMap { event in
            let lines = renderer.lines(for: event, at: Timestamp(milliseconds: 0), before: state)
            try state.apply(event, at: Timestamp(milliseconds: 0))
            return lines
        }.dropFirst(4).map(\.text).joined(separator: "\n")
    }

    private static let rows = #"[{"index":"logs-7","docs":"12"},{"index":"logs-9","docs":"3"}]"#

    @Test func withoutAnOptionAStepIsOneLine() throws {
        #expect(try !text(.steps, Self.rows).contains("\n"))
    }

    @Test func responsesAreTablesAndValuesAreShown() throws {
        let lines = try text(.responses, Self.rows).split(separator: "\n").map { $0.drop { $0 == " " } }
        #expect(lines.dropFirst() == ["index   docs", "logs-7  12", "logs-9  3", "`count` = 2", "`token` = ***"])
    }

    @Test func exchangesAreShownAsTheyGo() throws {
        let text = try text(.exchanges, #"{"a":1}"#)
        #expect(text.contains("> GET /_cat/indices?format=json  (current)\n"))
        #expect(text.contains("< 200, 20 ms\n"))
        #expect(text.contains("< { \"a\": 1 }\n"))
    }

    @Test func aStepAsksForItsResponse() throws {
        #expect(try text(.steps, Self.rows, showsResponse: true).contains("logs-7  12"))
    }

    @Test func aStepAsksForOneLine() throws {
        #expect(
            try text(.steps, Self.rows, shown: "logs-7, logs-9")
                .contains("✓ 2  Which indices are red?    current  logs-7, logs-9"))
    }

    @Test func responsesAreBounded() throws {
        let long = "[" + (0..<5000).map { "{\"a\":[\($0)]}" }.joined(separator: ",") + "]"
        #expect(try text(.responses, long).split(separator: "\n").count < 60)
        #expect(try text(.responses, long).contains("… 4990 more elements"))
    }
}
