import Digests
import RunbookModel

/// The identities of steps (semantics, "Identity"): they survive insertions and moves, because no position is in them.
struct StepIdentity {
    private var taken: [String: SourceSpan] = [:]
    /// How many steps share a section and a hash, where there are several.
    private var counts: [String: Int] = [:]
    private(set) var diagnostics: [Diagnostic] = []

    /// The hash over some texts, each told from the next.
    static func hash(_ parts: [String]) -> String { SHA256.hex(parts.map { "\($0.utf8.count):\($0)" }.joined()) }

    /// The identity of the next step in document order.
    ///
    /// - Parameters:
    ///   - slug: The section's anchor.
    ///   - parts: What decides what is sent: handler, targets, keys, body; for a manual step its text.
    mutating func identity(of step: Step, slug: String, parts: [String]) -> String {
        if let id = step.id {
            if let earlier = taken[id.value] {
                diagnostics.append(
                    Diagnostic(
                        "id/duplicate", "the id `\(id.value)` is used twice", at: id.span,
                        help: "give one of the steps another id",
                        related: [.init(span: earlier, message: "it is used here first")]))
            } else {
                taken[id.value] = id.span
            }
            return id.value
        }
        let base = "\(slug.isEmpty ? "start" : slug)/\(StepIdentity.hash(parts).prefix(8))"
        guard let earlier = taken[base] else {
            taken[base] = step.span
            return base
        }
        let number = (counts[base] ?? 1) + 1
        counts[base] = number
        diagnostics.append(
            Diagnostic(
                "id/ambiguous", .warning, "this step sends the same request as another step of its section",
                at: step.span,
                help: "give both an `id=`, so that a resumed run can distinguish them",
                related: [.init(span: earlier, message: "the other step")]))
        return "\(base)~\(number)"
    }
}
