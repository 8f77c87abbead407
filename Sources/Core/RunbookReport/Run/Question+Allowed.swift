import RunbookModel
import RunbookRun

extension Question {
    /// What the value that it asks for may be, as a sentence; nil where no value is asked for, or any may be given.
    var allowed: String? {
        guard parameter != nil else { return nil }
        let values = choices.prefix(20).map { "`\($0)`" }.joined(separator: ", ")
        let rest = choices.count > 20 ? " and \(choices.count - 20) more" : ""
        let list = choices.isEmpty ? nil : "One of: \(values)\(rest)."
        let offered = offer.map { "The default is `\($0)`." }
        let sentences = [list, offered].compactMap { $0 }
        return sentences.isEmpty ? nil : sentences.joined(separator: " ")
    }
}
