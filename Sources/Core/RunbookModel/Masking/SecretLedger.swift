internal import Synchronization

/// The secrets that a process holds, and the one masker that every way out of it goes through.
///
/// Whoever gets hold of a secret adds it; whatever leaves the process is masked by all that were added until then, so no
/// sink needs to know where a secret came from.
public final class SecretLedger: Sendable {
    private struct State {
        var texts: Set<String> = []
        /// What is looked for; kept, for a run may capture many secrets, and the forms of each cost more than a masker.
        var forms: Set<[UInt8]> = []
        var masker = Masker(forms: [])
    }

    private let state = Mutex(State())

    /// Makes a ledger of a process, or of a part of it that holds secrets of its own.
    public init() {}

    /// Adds secrets.
    public func add(_ texts: some Sequence<String>) {
        state.withLock { state in
            let count = state.forms.count
            for text in texts where state.texts.insert(text).inserted {
                state.forms.formUnion(SecretForms.all(of: text))
            }
            if state.forms.count > count { state.masker = Masker(forms: state.forms) }
        }
    }

    /// What replaces the secrets that were added until now.
    public var masker: Masker { state.withLock(\.masker) }

    /// The text with each secret replaced.
    public func masked(_ text: String) -> String { masker.masked(text) }
}
