import OrderedJSON
import RunbookModel
import RunbookRun
import Testing

/// The table of semantics, "States", row by row; every other pair is an error.
struct StepTransitionTests {
    private static let id = "s"
    private static let question = Question(kinds: [.confirm], text: "Sure?", actions: [], typed: nil, digest: "d")
    private static let failure = StepFailure(code: "expect/unmet", message: "no")
    private static let record = ResponseRecord(status: 200, text: "{}", length: 2, sha256: "00", took: .zero)

    private static func sent(_ effect: Effect) -> RunEvent {
        .actionSent(
            step: id, action: ActionRecord(target: "es", index: 0, effect: effect, title: "PUT /x", content: ""))
    }

    private static let answered = RunEvent.actionResponded(step: id, target: "es", index: 0, response: record)
    private static let refused = RunEvent.actionRefused(step: id, target: "es", index: 0, reason: "refused")
    private static let place = ActionPlace(target: "es", index: 0)
    private static let begin = RunEvent.attemptStarted(step: id, attempt: 1)

    private static func failed(_ applied: Applied) -> RunEvent {
        .failed(step: id, failure: failure, applied: applied, response: nil)
    }

    /// One event of each kind that is about a step.
    private static let events: [String: RunEvent] = [
        "skipped": .skipped(step: id, reason: .condition, detail: ""),
        "satisfied": .satisfied(step: id, check: "v", values: StepValues(), response: nil),
        "asked": .asked(step: id, question: question),
        "go": .answered(step: id, answer: .go, digest: "d", by: "ana", via: "terminal"),
        "go to another": .answered(step: id, answer: .go, digest: "old", by: "ana", via: "terminal"),
        "skip": .answered(step: id, answer: .skip(reason: "r"), digest: "d", by: "ana", via: "terminal"),
        "abort": .answered(step: id, answer: .abort, digest: "d", by: "ana", via: "terminal"),
        "accept": .answered(step: id, answer: .accept, digest: "d", by: "ana", via: "terminal"),
        "again": .answered(step: id, answer: .again, digest: "d", by: "ana", via: "terminal"),
        "attempt": begin,
        "sent": sent(.write),
        "answered": answered,
        "refused": refused,
        "polled": .polled(step: id, tries: 1, unmet: failure, response: nil),
        "progress": .progress(step: id, text: "half"),
        "warned": .warned(step: id, text: "old"),
        "process started": .processStarted(
            step: id, place: ActionPlace(target: nil, index: 0),
            process: StartedProcess(pid: 7, startTicks: 9, boot: "b")),
        "processes ended": .processesEnded(step: id, processes: ["p"]),
        "passed": .passed(step: id, values: StepValues()),
        "failed no": failed(.no), "failed yes": failed(.yes), "failed partly": failed(.partly),
        "lost": .outcomeUnknown(step: id, reason: "r", isDoubtful: false),
        "lost in doubt": .outcomeUnknown(step: id, reason: "r", isDoubtful: true),
        "stopped": .stopped(step: id),
        "settled applied": .settled(step: id, applied: true, by: "check", place: place),
        "settled not applied": .settled(step: id, applied: false, by: "check", place: place),
        "settled by its token": .settled(step: id, applied: false, by: "token", place: place),
        "settled by a removal": .settled(step: id, applied: false, by: "removal", place: place),
        "settled elsewhere": .settled(step: id, applied: true, by: "ana", place: .init(target: "es", index: 1)),
        "settled as a whole": .settled(step: id, applied: true, by: "check", place: nil),
        "settled as a whole, not applied": .settled(step: id, applied: false, by: "check", place: nil),
        "reset": .reset(step: id, by: "resume"),
    ]

    /// How a step comes to each place, and what may follow there.
    struct Row: Sendable, CustomTestStringConvertible {
        let place: String
        var isManual = false
        let way: [RunEvent]
        let follows: [String: StepState]
        var testDescription: String { place }
    }

    private static func asked(_ kind: Question.Kind) -> RunEvent {
        .asked(step: id, question: Question(kinds: [kind], text: "", actions: [], typed: nil, digest: "d"))
    }

    private static let ask = events["asked"].map { [$0] } ?? []

    private static let fromPending: [String: StepState] = [
        "skipped": .skipped, "satisfied": .satisfied, "asked": .waiting, "attempt": .running,
    ]
    /// What does not fit the question leaves it open.
    private static let fromWaiting = fromPending.merging(["accept": .waiting, "again": .waiting]) { $1 }
    private static let fromRunning: [String: StepState] = [
        "sent": .running, "polled": .running, "progress": .running, "process started": .running, "warned": .running,
        "passed": .passed,
        "failed no": .failed,
        "failed yes": .failed, "failed partly": .failed, "lost": .pending, "lost in doubt": .inDoubt,
        "stopped": .cancelled, "asked": .waiting,
    ]

    static let rows: [Row] = [
        Row(place: "pending", way: [], follows: fromPending),
        Row(
            place: "waiting", way: ask,
            follows: fromWaiting.merging(["go": .pending, "skip": .skipped, "abort": .pending]) { $1 }),
        Row(
            place: "waiting for what is done by hand", isManual: true, way: ask,
            follows: fromWaiting.merging([
                "go": .passed, "skip": .skipped, "abort": .pending, "passed": .passed,
            ]) { $1 }),
        Row(place: "running", way: [begin], follows: fromRunning),
        Row(
            place: "running, read unanswered", way: [begin, sent(.read)],
            follows: fromRunning.merging(["answered": .running, "refused": .running]) { $1 }),
        Row(
            place: "running, write unanswered", way: [begin, sent(.write)],
            follows: fromRunning.merging(["answered": .running, "refused": .running, "lost": .inDoubt]) { $1 }
                .filter { $0.key != "stopped" && $0.key != "asked" }),
        Row(
            place: "running, write answered", way: [begin, sent(.write), answered],
            follows: fromRunning.merging(["answered": .running, "refused": .running]) { $1 }),
        Row(
            place: "running, write refused", way: [begin, sent(.write), refused],
            follows: fromRunning.merging(["answered": .running, "refused": .running]) { $1 }),
        Row(
            place: "in doubt", way: [begin, sent(.write), .outcomeUnknown(step: id, reason: "r", isDoubtful: true)],
            follows: [
                "processes ended": .inDoubt, "settled applied": .pending, "settled not applied": .pending,
                "settled by its token": .pending, "settled by a removal": .pending, "settled as a whole": .passed,
                "settled as a whole, not applied": .pending,
            ]),
        Row(place: "failed, applied no", way: [begin, failed(.no)], follows: ["reset": .pending]),
        Row(place: "failed, applied yes", way: [begin, failed(.yes)], follows: ["asked": .waiting]),
        Row(place: "failed, applied partly", way: [begin, failed(.partly)], follows: ["asked": .waiting]),
        Row(
            place: "failed, applied, asked", way: [begin, failed(.yes)] + ask,
            follows: fromWaiting.merging(["go": .pending, "skip": .skipped, "abort": .failed]) { $1 }),
        Row(
            place: "failed, applied, asked what becomes of it", way: [begin, failed(.yes), asked(.failed)],
            follows: fromPending.merging([
                "go": .waiting, "accept": .passed, "again": .pending, "skip": .skipped, "abort": .failed,
            ]) { $1 }),
        Row(place: "cancelled", way: [begin, .stopped(step: id)], follows: ["reset": .pending]),
        Row(
            place: "passed", way: [begin, .passed(step: id, values: StepValues())],
            follows: ["reset": .pending, "asked": .waiting]),
        Row(
            place: "done, but nobody knows what the response was",
            way: [begin, sent(.write), answered, asked(.accept)],
            follows: fromWaiting.merging(["go": .passed, "skip": .skipped, "abort": .pending]) { $1 }),
        Row(
            place: "passed, and asked to be done once more",
            way: [begin, sent(.write), answered, .passed(step: id, values: StepValues()), asked(.repeat)],
            follows: fromWaiting.merging(["go": .pending, "skip": .skipped, "abort": .passed]) { $1 }),
        Row(
            place: "satisfied", way: [.satisfied(step: id, check: "v", values: StepValues(), response: nil)],
            follows: ["reset": .pending, "asked": .waiting]),
        Row(place: "skipped", way: [.skipped(step: id, reason: .person, detail: "")], follows: [:]),
    ]

    private func state(_ row: Row) throws -> RunState {
        let start = Samples.start(role: row.isManual ? .manual : .run, id: Self.id)
        return try ([.started(start)] + row.way).reduce(RunState()) {
            try $0.applying($1, at: Timestamp(milliseconds: 5))
        }
    }

    @Test(arguments: rows)
    func followsTheTable(row: Row) throws {
        let state = try state(row)
        for (name, event) in Self.events {
            if let expected = row.follows[name] {
                #expect(
                    try state.applying(event, at: Timestamp(milliseconds: 9)).step(Self.id).state == expected,
                    "\(row.place), \(name)")
            } else {
                let error = #expect(throws: TransitionError.self, "\(row.place), \(name)") {
                    try state.applying(event, at: Timestamp(milliseconds: 9))
                }
                #expect(error?.from == state.step(Self.id).state && error?.step == Self.id)
                #expect(error?.diagnostic.code == "journal/transition")
            }
        }
    }

    @Test func settlesOneOfTwoRequests() throws {
        let second = ActionRecord(target: "es", index: 1, effect: .write, title: "PUT /y", content: "")
        let way: [RunEvent] = [
            Self.begin, Self.sent(.write), Self.answered, .actionSent(step: Self.id, action: second),
            .outcomeUnknown(step: Self.id, reason: "r", isDoubtful: true),
            .settled(step: Self.id, applied: true, by: "ana", place: second.place),
            .attemptStarted(step: Self.id, attempt: 2),
        ]
        let step = try state(Row(place: "", way: way, follows: [:])).step(Self.id)
        #expect(step.state == .running && step.unanswered.isEmpty)
        #expect(step.exchanges.map(\.applied) == [.yes, .yes] && step.exchanges.map(\.settled) == [nil, true])
    }

    /// What was there before is what the last look said before something may have been done.
    @Test(
        arguments: [
            ([], false), ([.refused], false), ([.underWay], true), ([.answered], true), ([.lost], true),
            ([.lost, .notApplied], false), ([.lost, .byToken], true),
        ] as [([Step], Bool)])
    func whatWasThereBeforeIsKept(_ between: [Step], isKept: Bool) throws {
        let absent = [Self.place: Before(isAbsent: true)]
        let there = [Self.place: Before(isAbsent: false)]
        var way: [RunEvent] = [.attemptStarted(step: Self.id, attempt: 1, before: absent), Self.sent(.write)]
        way += between.map(\.event)
        if ![.lost, .notApplied, .byToken].contains(between.last) {
            way += [Self.failed(.no), .reset(step: Self.id, by: "resume")]
        }
        if between.last == .lost { way.append(.settled(step: Self.id, applied: true, by: "ana", place: Self.place)) }
        if between.isEmpty { way.remove(at: 1) }
        way.append(.attemptStarted(step: Self.id, attempt: 2, before: there))
        let step = try state(Row(place: "", way: way, follows: [:])).step(Self.id)
        #expect(step.before[Self.place]?.isAbsent == isKept)
    }

    /// What may happen to a request.
    enum Step: Sendable {
        case refused, underWay, answered, lost, notApplied, byToken

        var event: RunEvent {
            switch self {
            case .refused: StepTransitionTests.refused
            case .underWay:
                .actionRefused(
                    step: StepTransitionTests.id, target: "es", index: 0, reason: "being made", isUnderWay: true)
            case .answered: StepTransitionTests.answered
            case .lost: .outcomeUnknown(step: StepTransitionTests.id, reason: "r", isDoubtful: true)
            case .notApplied:
                .settled(step: StepTransitionTests.id, applied: false, by: "ana", place: StepTransitionTests.place)
            case .byToken:
                .settled(step: StepTransitionTests.id, applied: false, by: "token", place: StepTransitionTests.place)
            }
        }
    }

    /// The answer to the last of them is the answer to all: until then nobody knows, whatever becomes of the last.
    @Test(arguments: [true, false])
    func aRequestThatIsSentAgainIsOneWithTheFirst(isRefused: Bool) throws {
        let way: [RunEvent] = [
            Self.begin, Self.sent(.write), .outcomeUnknown(step: Self.id, reason: "r", isDoubtful: true),
            .settled(step: Self.id, applied: false, by: "token", place: Self.place),
            .attemptStarted(step: Self.id, attempt: 2), Self.sent(.write), isRefused ? Self.refused : Self.answered,
        ]
        let step = try state(Row(place: "", way: way, follows: [:])).step(Self.id)
        #expect(step.exchanges.count == 1 && step.earlierChanges.isEmpty)
        #expect(step.unanswered.isEmpty == !isRefused)
    }

    @Test func forgetsARequestThatWasNotDone() throws {
        let way: [RunEvent] = [
            Self.begin, Self.sent(.write), .outcomeUnknown(step: Self.id, reason: "r", isDoubtful: true),
            .settled(step: Self.id, applied: false, by: "ana", place: Self.place),
            .attemptStarted(step: Self.id, attempt: 2),
        ]
        let step = try state(Row(place: "", way: way, follows: [:])).step(Self.id)
        #expect(step.exchanges.isEmpty && step.earlierChanges.isEmpty)
    }

    @Test func remembersWhatWasChangedWhenAStepIsDoneOnceMore() throws {
        let way: [RunEvent] = [
            Self.begin, Self.sent(.write), Self.answered, .passed(step: Self.id, values: StepValues()),
            Self.asked(.repeat), .answered(step: Self.id, answer: .go, digest: "d", by: "ana", via: "confirm"),
            .attemptStarted(step: Self.id, attempt: 2),
        ]
        let step = try state(Row(place: "", way: way, follows: [:])).step(Self.id)
        #expect(step.exchanges.isEmpty && step.earlierChanges.map(\.action.title) == ["PUT /x"])
    }

    @Test func begingAnewForgetsTheRequestsOfAnAttemptThatFailed() throws {
        let way = [Self.begin, Self.sent(.write), Self.answered, Self.failed(.no), .reset(step: Self.id, by: "resume")]
        let state = try self.state(
            Row(place: "", way: way + [.attemptStarted(step: Self.id, attempt: 2)], follows: [:]))
        let step = state.step(Self.id)
        #expect(step.exchanges.isEmpty && step.attempts == 2 && step.earlierFailures == [Self.failure])
        #expect(step.applied == nil && step.failure == nil)
    }

    @Test(arguments: [(Effect.write, 1), (.read, 0)])
    func goingOnKeepsWhatActedAndWasAnswered(effect: Effect, kept: Int) throws {
        let way = [
            Self.begin, Self.sent(effect), Self.answered, .stopped(step: Self.id), .reset(step: Self.id, by: "r"),
        ]
        let state = try self.state(
            Row(place: "", way: way + [.attemptStarted(step: Self.id, attempt: 2)], follows: [:]))
        #expect(state.step(Self.id).exchanges.count == kept)
    }
}
