import Arguments
import Digests
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
        /// For a browser: one page that loads nothing.
        case html

        /// The ending of a file's name in lower case, with its dot; empty where it has none.
        private static func ending(of file: String) -> String {
            let name = file.split(separator: "/").last ?? ""
            guard let dot = name.utf8.lastIndex(of: UInt8(ascii: ".")) else { return "" }
            return name[dot...].lowercased()
        }

        /// Whether the ending of a file is one of a format, or none at all.
        static func knows(_ file: String) -> Bool {
            ["", ".json", ".xml", ".html", ".htm", ".md", ".markdown", ".txt"].contains(ending(of: file))
        }

        /// The form that a file's name asks for.
        init(ending file: String) {
            let ending = Self.ending(of: file)
            self =
                if ending == ".json" {
                    .json
                } else if ending == ".xml" {
                    .junit
                } else if ending == ".html" || ending == ".htm" {
                    .html
                } else {
                    .markdown
                }
        }
    }

    let store: RunStore
    let context: CommandContext

    /// The run that a person means, from a store that is only read.
    ///
    /// - Throws: `CommandFailure` when it has no first event that this version knows.
    static func open(_ text: String, in folder: String?, _ context: CommandContext) async throws -> ReportedRun {
        let store = try context.storeToRead(folder)
        let name = try await store.find(text)
        guard let reported = try await ReportWriter(store: store, context: context).run(name) else {
            throw CommandFailure(
                ExitStatus.invalid, lines: ["the run `\(name)` has no first event that this version knows"])
        }
        if let event = try await store.lostEvent(of: name) {
            context.messages.line("warning: the journal of `\(name)` was lost from event \(event) on")
        }
        return reported
    }

    /// A run by its whole name; nil when it has no events.
    func run(_ name: String) async throws -> ReportedRun? {
        let (entries, last) = try await store.journal(of: name)
        return try await run(name, after: entries, last, isOwned: await store.isHeld(name))
    }

    /// A run by its whole name as it was after some events; nil when there are none.
    ///
    /// - Parameter last: The SHA-256 of the last of them.
    func run(
        _ name: String, after entries: [JournalEntry], _ last: String, isOwned: Bool
    ) async throws -> ReportedRun? {
        let state = try ReportWriter.state(of: entries)
        return ReportedRun(
            run: name, state: state, isOwned: isOwned, lastHash: last,
            documents: try await texts(of: state.start), place: context.place)
    }

    /// The texts of a run's documents, as they were when it began.
    func texts(of start: RunStart?) async throws -> [SourceText] {
        var documents: [SourceText] = []
        for document in start?.documents ?? [] {
            guard let text = try await store.text(sha256: document.sha256) else { continue }
            documents.append(SourceText(file: document.file, text: text))
        }
        return documents
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
        case .html: HTMLReport(run, styleHash: Base64.encoded(SHA256.digest(HTMLReport.style.utf8))).text
        }
    }
}
