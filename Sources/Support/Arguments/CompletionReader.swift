/// Finds out what the last word of an unfinished command line is; mistakes before it are passed over.
struct CompletionReader {
    private let slots: [Slot]
    private let path: [String]
    private var given: [String: [String]] = [:]
    private var positionals = 0

    init(_ declaration: ArgumentDeclaration, path: [String]) {
        slots = declaration.slots
        self.path = path
    }

    mutating func read(_ words: ArraySlice<String>) -> Completion {
        let typed = words.last ?? ""
        var rest = words.dropLast()
        var isLiteral = false
        while let word = rest.popFirst() {
            if isLiteral || !word.hasPrefix("-") || word == "-" {
                take(word)
            } else if word == "--" {
                isLiteral = true
            } else if let (slot, attached) = option(word) {
                guard slot.placeholder != nil else {
                    given[slot.name, default: []].append("")
                    continue
                }
                guard let value = attached?.value ?? rest.popFirst() else {
                    return values(of: slot, typed: typed, lead: "")
                }
                given[slot.name, default: []].append(value)
            }
        }
        guard !isLiteral, typed.hasPrefix("-") else {
            return positional().map { values(of: $0, typed: typed, lead: "") } ?? completion([])
        }
        if let (slot, attached) = option(typed), slot.placeholder != nil, let attached {
            return values(of: slot, typed: attached.value, lead: attached.lead)
        }
        return completion(options(typed))
    }

    /// The option that a word names, and the value that is joined to it with what is before that.
    private func option(_ word: String) -> (slot: Slot, attached: (lead: String, value: String)?)? {
        if word.hasPrefix("--") {
            let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            guard let slot = slots.first(where: { !$0.isPositional && $0.spelling == parts[0] }) else { return nil }
            return (slot, parts.count > 1 ? (parts[0] + "=", parts[1]) : nil)
        }
        var lead = "-"
        for letter in word.dropFirst() {
            lead.append(letter)
            guard let slot = slots.first(where: { $0.short == letter }) else { return nil }
            let value = String(word.dropFirst(lead.count))
            if slot.placeholder != nil || value.isEmpty { return (slot, value.isEmpty ? nil : (lead, value)) }
        }
        return nil
    }

    private mutating func take(_ word: String) {
        if let slot = positional() { given[slot.name, default: []].append(word) }
        positionals += 1
    }

    /// The positional argument that comes next.
    private func positional() -> Slot? {
        let all = slots.filter(\.isPositional)
        if positionals < all.count { return all[positionals] }
        if let last = all.last, case .positional(.any) = last.form { return last }
        return nil
    }

    private func values(of slot: Slot, typed: String, lead: String) -> Completion {
        let value = Completion.Value(
            placeholder: slot.placeholder ?? slot.name, option: slot.isPositional ? nil : slot.name, lead: lead,
            typed: typed)
        let choices = slot.choices.filter { $0.hasPrefix(typed) }.map { Completion.Candidate(lead + $0) }
        return completion(choices, value)
    }

    /// The options that begin so and may still be given.
    private func options(_ typed: String) -> [Completion.Candidate] {
        let open = slots.filter { slot in
            if case .option(_, repeats: true) = slot.form { return true }
            return !slot.isPositional && given[slot.name] == nil
        }
        let all = open.map { Completion.Candidate($0.spelling, help: $0.help) }
        return (all + [Completion.Candidate("--help", help: "show this help")]).filter { $0.word.hasPrefix(typed) }
    }

    private func completion(_ candidates: [Completion.Candidate], _ value: Completion.Value? = nil) -> Completion {
        Completion(path: path, candidates: candidates, value: value, given: given)
    }
}
