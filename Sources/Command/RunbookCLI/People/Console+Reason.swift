import Terminal

extension Console {
    /// Asks why a step is skipped, until something is said; nil when nobody answers.
    func askReason() async -> String? {
        while let reason = try? await ask("  why? ") {
            if !reason.utf8.allSatisfy({ $0 <= 0x20 }) { return reason }
        }
        return nil
    }
}
