import OrderedJSON
import RunbookModel
import RunbookRun

/// How a person is prompted for an answer, and what the person's words mean.
enum QuestionText {
    /// What is before the cursor.
    static func prompt(_ question: Question) -> String { "  \(choices(question)): " }

    /// The words that may be said.
    static func choices(_ question: Question) -> String {
        if question.kinds.contains(.failed) { return "`accept`, `again`, `skip` or `abort`" }
        if let typed = question.typed { return "`\(visible(typed))` to continue, `skip` or `abort`" }
        if question.kinds.contains(.parameter) { return value(question) }
        if question.kinds.contains(.repeat), let name = question.parameter {
            let choices = question.choices.isEmpty ? "" : " (\(question.choices.map(visible).joined(separator: ", ")))"
            return "[y]es, or the value as `\(visible(name))=VALUE`\(choices), [s]kip or [a]bort"
        }
        return question.kinds.contains(.manual) ? "[d]one, [s]kip or [a]bort" : "[y]es, [s]kip or [a]bort"
    }

    /// What a line means; nil when it means nothing.
    ///
    /// The reason of a skip may follow the word.
    static func answer(_ line: String, to question: Question) -> PersonAnswer? {
        if question.kinds.contains(.parameter) { return answer(line, forValue: question) }
        let words = line.split(maxSplits: 1) { $0 == " " || $0 == "\t" }.map(String.init)
        guard let first = words.first else { return nil }
        let reason = words.count > 1 ? words[1] : ""
        if let typed = question.typed, line == typed { return .go }
        if question.kinds.contains(.failed), let answer = decision(first) { return answer }
        if let name = question.parameter, line.utf8.starts(with: "\(name)=".utf8) {
            return given(String(decoding: line.utf8.dropFirst(name.utf8.count + 1), as: UTF8.self), for: question)
        }
        switch first.lowercased() {
        case "s", "skip": return .skip(reason: reason)
        case "a", "abort": return .abort
        case "y",
            "yes" where !question.kinds.contains(.failed):
            return question.typed == nil && !question.kinds.contains(.manual) && reason.isEmpty ? .go : nil
        case "d", "done": return question.kinds.contains(.manual) && reason.isEmpty ? .go : nil
        default: return nil
        }
    }

    /// The value that is given instead of a step that would be done again; nil when it cannot be one.
    private static func given(_ text: String, for question: Question) -> PersonAnswer? {
        let isKnown = question.choices.isEmpty || question.choices.contains(text)
        return isKnown && isUsable(text, for: question) ? .set(text) : nil
    }

    /// Whether a text can be the value that is asked for, as far as its schema tells.
    private static func isUsable(_ text: String, for question: Question) -> Bool {
        question.schema.map { $0.problems(with: $0.value(of: text) ?? .string(text)).isEmpty } ?? true
    }

    /// What is said of a step that failed after it had changed its target.
    private static func decision(_ word: String) -> PersonAnswer? {
        switch word.lowercased() {
        case "accept": .accept
        case "again": .again
        default: nil
        }
    }

    /// What a parameter may be, in words.
    private static func value(_ question: Question) -> String {
        let choices = question.choices.enumerated().map { "[\($0 + 1)] \(visible($1))" }.joined(separator: ", ")
        let what = choices.isEmpty ? "a value" : choices
        return what + (question.offer.map { " (return for `\(visible($0))`)" } ?? "") + ", [s]kip or [a]bort"
    }

    /// What a line means as the value of a parameter; nil when it cannot be one.
    private static func answer(_ line: String, forValue question: Question) -> PersonAnswer? {
        if line.isEmpty { return question.offer.map { .set($0) } }
        if let number = Int(line), question.choices.indices.contains(number - 1), !question.choices.contains(line) {
            return .set(question.choices[number - 1])
        }
        if !question.choices.isEmpty || !isUsable(line, for: question) {
            let word = line.split(maxSplits: 1) { $0 == " " || $0 == "\t" }.first?.lowercased() ?? ""
            if question.choices.contains(line) { return .set(line) }
            if ["s", "skip"].contains(word) {
                return .skip(reason: String(line.dropFirst(word.count).drop { $0 == " " }))
            }
            return ["a", "abort"].contains(word) ? .abort : nil
        }
        switch line.lowercased() {
        case "s", "skip": return .skip(reason: "")
        case "a", "abort": return .abort
        default: return .set(line)
        }
    }

    private static func visible(_ text: String) -> String { VisibleText.visible(text, keepsLines: false) }
}
