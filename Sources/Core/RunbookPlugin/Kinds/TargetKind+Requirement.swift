public import OrderedJSON
import RunbookModel

extension TargetKind {
    /// Something that a declaration may require of a target, such as `version: ">=7.10"`.
    ///
    /// What it says is checked with the document. Whether the target meets it is asked of the target, by `examine` of a
    /// handler.
    public struct Requirement: Sendable, Hashable, ExpressibleByStringLiteral {
        /// What may be required.
        public enum Form: Sendable, Hashable {
            /// Anything; only the target can tell.
            case any
            /// Comparisons of a version, such as `>=7.10,<9`.
            case version
            /// One of these words, or a list of some of them, of which the target has to have one.
            case words([String])
            /// `true` or `false`.
            case flag
            /// Another target of the runbook.
            case target
            /// Servers that stand for the target where the document names them, as `HOST:PORT` or as URLs; nothing that
            /// a target could fail to meet.
            case addresses
        }

        /// The key.
        public let name: String
        /// What may be required.
        public let form: Form

        /// Makes a requirement.
        public init(_ name: String, form: Form = .any) {
            self.name = name
            self.form = form
        }

        /// Makes a requirement of which only the target can tell whether it makes sense.
        public init(stringLiteral name: String) { self.init(name) }

        /// What is wrong with a value that a declaration requires, with what to do; nil when it makes sense.
        ///
        /// - Parameter targets: The names of the declared targets.
        public func problem(with value: JSON, targets: [String]) -> (message: String, help: String)? {
            let text = value.string ?? value.text()
            let shown = VisibleText.visible(text)
            switch form {
            case .version where VersionRequirement(text) == nil:
                return (
                    "`\(shown)` is not a valid requirement of a version",
                    "write comparisons, such as `\(name): \">=7.10\"`"
                )
            case .words(let words):
                guard let wrong = (value.array ?? [value]).first(where: { !words.contains($0.string ?? $0.text()) })
                else {
                    return value.array?.isEmpty == true
                        ? ("`\(name)` has an empty list", "write the words that are possible") : nil
                }
                let word = wrong.string ?? wrong.text()
                return (
                    "`\(name)` cannot be `\(VisibleText.visible(word))`",
                    Suggestion.help(for: word, among: words, noun: "word")
                )
            case .flag where value.bool == nil:
                return ("`\(name)` cannot be `\(shown)`", "write `true` or `false`")
            case .target where !targets.contains(text):
                return (
                    "`\(name)` refers to `\(shown)`, which is not a target of this runbook",
                    Suggestion.help(for: text, among: targets, noun: "target")
                )
            case .addresses:
                guard let wrong = (value.array ?? [value]).first(where: { !Requirement.isAddress($0) }) else {
                    return nil
                }
                return (
                    "`\(VisibleText.visible(wrong.string ?? wrong.text()))` is not an address",
                    "write a list of servers, such as `\(name): [\"localhost:9200\"]`"
                )
            default: return nil
            }
        }

        /// Whether a value is `HOST`, `HOST:PORT` or a URL of one, without a path and a user.
        private static func isAddress(_ value: JSON) -> Bool {
            guard let text = value.string else { return false }
            let parts = text.split(separator: "://", maxSplits: 1, omittingEmptySubsequences: false)
            let authority = parts.last ?? ""
            return (parts.count == 1 || ["http", "https"].contains(parts[0])) && !authority.isEmpty
                && authority.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && !"/?#@\"'$".utf8.contains($0) }
        }

        /// The words that a requirement with words names; none for `null`.
        public static func words(of value: JSON) -> [String] {
            if case .null = value { return [] }
            return (value.array ?? [value]).map { $0.string ?? $0.text() }
        }

        /// Whether a system of which this is known meets a requirement.
        public func holds(_ value: JSON, for fact: String) -> Bool {
            let text = value.string ?? value.text()
            switch form {
            case .version: return VersionRequirement(text)?.holds(for: fact) ?? true
            case .any: return text == fact
            case .words: return Requirement.words(of: value).contains(fact)
            case .target, .addresses, .flag: return true
            }
        }
    }
}
