package import RunbookModel

/// What requests to one endpoint do, told from their method and path.
package struct EffectRule: Sendable, Hashable {
    /// Where in a path the rule's segments must stand.
    package enum Place: Sendable, Hashable {
        /// From the first segment that begins with `_` (but `_all`, which is a name of indices) to the end.
        case whole
        /// From there on, with whatever behind.
        case start
        /// Anywhere: a rule that warns rather sees too much.
        case anywhere
    }

    /// The method; `*` for all but GET and HEAD.
    package let method: String
    /// Segments of a path with `/` between them; `*` is any one segment.
    package let path: String
    /// Where they stand.
    package let place: Place
    /// What such a request does.
    package let effect: Effect
    /// What the body must hold for the rule to apply.
    package let body: BodyMark?

    /// What a rule looks for in a body.
    package enum BodyMark: Sendable, Hashable {
        /// An NDJSON line whose action is this member.
        case bulkAction(String)
        /// An element of `actions` that has this member.
        case aliasAction(String)
    }

    init(_ method: String, _ path: String, _ place: Place, _ effect: Effect, body: BodyMark? = nil) {
        self.method = method
        self.path = path
        self.place = place
        self.effect = effect
        self.body = body
    }
}
