import OrderedJSON
import RunbookModel
import RunbookPlugin
import RunbookTesting
import Synchronization

@testable import RunbookEngine

/// A handler whose requests are lines `METHOD path [body]`, and whose outcomes a test scripts.
///
/// `MAKE` says what shall be, and a path that ends in `?held` may be held for 30 s. Two of a `POST` are not one; `_search`
/// sees late, `refresh` makes seen.
final class FakeHandler: Handler {
    private struct State {
        var scripts: [String: [Outcome]] = [:]
        var sent: [Action] = []
        var timeouts: [Duration] = []
        var probes: [String: Probe] = [:]
        var bodies: [(prefix: String, body: JSON)] = []
    }

    private let state = Mutex(State())
    private let log: RunLog
    /// Is called with each request as it is performed, before its outcome is known.
    private let onPerform: @Sendable (Action) async -> Void

    /// Whether it takes back what `MAKE` has made, by `UNMAKE`.
    private let undoes: Bool

    init(
        log: RunLog = RunLog(), undoes: Bool = false, waits: Bool = false,
        onPerform: @escaping @Sendable (Action) async -> Void = { _ in }
    ) {
        self.log = log
        self.undoes = undoes
        self.onPerform = onPerform
        manifest = Manifest(
            name: "fake", version: "1", summary: "A handler for tests",
            languages: [
                .init("console", targetKind: "elasticsearch"),
                .init("json", targetKind: "elasticsearch", mustBeRequest: true),
            ],
            targetKinds: [.init(name: "elasticsearch", properties: ["url", "instance"], requirements: ["version"])],
            keys: [.init(name: "status", summary: "statuses")], waits: waits)
    }

    let manifest: Manifest

    /// Sets the outcomes of a request, one after another and the last one for ever; without any it is answered with `{}`.
    func script(_ request: String, _ outcomes: Outcome...) { state.withLock { $0.scripts[request] = outcomes } }

    /// The same for a list of outcomes.
    func script(_ request: String, _ first: Outcome, _ rest: ArraySlice<Outcome>) {
        state.withLock { $0.scripts[request] = [first] + rest }
    }

    /// Sets the body of each answer to requests that begin so and have no outcomes of their own.
    func script(prefix: String, _ body: JSON) { state.withLock { $0.bodies.append((prefix, body)) } }

    /// Sets what a request would find.
    func scriptProbe(_ request: String, _ probe: Probe) { state.withLock { $0.probes[request] = probe } }

    func probe(_ action: Action, on target: Target?, timeout: Duration) async -> Probe? {
        state.withLock { $0.probes[action.sentTitle] }
    }

    /// The titles of the requests that were performed.
    var sent: [String] { state.withLock { $0.sent.map(\.sentTitle) } }
    /// The requests that were performed.
    var actions: [Action] { state.withLock { $0.sent } }
    /// How much time each was given.
    var timeouts: [Duration] { state.withLock { $0.timeouts } }

    func prepare(_ step: StepDraft) -> Preparation {
        let actions = step.text.text.split(separator: "\n").map { line in
            let words = line.split(separator: " ", maxSplits: 2).map(String.init)
            let effect: Effect = ["GET": .read, "DELETE": .destroy, "UNMAKE": .destroy][words[0]] ?? .write
            let span = step.text.span
            let start = span.start.line
            var action = ActionTemplate(
                effect: effect, title: SampleBook.template(words.prefix(2).joined(separator: " "), line: start),
                fields: [
                    .init("method", Template(literal: words[0])),
                    .init("path", SampleBook.template(words.count > 1 ? words[1] : "", .urlPath, line: start)),
                    .init("body", SampleBook.template(words.count > 2 ? words[2] : "", .jsonString, line: start)),
                ] + (words[0].hasSuffix("MAKE") ? [.init("operation", Template(literal: "thing"))] : []),
                isRepeatable: words[0].hasSuffix("MAKE"), isIdempotent: words[0].hasSuffix("MAKE"),
                wait: step.text.text.hasSuffix("?held") ? .seconds(30) : nil, span: span)
            action.isSafeTwice = words[0] != "POST"
            action.seesLate = line.contains("_search")
            action.makesSeen = line.contains("refresh")
            return action
        }
        let statuses = step.key("status")?.value.split(separator: ",").map(String.init) ?? []
        return Preparation(actions: actions, statuses: statuses)
    }

    func canUndo(_ action: ActionTemplate) -> Bool {
        undoes && action.fields.first { $0.name == "method" }?.template.literal == "MAKE"
    }

    func undo(of action: Action, response: JSON) -> Action? {
        guard response["created"].map({ $0 == true }) ?? action.before?.isAbsent ?? false else { return nil }
        let fields = action.fields.map { $0.name == "method" ? Action.Field("method", "UNMAKE") : $0 }
        return Action(
            step: action.step, target: action.target, index: action.index, effect: .destroy, title: "UNMAKE",
            fields: fields, token: action.token)
    }

    func perform(_ action: Action, on target: Target?, timeout: Duration) async -> Outcome {
        log.add("send \(action.sentTitle)")
        state.withLock {
            $0.sent.append(action)
            $0.timeouts.append(timeout)
        }
        await onPerform(action)
        let outcome = state.withLock { state -> Outcome? in
            let key =
                state.scripts["\(action.target ?? ""):\(action.sentTitle)"] == nil
                ? action.sentTitle : "\(action.target ?? ""):\(action.sentTitle)"
            guard var outcomes = state.scripts[key], let first = outcomes.first else {
                return state.bodies.first { action.sentTitle.hasPrefix($0.prefix) }.map { .ok($0.body) }
            }
            if outcomes.count > 1 { outcomes.removeFirst() }
            state.scripts[key] = outcomes
            return first
        }
        if Task.isCancelled { return .unknown(reason: "it was cut") }
        return outcome ?? .answered(.ok([:]))
    }

    func command(for action: Action, on target: Target?) -> String? { "curl \(action.title)" }
}

extension Action {
    /// What was sent, secrets and all.
    fileprivate var sentTitle: String { "\(field("method") ?? "") \(field("path") ?? "")" }
}

extension Response {
    static func ok(_ body: JSON, status: Int = 200, complaints: [Complaint] = []) -> Response {
        let verdict: Verdict =
            switch status {
            case 200..<300: .success
            case 404: .missing
            case 401, 403: .denied
            case 500...: .broken
            default: .rejected
            }
        return Response(
            status: status, verdict: verdict, body: body, text: body.string ?? body.text(), complaints: complaints)
    }
}

extension Outcome {
    static func ok(_ body: JSON = [:], status: Int = 200) -> Outcome { .answered(.ok(body, status: status)) }
    static func refused(_ reason: String = "refused", after: Duration? = nil, isPermanent: Bool = false) -> Outcome {
        .refused(Refusal(reason: reason, retryAfter: after, isPermanent: isPermanent))
    }
    static let lost = Outcome.unknown(reason: "no answer in 30s")
}
