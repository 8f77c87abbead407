import OrderedJSON

/// What a recorded server made up and later requests name: tasks and scrolls, by what the emulator made up instead.
struct ReplayIdentifiers {
    private var ours: [(real: String, own: String)] = []
    /// The task that was begun last, and whose recorded name is in an answer that is not at hand.
    private var lastTask: String?

    /// Notes what was made up in the place of an answer that is not at hand.
    mutating func noteWithoutAnswer(own: JSON) { lastTask = own["task"]?.string ?? lastTask }

    /// Notes what an answer made up.
    mutating func note(real: JSON, own: JSON) {
        for name in ["task", "_scroll_id", "id", "pit_id"] {
            guard let one = real[name]?.string, let two = own[name]?.string, one.utf8.count > 8 else { continue }
            ours.removeAll { $0.real == one }
            ours.append((one, two))
        }
    }

    /// A path or a body with our names in the place of recorded ones.
    ///
    /// A task that no answer has named is the one that was begun last.
    mutating func replaced(_ text: String) -> String {
        if let name = text.firstMatch(of: /[\w-]{22}:\d+/)?.output, let task = lastTask,
            !ours.contains(where: { $0.real == name })
        {
            ours.append((String(name), task))
            lastTask = nil
        }
        return ours.reduce(text) { text, pair in
            text.contains(pair.real) ? text.replacing(pair.real, with: pair.own) : text
        }
    }
}
