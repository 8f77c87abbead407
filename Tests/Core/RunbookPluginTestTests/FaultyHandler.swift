import OrderedJSON
import RunbookModel
import RunbookPlugin
import Synchronization

/// A handler that breaks the contract in one way.
final class FaultyHandler: Handler {
    enum Fault: String, Sendable, CaseIterable {
        case manifest, title, effect, refusal, impure, span, claim, secret, secretExamination, deaf

        /// The code by which it is found.
        var code: String {
            switch self {
            case .manifest: "plugin/manifest"
            case .title, .effect, .refusal: "plugin/example"
            case .impure: "plugin/impure"
            case .span: "plugin/garbage"
            case .claim: "plugin/claim"
            case .secret, .secretExamination: "plugin/secret"
            case .deaf: "plugin/hangs"
            }
        }
    }

    private let fault: Fault?
    private let count = Mutex(0)

    init(fault: Fault?) { self.fault = fault }

    var manifest: Manifest {
        Manifest(
            name: fault == .manifest ? "A Thing" : "thing", version: "1.0.0", summary: "Does a thing.",
            languages: [.init("thing", targetKind: "thing")],
            targetKinds: [.init(name: "thing", properties: ["name"], requirements: [])], keys: [],
            examples: [.init(language: "thing", content: "do it\n", actions: [(title: "do it", effect: .write)])])
    }

    func prepare(_ step: StepDraft) -> Preparation {
        let number = count.withLock { count in
            count += 1
            return count
        }
        let title =
            switch fault {
            case .title: "do something else"
            case .impure: "do it \(number)"
            default: "do it"
            }
        var diagnostics: [Diagnostic] = []
        if fault == .refusal { diagnostics.append(Diagnostic("thing/no", "no", at: step.text.span)) }
        if fault == .span {
            let far = SourcePosition(offset: 1_000_000, line: 1, column: 1)
            let span = SourceSpan(file: "contract.md", start: far, end: far)
            diagnostics.append(Diagnostic("thing/far", .warning, "far", at: span))
        }
        let action = ActionTemplate(
            effect: fault == .effect ? .read : .write, title: Template(literal: title), fields: [],
            span: step.text.span)
        return Preparation(actions: [action], diagnostics: diagnostics)
    }

    func perform(_ action: Action, on target: Target?, timeout: Duration) async -> Outcome {
        switch fault {
        case .claim: return .answered(Response(status: nil, verdict: .success, body: .null, text: ""))
        case .secret:
            return .refused(Refusal(reason: "wrong: \(target?.secrets["password"]?.reveal() ?? "")"))
        case .deaf where Task.isCancelled:
            // Another task is not cancelled with this one.
            _ = try? await Task { try await Task.sleep(for: .seconds(4)) }.value
            return .unknown(reason: "nobody knows")
        default: return .refused(Refusal(reason: "nothing is there"))
        }
    }

    func examine(_ target: Target, timeout: Duration) async -> Examination {
        let password = target.secrets["password"]?.reveal() ?? ""
        return Examination(address: fault == .secretExamination ? "thing://\(password)" : "thing://")
    }
}
