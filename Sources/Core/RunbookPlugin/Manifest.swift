public import RunbookModel

/// What a handler is and understands.
public struct Manifest: Sendable {
    /// The handler's name, such as `console`.
    public let name: String
    /// The handler's version.
    public let version: String
    /// One sentence about it.
    public let summary: String
    /// The fence languages it takes, per kind of target, and whether the content must look like a request.
    public let languages: [Language]
    /// The kinds of target it knows how to look at.
    public let targetKinds: [TargetKind]
    /// The keys it understands besides the format's own.
    public let keys: [Key]
    /// Whether its steps wait by themselves, so that `within` makes sense on a `run`.
    public let waits: Bool
    /// Blocks that show how it is used; they are tested.
    public let examples: [Example]

    /// A fence language that the handler takes.
    public struct Language: Sendable, Hashable {
        /// The first word of the info string, such as `console`.
        public let name: String
        /// The kind of target it goes to.
        public let targetKind: String
        /// Whether the content must begin with `METHOD path`, because the language is used for other things too.
        public let mustBeRequest: Bool

        /// Makes a language.
        public init(_ name: String, targetKind: String, mustBeRequest: Bool = false) {
            self.name = name
            self.targetKind = targetKind
            self.mustBeRequest = mustBeRequest
        }
    }

    /// A kind of target.
    public struct TargetKind: Sendable, Hashable {
        /// The name, such as `elasticsearch`.
        public let name: String
        /// The properties that documents may read as `${target.property}`.
        public let properties: [String]
        /// What a declaration may demand of such a target besides `kind` and `description`.
        public let requirements: [String]

        /// Makes a kind.
        public init(name: String, properties: [String], requirements: [String]) {
            self.name = name
            self.properties = properties
            self.requirements = requirements
        }
    }

    /// A key of a block.
    public struct Key: Sendable, Hashable {
        /// The name.
        public let name: String
        /// One sentence about it.
        public let summary: String

        /// Makes a key.
        public init(name: String, summary: String) {
            self.name = name
            self.summary = summary
        }
    }

    /// A block and the titles and effects of its requests.
    public struct Example: Sendable, Hashable {
        /// The fence language.
        public let language: String
        /// The content.
        public let content: String
        /// The title and effect of each request.
        public let actions: [(title: String, effect: Effect)]

        /// Makes an example.
        public init(language: String, content: String, actions: [(title: String, effect: Effect)]) {
            self.language = language
            self.content = content
            self.actions = actions
        }

        /// Compares all members.
        public static func == (left: Example, right: Example) -> Bool {
            left.language == right.language && left.content == right.content
                && left.actions.elementsEqual(right.actions) { $0.title == $1.title && $0.effect == $1.effect }
        }

        /// Feeds the content.
        public func hash(into hasher: inout Hasher) { hasher.combine(content) }
    }

    /// Makes a manifest.
    public init(
        name: String, version: String, summary: String, languages: [Language], targetKinds: [TargetKind], keys: [Key],
        waits: Bool = false, examples: [Example] = []
    ) {
        self.name = name
        self.version = version
        self.summary = summary
        self.languages = languages
        self.targetKinds = targetKinds
        self.keys = keys
        self.waits = waits
        self.examples = examples
    }
}
