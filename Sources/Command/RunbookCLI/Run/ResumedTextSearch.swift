import Digests
import Files
import RunbookApp
import RunbookModel
import RunbookRun
import RunbookStore
import Terminal

/// Finds the text with which a run continues.
struct ResumedTextSearch {
    let check: ResumeCheck
    let state: RunState
    let store: RunStore
    let context: CommandContext
    let choice: ResumedText.Choice
    /// Who is asked.
    let console: Console?

    private static let mostLines = 20

    private var kept: RunStart.Document { check.start.document }

    /// The text, once somebody has said which one counts.
    ///
    /// - Throws: `CommandFailure`, or `ResumeRefusal`.
    func find() async throws -> ResumedText {
        let now: SourceText
        let files: [String]
        do throws(Diagnostic) {
            now = SourceText(file: kept.file, bytes: try DocumentFile.read(kept.path, .own).bytes)
            files = (SHA256.hex(now.bytes) == kept.sha256 ? [] : [kept.file]) + (try editedIncludes())
        } catch {
            if choice == .adopted { throw CommandFailure(ExitStatus.invalid, [error]) }
            context.messages.line(error.message + "; the run continues with the recorded text")
            return ResumedText(document: try await recorded())
        }
        let recorded = try await recorded()
        if choice == .recorded || files.isEmpty { return ResumedText(document: recorded) }
        let edited: RunnableDocument
        do {
            edited = try await DocumentFile.runnable(now, at: kept.path, context: context)
        } catch let failure as CommandFailure where choice == .ask {
            let line =
                "the edited text cannot be run; to continue with the text that the run started with: "
                + "`runbook resume \(check.run) --recorded`"
            throw CommandFailure(
                failure.status, failure.diagnostics, sources: failure.sources, lines: failure.lines + [line],
                details: failure.details)
        }
        let edit = DocumentEdit(from: recorded.binding, to: edited.binding, state)
        if choice != .adopted, edit.leavesTheRestAsItIs {
            context.messages.line(
                "\(DocumentEdit.words(files)) edited; the run continues with the recorded text")
            for line in edit.lines { context.messages.line("  " + line) }
            return ResumedText(document: recorded)
        }
        if choice != .adopted {
            guard let console else { throw check.refuseEdit(edit, of: files) }
            if try await !takesOver(edit, of: files, at: console) { return ResumedText(document: recorded) }
        }
        try check.checkAdoption(edit)
        return ResumedText(
            document: edited, decisions: try await decisions(about: edit, of: files), moved: edit.moved)
    }

    private func recorded() async throws -> RunnableDocument {
        try await DocumentFile.recorded(by: check.start, in: store, context: context)
    }

    /// The documents that it includes and that were edited.
    private func editedIncludes() throws(Diagnostic) -> [String] {
        var files: [String] = []
        for document in check.start.documents where document.role == .include && !check.start.isPreparation(document) {
            let isSame = SHA256.hex(try DocumentFile.read(document.path, .own).bytes) == document.sha256
            if !isSame, !files.contains(document.file) { files.append(document.file) }
        }
        return files
    }

    // MARK: A person

    private func takesOver(_ edit: DocumentEdit, of files: [String], at console: Console) async throws -> Bool {
        console.write("\(DocumentEdit.words(files)) edited after the run started:\n")
        for line in edit.lines { console.write("  \(VisibleText.visible(line))\n") }
        let texts = ["the recorded text", "the new text; finished steps are kept"]
        guard let position = try await console.choose("Continue with:", from: texts) else {
            throw check.refuseEdit(edit, of: files)
        }
        return position == 1
    }

    /// What a person compares who decides about a step: what was sent, and what would be.
    private static func comparison(_ row: DocumentEdit.Row) -> [String] {
        func part(_ title: String, _ lines: [String]) -> [String] {
            if lines.isEmpty { return [] }
            let rest = lines.count - mostLines
            return ["\(title):"] + lines.prefix(mostLines).map { "  " + $0 }
                + (rest > 0 ? ["  and \(rest) more lines"] : [])
        }
        return part("recorded text", row.recorded) + part("new text", row.edited)
    }

    /// What becomes of each step that somebody must decide about; where nobody can be asked, nothing is done twice and
    /// nothing is omitted.
    private func decisions(about edit: DocumentEdit, of files: [String]) async throws -> [RunEvent] {
        guard let console, choice == .ask else { return [] }
        var events: [RunEvent] = []
        for row in edit.questions {
            let (no, yes): (String, EditChoice) =
                row.change == .request ? ("keep it", .again) : ("run it now", .skip)
            for line in ResumedTextSearch.comparison(row) {
                console.write("  \(VisibleText.visible(Excerpt.text(line, atMost: 500), keepsLines: true))\n")
            }
            let options = [no, row.change == .request ? "run it again" : "skip it"]
            guard let position = try await console.choose("`\(VisibleText.visible(row.step))`:", from: options) else {
                throw check.refuseEdit(edit, of: files)
            }
            let choice = position == 1 ? yes : .goOn
            if let event = choice.event(for: row.step, by: context.user) { events.append(event) }
        }
        return events
    }
}
