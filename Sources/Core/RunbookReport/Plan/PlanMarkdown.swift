import RunbookModel
import RunbookRun

/// Writes a plan as a comment for a pull request: what destroys and what costs money first, then all in order.
///
/// Whatever document and values hold, it stays text: it is not HTML, mentions nobody, refers and links to nothing, and
/// none of its blocks can be executed, neither by a host nor by this program.
package struct PlanMarkdown {
    /// The most characters that a comment may have (GitHub's limit), counted in UTF-16 as the strictest count.
    package static let limit = 65_536
    /// The most lines of a request that are shown where it is folded.
    private static let foldedLines = 24

    private let view: PlanView
    private let isFull: Bool

    /// Makes a writer.
    ///
    /// - Parameter isFull: Whether long requests are shown whole, as far as there is room.
    package init(_ view: PlanView, isFull: Bool = false) {
        self.view = view
        self.isFull = isFull
    }

    /// A part that is shown as a whole or not at all.
    private struct Part {
        let text: String
        /// What is shown where there is no room for the text.
        var short = ""
        /// Whether it is a step's only place.
        var isStep = false
    }

    /// The comment; what there is no room for is counted.
    package var text: String {
        let head = head
        var room = Self.limit - head.utf16.count - foot.utf16.count - omission(view.plan.steps.count).utf16.count
        var result = head
        var left = 0
        for part in parts {
            if let text = [part.text, part.short].first(where: { !$0.isEmpty && $0.utf16.count <= room }), left == 0 {
                result += text
                room -= text.utf16.count
            } else if part.isStep {
                // From the first one on: what follows a gap would look like what follows.
                left += 1
            }
        }
        return result + (left > 0 ? omission(left) : "") + foot
    }

    private func omission(_ count: Int) -> String {
        let file = MarkdownText.code(NextCommands.quoted(view.plan.document.file))
        return "\n**\(count) \(count == 1 ? "step" : "steps") not shown**, because there is no more room. "
            + "To see all, run `runbook plan` on \(file).\n"
    }

    // MARK: Begin and end

    private var head: String {
        let environment = view.plan.environment
        let isOwn = environment.isSandbox && environment.sha256 == nil
        let place = isOwn ? "on the **SANDBOX**" : "in \(MarkdownText.code(environment.name))"
        let adjectives = isOwn ? "" : environment.adjectives
        let sent = view.plan.isProbed ? "Only reads were sent." : "No target was contacted."
        var lines = [
            "## Plan of \(MarkdownText.code(view.plan.document.file)) \(place)\(adjectives)", "",
            "**\(view.summary)** \(sent)", "", view.time, "",
        ]
        for target in view.plan.targets.prefix(20) {
            lines.append("- \(MarkdownText.code(target.name)): \(MarkdownText.code(target.words))")
        }
        for parameter in view.plan.parameters.prefix(40) {
            lines.append("- parameter \(MarkdownText.code(parameter.words, limit: 4000))")
        }
        if let fixture = view.plan.fixture {
            lines.append("- fixture \(MarkdownText.code(fixture.file)) prepares the environment first")
        }
        for file in view.includedFiles { lines.append("- includes \(MarkdownText.code(file))") }
        return lines.joined(separator: "\n") + "\n"
    }

    private var foot: String {
        let plugins = view.plan.plugins.prefix(20).map { MarkdownText.code($0.name) }.joined(separator: ", ")
        let handlers = plugins.isEmpty ? "" : ", handlers \(plugins)"
        return "\n---\n\nPlan \(MarkdownText.code(view.hash)) by runbook \(view.plan.tool)\(handlers).\n"
    }

    // MARK: Parts

    private var parts: [Part] {
        let dear = view.taken.filter { $0.effect >= .destroy }
        var parts: [Part] = []
        if !dear.isEmpty {
            parts.append(Part(text: "\n### Destroys, or costs money\n"))
            parts += dear.map { Part(text: block($0), short: line($0), isStep: true) }
        }
        parts += concerns
        var section: [String]?
        for step in view.plan.steps {
            if step.section != section {
                section = step.section
                let title = step.section.last.map { MarkdownText.inline($0) } ?? "Steps"
                parts.append(Part(text: "\n### \(title)\n"))
            }
            let isTold = step.effect >= .destroy && !step.isSkipped
            parts.append(
                isTold ? Part(text: line(step)) : Part(text: block(step), short: line(step), isStep: true))
        }
        return parts
    }

    private var concerns: [Part] {
        let lines = view.concerns.map { concern in
            let title = concern.title.prefix(1).uppercased() + concern.title.dropFirst()
            let rest = concern.steps.count > 12 ? " and \(concern.steps.count - 12) more" : ""
            return
                "- \(title): "
                + "\(concern.steps.prefix(12).map { MarkdownText.code($0.id) }.joined(separator: ", "))\(rest)\n"
        }
        return lines.isEmpty ? [] : [Part(text: "\n### Check before you approve\n\n" + lines.joined())]
    }

    /// The first line of a step.
    private func line(_ step: PlannedStep) -> String {
        let words = PlanWords(step, in: view)
        let targets = step.targets.map { MarkdownText.code($0) }.joined(separator: ", ")
        var facts = ["\(words.work)\(targets.isEmpty ? "" : " on \(targets)")", MarkdownText.code(step.id)]
        if !words.fate.isEmpty { facts.append(MarkdownText.phrase(words.fate)) }
        facts.append("line \(step.line)")
        let number = step.number.map { MarkdownText.inline($0, limit: 20) + " " } ?? ""
        return "\n- `\(view.mark(step).text())` \(number)**\(MarkdownText.inline(step.title, limit: 4000))** — "
            + facts.joined(separator: ", ") + "\n"
    }

    /// A step with all that it sends.
    private func block(_ step: PlannedStep) -> String {
        let words = PlanWords(step, in: view)
        let requests = words.requests.map { "\n" + MarkdownText.fence(folded($0), indent: 2) }
        let details = words.details(isFull: isFull).map { "  - \(MarkdownText.code($0, limit: 4000))\n" }
        return line(step) + requests.joined() + (details.isEmpty ? "" : "\n" + details.joined())
    }

    private func folded(_ request: String) -> String {
        let lines = request.split(separator: "\n", omittingEmptySubsequences: false)
        if isFull || lines.count <= Self.foldedLines {
            return isFull
                ? request : lines.map { $0.count > 300 ? $0.prefix(299) + "…" : String($0) }.joined(separator: "\n")
        }
        return folded(lines.prefix(Self.foldedLines - 2).joined(separator: "\n"))
            + "\n… \(lines.count - Self.foldedLines + 2) more lines"
    }
}
