import OrderedJSON
import RunbookModel
import RunbookPlugin
import Synchronization

/// A handler with a server inside: `PUT /x` puts something there, `GET /x` finds it, and `DELETE /x` takes it away.
final class ShelfServer: Handler {
    private let things: Mutex<Set<String>>
    /// What `PUT` does in truth, for servers that forget or refuse.
    private let behavior: Behavior

    enum Behavior: Sendable {
        case keeps
        case forgets
        case rejects
        case isDown
    }

    init(_ things: Set<String> = [], behavior: Behavior = .keeps) {
        self.things = Mutex(things)
        self.behavior = behavior
    }

    let manifest = Manifest(
        name: "shelf-server", version: "1.0.0", summary: "Keeps things.",
        languages: [.init("console", targetKind: "elasticsearch")],
        targetKinds: [.init(name: "elasticsearch", properties: ["name", "private_ip"], requirements: ["version"])],
        keys: [])

    /// What is there.
    var contents: Set<String> { things.withLock { $0 } }

    func prepare(_ step: StepDraft) -> Preparation {
        let actions = step.text.text.split(separator: "\n").map { line in
            let method = line.prefix { $0 != " " }
            let effect: Effect = method == "GET" ? .read : method == "DELETE" ? .destroy : .write
            return ActionTemplate(
                effect: effect, title: Template(literal: String(line)),
                fields: [.init("request", Template(literal: String(line)))], span: step.text.span)
        }
        return Preparation(actions: actions)
    }

    func perform(_ action: Action, on target: Target?, timeout: Duration) async -> Outcome {
        let words = (action.field("request") ?? "").split(separator: " ").map(String.init)
        guard words.count == 2 else { return .refused(Refusal(reason: "no request", isPermanent: true)) }
        return things.withLock { things in
            switch words[0] {
            case "PUT" where behavior == .rejects:
                return .answered(Response(status: 400, verdict: .rejected, body: [:], text: "no"))
            case "PUT": if behavior != .forgets { things.insert(words[1]) }
            case "DELETE": things.remove(words[1])
            default:
                if !things.contains(words[1]) {
                    return .answered(Response(status: 404, verdict: .missing, body: [:], text: "nothing"))
                }
            }
            return .answered(Response(status: 200, verdict: .success, body: [:], text: "{}"))
        }
    }

    func examine(_ target: Target, timeout: Duration) async -> Examination {
        let down = Diagnostic("target/unreachable", "nobody is there", at: nil, help: "start it")
        return Examination(address: "memory:", identity: "shelf-1", diagnostics: behavior == .isDown ? [down] : [])
    }
}
