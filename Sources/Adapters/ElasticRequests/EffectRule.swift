package import RunbookModel

/// What requests to one endpoint do, told from their method and path.
package struct EffectRule: Sendable, Hashable {
    /// Where in a path the rule's segments must be.
    package enum Place: Sendable, Hashable {
        /// They are the whole path.
        case root
        /// They are the whole path, or all of it behind names: of an index, a type, and what is left of date math where
        /// a server takes the `/` in it for a separator.
        case index
        /// Anywhere: a rule that warns rather sees too much.
        case anywhere
    }

    /// What a rule looks for in a body, or in the query where a server takes that for one.
    package enum Mark: Sendable, Hashable {
        /// An NDJSON line whose action is this member.
        case bulkAction(String)
        /// A change of aliases that has this member, in a list of changes or alone.
        case aliasAction(String)
        /// A script that makes its operation a deletion.
        case deletingScript
        /// A statement that deletes rows or tables.
        case deletingStatement
        /// An operation of a JSON patch that removes something.
        case removingPatch
        /// A step of a life cycle in this phase.
        case nextPhase(String)
        /// A parameter or a member of this name that is not false.
        case setting(String)
    }

    /// The method; `*` for all but GET and HEAD, `any` for these, too.
    package let method: String
    /// Segments of a path with `/` between them: words with `|` between alternatives, `*` for any one segment (a name,
    /// which begins with no `_`, where the place is not `anywhere`), `**` for one or more.
    package let path: String
    /// Where they stand.
    package let place: Place
    /// What such a request does.
    package let effect: Effect
    /// What the request must hold for the rule to apply.
    package let mark: Mark?
    /// The alternatives of each segment.
    private let pattern: [[String]]

    init(_ method: String, _ path: String, _ place: Place, _ effect: Effect, mark: Mark? = nil) {
        self.method = method
        self.path = path
        self.place = place
        self.effect = effect
        self.mark = mark
        pattern = path.split(separator: "/").map { $0.split(separator: "|").map(String.init) }
    }

    /// The words of which a path must have one for the rule to apply; nil where it needs none.
    var words: [String]? { pattern.first { $0 != EffectRule.anyName && $0 != EffectRule.anyNames } }

    /// Whether the rule is for requests with this method and path.
    func applies(to method: String, _ segments: [String]) -> Bool {
        switch self.method {
        case "any": break
        case "*": if method == "GET" || method == "HEAD" { return false }
        default: if method != self.method { return false }
        }
        if path == "**" { return true }
        switch place {
        case .root: return EffectRule.matches(segments[...], pattern[...])
        case .index:
            let names = segments.prefix { EffectRule.isName($0) }.count
            return EffectRule.matches(segments[names...], pattern[...])
        case .anywhere:
            return segments.indices.contains { start in
                let rest = segments[start...]
                return rest.count >= pattern.count
                    && zip(pattern, rest).allSatisfy { $0 == EffectRule.anyName || $0.contains($1) }
            }
        }
    }

    /// The segment of a pattern for one name, and for one or more.
    private static let (anyName, anyNames) = (["*"], ["**"])

    /// Whether a path is exactly a pattern of words and `*`.
    static func matches(_ segments: ArraySlice<String>, _ pattern: ArraySlice<[String]>) -> Bool {
        guard let first = pattern.first else { return segments.isEmpty }
        guard let segment = segments.first else { return false }
        let rest = pattern.dropFirst()
        if first == anyNames {
            return segments.indices.contains { matches(segments[($0 + 1)...], rest) }
        }
        guard first == anyName ? isName(segment) : first.contains(segment) else { return false }
        return matches(segments.dropFirst(), rest)
    }

    /// Whether a segment is somebody's name and not a word of an API; `_all` is a name of indices.
    private static func isName(_ segment: String) -> Bool {
        segment.utf8.first != UInt8(ascii: "_") || segment == "_all"
    }
}
