import Arguments
import OrderedJSON
import RunbookModel
import RunbookReport
import RunbookRun
import RunbookStore

/// Reads runs back from the store and renders them.
struct ReportWriter {
    /// The forms of a report.
    enum Format: String, CaseIterable, ArgumentValue {
        /// For people, to attach to a change ticket.
        case markdown
        /// For programs.
        case json
        /// For build servers: JUnit's XML.
        case junit

        /// The form that a file's name asks for.
        init(ending file: String) {
            self = file.hasSuffix(".json") ? .json : file.hasSuffix(".xml") ? .junit : .markdown
        }
    }

    let store: RunStore
    let context: CommandContext

    /// A run by its whole name; nil when it has no events.
    func run(_ name: String) async throws -> ReportedRun? {
        let (entries, last) = try await store.journal(of: name)
        let state = try ReportWriter.state(of: entries)
        var documents: [SourceText] = []
        for document in state.start?.documents ?? [] {
            guard let text = try await store.text(sha256: document.sha256) else { continue }
            documents.append(SourceText(file: document.file, text: text))
        }
        return ReportedRun(
            run: name, state: state, isOwned: await store.isHeld(name), lastHash: last, documents: documents)
    }

    /// The fold of a journal.
    static func state(of entries: [JournalEntry]) throws -> RunState {
        var state = RunState()
        for entry in entries {
            do throws(TransitionError) {
                try state.apply(entry.event, at: entry.at)
            } catch {
                throw CommandFailure(ExitStatus.internalError, [error.diagnostic])
            }
        }
        return state
    }

    /// A run as a report.
    static func text(_ run: ReportedRun, format: Format) -> String {
        switch format {
        case .markdown: MarkdownReport(run).text
        case .json: JSONReport.json(run).text(.pretty) + "\n"
        case .junit: JUnitXML.text([JUnitSuite(run)])
        }
    }
}
