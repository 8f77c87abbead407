import RunbookModel
import RunbookRun

/// When each step was worked on, and when it waited for a person, as bars.
struct HTMLTimeline {
    /// A stretch of time of one step.
    private struct Stretch {
        let from: Timestamp
        let to: Timestamp
        let isForPeople: Bool
    }

    private static let width = 1000
    private static let height = 18

    private let run: ReportedRun

    init(_ run: ReportedRun) { self.run = run }

    /// The part of the page; empty where nothing was begun.
    var text: String {
        let rows = run.allSteps.map { ($0, stretches(of: $0)) }.filter { !$0.1.isEmpty }
        guard let first = run.state.started, let last = run.state.updated, !rows.isEmpty else { return "" }
        let whole = max(1, last.since(first).inMilliseconds)
        let lines = rows.map { step, stretches in
            let bars = stretches.map { bar($0, since: first, whole: whole) }.joined()
            return "<tr><td><a href=\"#\(HTMLSteps.anchor(step))\">\(HTMLText.inline(step.heading, limit: 80))</a></td>"
                + "<td class=\"bars\"><svg viewBox=\"0 0 \(Self.width) \(Self.height)\" preserveAspectRatio=\"none\" "
                + "role=\"img\" aria-label=\"\(label(stretches))\">\(bars)</svg></td>"
                + "<td>\(label(stretches))</td></tr>"
        }
        let people = rows.flatMap(\.1).filter(\.isForPeople).reduce(0) { $0 + $1.to.since($1.from).inMilliseconds }
        let waited =
            people > 0
            ? "<p>\(ElapsedText.text(.milliseconds(people))) of \(ElapsedText.text(last.since(first))) was waiting for people.</p>"
            : ""
        return "<section><h2>Timeline</h2><p class=\"faint\">\(MomentText.full(first)) to \(MomentText.full(last)); "
            + "<span class=\"key work\">work</span> <span class=\"key people\">waiting for a person</span></p>"
            + waited + "<table class=\"timeline\">\(lines.joined())</table></section>"
    }

    private func stretches(of step: ReportedStep) -> [Stretch] {
        let record = step.record
        var stretches: [Stretch] = []
        let end = record.finished ?? run.state.updated
        if let asked = record.asked {
            let answered =
                record.answers.last { $0.at >= asked }?.at ?? (record.state == .waiting ? run.state.updated : nil)
            if let answered, answered > asked {
                stretches.append(Stretch(from: asked, to: answered, isForPeople: true))
            }
        }
        if let began = record.attemptStarted, let end, record.state != .waiting, record.state != .pending {
            stretches.append(Stretch(from: began, to: max(began, end), isForPeople: false))
        }
        return stretches
    }

    private func bar(_ stretch: Stretch, since first: Timestamp, whole: Int) -> String {
        let from = stretch.from.since(first).inMilliseconds * Self.width / whole
        let length = stretch.to.since(stretch.from).inMilliseconds * Self.width / whole
        let x = min(max(0, from), Self.width - 2)
        return "<rect class=\"\(stretch.isForPeople ? "people" : "work")\" x=\"\(x)\" y=\"2\" "
            + "width=\"\(min(max(2, length), Self.width - x))\" height=\"\(Self.height - 4)\"/>"
    }

    private func label(_ stretches: [Stretch]) -> String {
        stretches.map { stretch in
            let time = ElapsedText.text(stretch.to.since(stretch.from))
            return stretch.isForPeople ? "\(time) waiting" : time
        }.joined(separator: ", ")
    }
}
