import OrderedJSON
import RunbookModel
import RunbookRun

/// Runs as their journals tell them, of two steps `first` and `second`.
enum SampleRun {
    static let target = RunStart.Target(
        .init(name: "shelf", kind: "elasticsearch"), address: "http://a", identity: "one",
        product: nil, properties: JSONObject())

    static func start(
        sandboxPath: String? = "/sb.yaml", environmentHash: String = "ee", plan: String? = nil,
        plugins: [Plan.Plugin]? = nil,
        fixture: [String] = [], parameters: [RunStart.Parameter] = []
    ) -> RunStart {
        let document = RunStart.Document(file: "a.md", path: "/a.md", sha256: "aa", commit: nil, isModified: nil)
        let other = RunStart.Document(
            file: "f.md", path: "/f.md", sha256: "ff", commit: nil, isModified: nil, role: .fixture)
        let steps = ["first", "second"].enumerated().map { index, id in
            OutlineStep(
                heading: StepHeading(
                    id: id, role: .run, title: id, line: 10 * index, effect: .write, targets: ["shelf"]),
                prose: id, template: "PUT /a", within: nil, document: fixture.contains(id) ? 1 : 0)
        }
        return RunStart(
            tool: "1.0.0", user: "ada", host: "desk", document: document, others: fixture.isEmpty ? [] : [other],
            environment: .init(
                .init(name: "desk", sha256: environmentHash, isSandbox: true, isDisposable: true),
                path: sandboxPath),
            targets: [target], parameters: parameters, outline: Outline(title: "A", steps: steps), plan: plan,
            plugins: plugins)
    }

    /// The journal of a run that began so.
    static func entries(_ start: RunStart, _ events: [RunEvent]) -> [JournalEntry] {
        ([.started(start)] + events).enumerated().map { index, event in
            JournalEntry(
                run: "r1", sequence: index + 1, epoch: 1, at: Timestamp(milliseconds: index), event: event, previous: ""
            )
        }
    }

    static func state(_ start: RunStart, _ events: [RunEvent] = []) throws -> RunState {
        var state = RunState()
        for entry in entries(start, events) { try state.apply(entry.event, at: entry.at) }
        return state
    }

    static func question(_ digest: String) -> Question {
        Question(kinds: [.confirm], text: "Sure?", actions: [], typed: nil, digest: digest)
    }

    static func sent(_ step: String) -> [RunEvent] {
        [
            .attemptStarted(step: step, attempt: 1),
            .actionSent(
                step: step,
                action: ActionRecord(target: "shelf", index: 0, effect: .write, title: "PUT /a", content: "")),
        ]
    }

    static func failed(_ step: String, _ applied: Applied) -> RunEvent {
        .failed(
            step: step, failure: StepFailure(code: "expect/unmet", message: "no"), applied: applied, response: nil)
    }
}
