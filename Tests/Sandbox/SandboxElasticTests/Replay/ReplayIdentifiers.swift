import OrderedJSON

/// What a recorded server made up and later requests name: tasks and scrolls, by what the emulator made up instead.
struct ReplayIdentifiers {
    private var ours: [(real: String, own: String)] = []

    /// Notes what an answer made up.
    mutating func note(real: JSON, own: JSON) {
        for name in ["task", "_scroll_id", "id", "pit_id"] {
            guard let one = real[name]?.string, let two = own[name]?.string, one.utf8.count > 8 else { continue }
            ours.removeAll { $0.real == one }
            ours.append((one, two))
        }
    }

    /// A path or a body with our names in the place of recorded ones.
    func replaced(_ text: String) -> String {
        ours.reduce(text) { text, pair in text.contains(pair.real) ? text.replacing(pair.real, with: pair.own) : text }
    }
}
