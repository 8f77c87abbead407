/// One request of a step before its holes are filled, as a handler prepared it.
public struct ActionTemplate: Sendable, Hashable {
    /// A named part of a request, such as `path` or `body`; its meaning is the handler's own.
    public struct Field: Sendable, Hashable {
        /// The part's name.
        public let name: String
        /// The part.
        public let template: Template

        /// Makes a part.
        public init(_ name: String, _ template: Template) {
            self.name = name
            self.template = template
        }
    }

    /// What it does to its target.
    public private(set) var effect: Effect
    /// One line for people, such as `PUT /twitter/_doc/1`.
    public let title: Template
    /// The parts of the request.
    public let fields: [Field]
    /// Whether repeating it under the same token certainly acts only once.
    public let isRepeatable: Bool
    /// Whether it says what shall be, so that another run changes nothing that is so already.
    public let isIdempotent: Bool
    /// Whether only the author says that it does no more than `effect`.
    public private(set) var isLowered: Bool
    /// How long the target may hold the request before it responds; nil where it responds when it is done.
    public let wait: Duration?
    /// Whether the request itself says how long `wait` is, and not only its API.
    public var isWaitStated = false
    /// Whether the target holds the request for so long while what it names is not there.
    public var waitsForExistence = false
    /// Whether the target responds only when work is done of which nobody knows how long it takes.
    public let isOpenEnded: Bool
    /// Whether two of it leave its target as one does.
    public var isSafeTwice = false
    /// Whether it may miss what was written just before it, as a search does.
    public var seesLate = false
    /// Whether each read after it sees what was written before it and by it.
    public var makesSeen = false
    /// Where it is in the file.
    public let span: SourceSpan

    /// The same request with the effect that its author says.
    public func with(effect other: Effect) -> ActionTemplate {
        var changed = self
        changed.effect = other
        changed.isLowered = other < effect
        return changed
    }

    /// Makes a template.
    public init(
        effect: Effect, title: Template, fields: [Field], isRepeatable: Bool = false, isIdempotent: Bool = false,
        isLowered: Bool = false, wait: Duration? = nil, isOpenEnded: Bool = false, span: SourceSpan
    ) {
        self.effect = effect
        self.isLowered = isLowered
        self.wait = wait
        self.isOpenEnded = isOpenEnded
        self.title = title
        self.fields = fields
        self.isRepeatable = isRepeatable
        self.isIdempotent = isIdempotent
        self.span = span
    }

    /// The holes of all parts.
    public var holes: [Hole] { fields.flatMap(\.template.holes) }
}
