import RunbookModel
import RunbookRun

/// A step of a run with what is known of it.
struct ReportedStep: Sendable {
    /// What it is.
    let outline: OutlineStep
    /// What became of it.
    let record: StepRecord
    /// The document that it is in.
    let document: RunStart.Document
    /// Where it is; what nobody executes any more is stopped, or in doubt when something is unanswered.
    let state: StepState

    init(outline: OutlineStep, record: StepRecord, document: RunStart.Document, isOwned: Bool) {
        var outline = outline
        outline.heading.title = record.title ?? outline.heading.title
        self.outline = outline
        self.document = document
        self.record = record
        let isAbandoned = record.state == .running && !isOwned
        state = isAbandoned ? (record.isRunningUnanswered ? .inDoubt : .cancelled) : record.state
    }

    /// How long its last attempt took, or a person who did it by hand; nil for what was left out.
    var took: Duration? {
        guard state != .skipped, let finished = record.finished else { return nil }
        guard let start = record.attemptStarted ?? record.asked ?? record.started else { return nil }
        return finished.since(start)
    }

    /// The number and the title for people, without the colon that leads to what follows in the document.
    var heading: String {
        let title = outline.title.hasSuffix(":") ? outline.title.dropLast() : outline.title[...]
        return (outline.number.map { $0 + ". " } ?? "") + title
    }

    /// The file it is in, or its failure happened in.
    var file: String { record.failure?.file ?? document.file }

    /// Where it is, or its failure happened: `FILE:LINE`.
    var place: String { "\(file):\(record.failure?.line ?? outline.line)" }

    /// Whether what an action makes was there before: then it was paid for before, and is not made by this run.
    func wasThere(_ action: ActionRecord) -> Bool { record.before[action.place]?.isAbsent == false }

    /// Whether what it asks was asked too long ago, so that a yes does not count any more.
    func isTooOld(at now: Timestamp) -> Bool {
        state == .waiting && record.question?.isTooOld(since: record.asked, at: now) == true
    }

    /// Why its outcome is not known.
    var doubt: String { record.doubt ?? "no response came" }

    /// Which requests it is about, and why, in one phrase.
    var doubtInOneLine: String {
        let requests = record.doubtfulRequests
        if requests.isEmpty { return doubt }
        let rest = requests.count > 2 ? " and \(requests.count - 2) more" : ""
        return requests.prefix(2).joined(separator: ", ") + rest + ": " + doubt
    }

    /// The requests that somebody must look for; none where nothing is in doubt.
    private var doubtful: [Exchange] { state == .inDoubt ? record.unanswered : [] }

    /// The target of the request that is shown.
    var requestTarget: String? {
        record.failure?.target ?? (doubtful.first ?? record.exchanges.last)?.action.target ?? outline.targets.first
    }

    /// What a person answered; of what is done by hand, that it is done.
    func words(of given: RecordedAnswer) -> String {
        given.answer == .go && outline.role == .manual ? "done" : given.answer.words
    }

    /// The request for people: what is in doubt, else what was sent, else what would have been.
    var request: String? {
        let sent = (doubtful.isEmpty ? record.exchanges : doubtful).map(\.action.text)
        if !sent.isEmpty { return sent.joined(separator: "\n\n") }
        if !record.polled.isEmpty { return record.polled.map(\.text).joined(separator: "\n\n") }
        let text = record.failure?.request ?? outline.template
        return text.isEmpty || outline.role == .manual || outline.role == .include ? nil : text
    }

    /// Whether anything was sent for it.
    var wasSent: Bool { !record.exchanges.isEmpty || !record.polled.isEmpty }

    /// The requests of an attempt in doubt that were answered, so that nobody looks for them.
    var answeredRequests: [String] {
        doubtful.isEmpty ? [] : record.exchanges.filter { !$0.isUnanswered }.map(\.action.title)
    }

    /// The response that decided; of what is in doubt, what came instead of one.
    var response: ResponseRecord? {
        if let last = doubtful.last { return last.notice }
        return record.lastResponse ?? record.exchanges.last?.response ?? record.exchanges.last?.notice
    }
}

extension [ReportedStep] {
    /// The steps, each with the heading that comes before it where a section begins.
    ///
    /// - Parameter title: The heading that is not repeated: what the steps are below already.
    func headed(below title: String?) -> [(heading: String?, step: ReportedStep)] {
        var section: [String]?
        return map { step in
            let isNew = step.outline.section != section
            section = step.outline.section
            let heading = isNew ? step.outline.section.last : nil
            return (heading == title ? nil : heading, step)
        }
    }
}

extension StepRecord {
    /// How often it was tried and begun, where that was more than once.
    var counts: [String] {
        (tries > 1 ? ["\(tries) tries"] : []) + (attempts > 1 ? ["attempt \(attempts)"] : [])
    }
}
