internal import Synchronization

/// The secrets that a process holds, and the one masker that every way out of it goes through.
///
/// Whoever gets hold of a secret adds it; whatever leaves the process is masked by all that were added until then, so no
/// sink needs to know where a secret came from.
public final class SecretLedger: Sendable {
    private struct State {
        var texts: Set<String> = []
        /// What the masker does not look for yet: nobody needs one between two secrets of one file.
        var pending = SecretForms()
        var masker = Masker(forms: SecretForms())
    }

    private let state = Mutex(State())

    /// Makes a ledger of a process, or of a part of it that holds secrets of its own.
    public init() {}

    /// Adds secrets.
    public func add(_ texts: some Sequence<String>) {
        state.withLock { state in
            for text in texts where state.texts.insert(text).inserted {
                state.pending.formUnion(SecretForms(of: text))
            }
        }
    }

    /// What replaces the secrets that were added until now.
    public var masker: Masker {
        state.withLock { state in
            if !state.pending.isEmpty {
                state.masker.add(state.pending)
                state.pending = SecretForms()
            }
            return state.masker
        }
    }

    /// The text with each secret replaced.
    public func masked(_ text: String) -> String { masker.masked(text) }
}
