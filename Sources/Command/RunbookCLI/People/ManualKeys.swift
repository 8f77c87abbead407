import Terminal

/// The keys of a manual step, one each.
enum ManualKeys: String {
    case done
    case skip
    case view
    case troubleshoot
    case abort

    /// What a key means; nil when it means nothing.
    init?(_ key: Key) {
        switch key {
        case .character("d"), .character("D"): self = .done
        case .character("s"), .character("S"): self = .skip
        case .character("v"), .character("V"): self = .view
        case .character("t"), .character("T"): self = .troubleshoot
        case .character("a"), .character("A"): self = .abort
        default: return nil
        }
    }

    /// The text before the cursor.
    static func prompt(canTroubleshoot: Bool) -> String {
        "  [d]one, [s]kip, [v]iew again\(canTroubleshoot ? ", [t]roubleshoot" : "") or [a]bort: "
    }
}
