package import RunbookModel

/// An action as it is kept: what was asked, secrets left as `${name}`.
package struct ActionRecord: Sendable, Hashable {
    /// The target's name.
    package let target: String?
    /// The position among the requests of the step, from 0.
    package let index: Int
    /// What it does to its target.
    package let effect: Effect
    /// One line for people.
    package let title: String
    /// The body or what else is sent, for people, cut at `ResponseRecord.limit`.
    package let content: String

    /// Makes a record.
    package init(target: String?, index: Int, effect: Effect, title: String, content: String) {
        self.target = target
        self.index = index
        self.effect = effect
        self.title = title
        self.content = content
    }
}

extension ActionRecord {
    /// The request for people: its line, and below it what else is sent.
    package var text: String { ActionRecord.text(title, content) }

    /// A line of a request, and below it what else is sent.
    ///
    /// The line of a script is one of its own lines, and is not repeated.
    package static func text(_ title: String, _ content: String) -> String {
        if content.isEmpty || title.isEmpty { return title + content }
        let beginning = title.hasSuffix("…") ? String(title.dropLast()) : nil
        let isLine = content.utf8.split(separator: UInt8(ascii: "\n")).contains { line in
            let line = line.drop { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
            return beginning.map { line.starts(with: $0.utf8) } ?? line.elementsEqual(title.utf8)
        }
        return isLine ? content : title + "\n" + content
    }
}
