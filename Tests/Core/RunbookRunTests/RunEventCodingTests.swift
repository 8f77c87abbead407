import OrderedJSON
import RunbookModel
import Testing

@testable import RunbookRun

struct RunEventCodingTests {
    private static let failure = StepFailure(
        code: "expect/unmet", message: "no", line: 4, target: "es", request: "GET /x", command: "curl",
        differences: [.init(path: ".a", expected: "1", actual: "2")])
    private static let answer = ResponseRecord(
        status: 200, text: "{}", length: 2, sha256: "00", took: .milliseconds(20))
    private static let action = ActionRecord(target: "es", index: 1, effect: .write, title: "PUT /x", content: "{}")
    private static let values = StepValues(
        captures: JSONObject([("a", 1), ("b", ["c": .null])]), secrets: ["token"], result: ["x": -15])

    static let events: [(kind: String, event: RunEvent)] = [
        ("run-started", .started(Samples.start(role: .manual, id: "s"))),
        ("run-resumed", .resumed(user: "ana", host: "h")),
        (
            "document-adopted",
            .documentAdopted(
                by: "ana",
                documents: [
                    Samples.start(role: .run, id: "s").document,
                    .init(
                        file: "b.md", path: "/b.md", sha256: "bb", commit: nil, isModified: nil, role: .include,
                        inclusion: .init(document: 0, name: "b.md")),
                ],
                outline: Samples.start(role: .run, id: "s").outline,
                parameters: Samples.start(role: .run, id: "s").parameters, moved: ["s": "old/1", "t": "old/2"])
        ),
        (
            "environment-adopted",
            .environmentAdopted(
                by: "ana", environment: Samples.start(role: .run, id: "s").environment,
                targets: Samples.start(role: .run, id: "s").targets)
        ),
        ("step-skipped", .skipped(step: "s", reason: .notChosen, detail: "d")),
        ("step-satisfied", .satisfied(step: "s", check: "v", values: values, response: answer)),
        ("step-satisfied", .satisfied(step: "s", check: "v", values: StepValues(), response: nil)),
        (
            "step-asked",
            .asked(
                step: "s",
                question: Question(
                    kinds: [.confirm, .destroy], text: "?", actions: ["a"], typed: "es", digest: "d"))
        ),
        ("step-answered", .answered(step: "s", answer: .go, digest: "d", by: "a", via: "terminal")),
        ("step-answered", .answered(step: "s", answer: .skip(reason: "r"), digest: "d", by: "a", via: "v")),
        ("step-answered", .answered(step: "s", answer: .abort, digest: "d", by: "a", via: "v")),
        ("step-answered", .answered(step: "s", answer: .accept, digest: "attempt-1", by: "a", via: "v")),
        ("step-answered", .answered(step: "s", answer: .again, digest: "attempt-1", by: "a", via: "v")),
        ("answer-void", .answerVoid(step: "s", digest: "d", by: "b")),
        (
            "answer-late",
            .answerLate(
                DeliveredAnswer(
                    step: "s", digest: "d", answer: .skip(reason: "r"), by: "b", via: "terminal",
                    at: Timestamp(milliseconds: 7)))
        ),
        (
            "answer-late",
            .answerLate(
                DeliveredAnswer(
                    step: "s", digest: "d", answer: .set("eu"), by: "b", via: "confirm",
                    at: Timestamp(milliseconds: 7)))
        ),
        ("attempt-started", .attemptStarted(step: "s", attempt: 2)),
        (
            "attempt-started",
            .attemptStarted(
                step: "s", attempt: 1,
                before: [
                    ActionPlace(target: "es", index: 0): Before(isAbsent: true, details: ["added": ["a"]]),
                    ActionPlace(target: nil, index: 1): Before(isAbsent: false),
                ])
        ),
        ("action-sent", .actionSent(step: "s", action: action)),
        ("action-answered", .actionResponded(step: "s", target: nil, index: 0, response: answer)),
        ("action-refused", .actionRefused(step: "s", target: "es", index: 0, reason: "r")),
        ("action-refused", .actionRefused(step: "s", target: "es", index: 0, reason: "r", isUnderWay: true)),
        ("step-polled", .polled(step: "s", tries: 3, unmet: failure, response: answer)),
        ("step-progress", .progress(step: "s", text: "half")),
        ("step-warned", .warned(step: "s", text: "old")),
        (
            "process-started",
            .processStarted(
                step: "s", place: ActionPlace(target: "es", index: 1),
                process: StartedProcess(pid: 7, startTicks: 9, boot: "b"))
        ),
        ("processes-ended", .processesEnded(step: "s", processes: ["`sleep 9` (process 7)"])),
        ("step-passed", .passed(step: "s", values: values)),
        ("step-failed", .failed(step: "s", failure: failure, applied: .partly, response: answer)),
        ("attempt-lost", .outcomeUnknown(step: "s", reason: "r", isDoubtful: false)),
        ("step-stopped", .stopped(step: "s")),
        ("step-settled", .settled(step: "s", applied: true, by: "token", place: ActionPlace(target: "es", index: 1))),
        ("step-settled", .settled(step: "s", applied: false, by: "check", checks: ["v", "w"], place: nil)),
        ("step-reset", .reset(step: "s", by: "resume")),
        (
            "step-answered",
            .answered(step: "s", answer: .set("7"), digest: "d", by: "a", via: "confirm", value: 7)
        ),
        (
            "step-diagnosed",
            .diagnosed(step: "s", finding: Finding(section: "Why", title: "?", result: .fails, detail: "d"))
        ),
        (
            "undo-started",
            .undoStarted(
                user: "ana", host: "h",
                entries: [
                    UndoRecord.Entry(
                        undone: "s", outline: Samples.start(role: .run, id: "undo/s").outline.steps[0])
                ], left: [UndoRecord.Left(step: "t", reason: "r")])
        ),
        ("undo-left", .undoLeft(by: "ana")),
        ("run-finished", .finished(phase: .interrupted, signal: 15)),
        ("run-finished", .finished(phase: .passed, signal: nil)),
        (
            "parameters-adopted",
            .parametersAdopted(
                by: "ben",
                parameters: [RunStart.Parameter(name: "p", value: "q", isSecret: false, source: "option")])
        ),
        ("notice-failed", .noticeFailed(.waiting, reason: "r")),
    ]

    @Test func knowsEachKindOnce() {
        let kinds = RunEvent.stepEvents.map { $0.kind } + RunEvent.runWideEvents.map { $0.kind }
        #expect(Set(kinds).count == kinds.count)
        #expect(Set(kinds) == Set(Self.events.map(\.kind)))
    }

    @Test(arguments: events.indices)
    func readsWhatItWrites(index: Int) throws {
        let (kind, event) = Self.events[index]
        #expect(event.kind == kind)
        let text = event.data.text(.canonical)
        #expect(RunEvent(kind: kind, data: try JSON(parsing: text)) == event)
        let isOfRun =
            kind.hasPrefix("run-") || kind.hasSuffix("-adopted") || kind.hasPrefix("undo-") || kind == "notice-failed"
        #expect(event.step == (isOfRun ? nil : "s"))
    }

    @Test func writesNoValueOfASecretParameter() {
        let start = Samples.start(role: .run, id: "s")
        let secret = RunStart.Parameter(name: "p", value: "hunter2", isSecret: true, source: "option")
        let event = RunEvent.started(
            RunStart(
                tool: "t", user: "u", host: "h", document: start.document, environment: start.environment, targets: [],
                parameters: [secret], outline: start.outline))
        #expect(!event.data.text().contains("hunter2"))
    }

    @Test(arguments: events.indices, [JSON.null, [], "text", ["step": 3], ["step": "s", "question": 1]])
    func keepsGarbageAsItIs(index: Int, data: JSON) {
        let kind = Self.events[index].kind
        let event = RunEvent(kind: kind, data: data)
        if case .unknown(let kept, let content) = event {
            #expect(kept == kind && content == data)
        } else {
            // Of a step's event that needs nothing but its step.
            #expect(event.step == "s" && event.kind == kind)
        }
    }

    @Test func keepsUnknownKinds() {
        let data: JSON = ["step": "s", "color": "red"]
        let event = RunEvent(kind: "step-painted", data: data)
        #expect(event == .unknown(kind: "step-painted", data: data))
        #expect(event.kind == "step-painted" && event.data == data && event.step == "s")
    }

    @Test func refusesANewerFormat() throws {
        let start = RunEvent.started(Samples.start(role: .run, id: "s"))
        var object = try #require(start.data.object)
        object["format"] = 2
        #expect(
            RunEvent(kind: "run-started", data: .object(object)) == .unknown(kind: "run-started", data: .object(object))
        )
    }
}
