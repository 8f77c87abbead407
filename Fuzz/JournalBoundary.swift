import OrderedJSON
import RunbookModel
import RunbookReport
import RunbookRun

/// Lines of a journal, `{"kind": ..., "data": ...}` each, through the fold and everything that shows it.
enum JournalBoundary {
    static func feed(_ bytes: [UInt8]) {
        var state = RunState()
        var renderer = LineRenderer(run: "fuzz")
        var time = Timestamp(milliseconds: 1_700_000_000_000)
        for line in bytes.split(separator: UInt8(ascii: "\n")) {
            guard let json = try? JSON(bytes: Array(line)), let kind = json["kind"]?.string else { continue }
            let event = RunEvent(kind: kind, data: json["data"] ?? .null)
            let again = RunEvent(kind: event.kind, data: event.data)
            promise(again == event, "an event that is written is read as the same")
            time = Timestamp(milliseconds: time.milliseconds + 1000)
            guard let next = try? state.applying(event, at: time) else { continue }
            _ = renderer.lines(for: event, at: time, before: state)
            state = next
        }
        guard let run = ReportedRun(run: "fuzz", state: state, isOwned: false) else { return }
        _ = JSONReport.json(run).text(.pretty)
        _ = MarkdownReport(run).text
        _ = JUnitXML.text([JUnitSuite(run)])
    }
}
