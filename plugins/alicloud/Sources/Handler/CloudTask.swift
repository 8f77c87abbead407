import AlicloudContract
import OrderedJSON
import RunbookModel
import RunbookPlugin

/// One action of a step, ready to be performed.
struct CloudTask {
    let operation: CloudOperation
    /// The key of a removal that tells what the run made; no block can have it.
    static let made = "(made)"

    /// The keys of the block, filled.
    private let keys: JSONObject
    private let calls: CloudCalls
    private let memory: WorkMemory
    private let before: Before?

    init(
        operation: CloudOperation, keys: JSONObject, region: String, calls: CloudCalls, memory: WorkMemory,
        before: Before?
    ) {
        self.before = before
        var keys = keys
        keys["uses"] = nil
        if keys["RegionId"] == nil { keys["RegionId"] = .string(region) }
        self.operation = operation
        self.keys = keys
        self.calls = calls
        self.memory = memory
    }

    /// Why the filled keys are not what the operation takes, for people; nil when they are.
    ///
    /// The literal text of a block was checked before the run; a value may be anything.
    static func problem(with keys: JSONObject, of operation: CloudOperation) -> String? {
        if case .resource(let kind) = operation, let problem = problem(with: keys, of: kind) { return problem }
        // What an undo takes back was accepted when it was made.
        if keys[made] != nil { return nil }
        var given = keys
        given["uses"] = nil
        return operation.schema.problem(with: given)
    }

    private static func problem(with keys: JSONObject, of kind: ResourceKind) -> String? {
        if let state = keys["state"], state.string != "present", state.string != "absent" {
            let shown = VisibleText.visible(Excerpt.text(state.string ?? state.text(), atMost: 60))
            return "`state` is `\(shown)`: write `present` or `absent`"
        }
        let essential = kind.essential
        let empty = keys.first { key in
            essential.contains(key.name) && (key.value.isNull || key.value.string == "")
        }
        return empty.map { "`\($0.name)` is empty, but it identifies the \(kind.name): give it a value" }
    }

    /// Performs it, or its next round.
    func perform() async -> Outcome {
        switch operation {
        case .resource(let kind):
            let work = ResourceWork(
                kind: kind, keys: wanted, calls: calls, memory: memory, before: before,
                made: keys[CloudTask.made]?.object)
            return keys["state"]?.string == "absent" ? await work.remove() : await work.ensure()
        case .action(let action): return await call(action)
        }
    }

    /// What it would find.
    func probe() async -> Probe? {
        guard case .resource(let kind) = operation else { return nil }
        let work = ResourceWork(kind: kind, keys: wanted, calls: calls, memory: memory)
        return keys["state"]?.string == "absent" ? await work.probeRemoval() : await work.probe()
    }

    private var wanted: JSONObject {
        var wanted = keys
        wanted["state"] = nil
        wanted[CloudTask.made] = nil
        // An empty ID chooses nothing.
        if case .resource(let kind) = operation, let choice = kind.choice, wanted[choice]?.string == "" {
            wanted[choice] = nil
        }
        return wanted
    }

    private func call(_ action: CloudAction) async -> Outcome {
        let answer =
            action.effect == .read
            ? await calls.read(action, keys, path: Pages.path(of: action)) : await calls.write(action, keys)
        switch answer {
        case .done(_, let response): return .answered(response)
        case .problem(let problem): return action.effect == .read ? problem.roundOutcome : problem.outcome
        case .none(let outcome): return outcome
        }
    }
}
