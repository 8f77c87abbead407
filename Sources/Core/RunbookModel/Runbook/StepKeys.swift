/// The keys of a step, after the defaults of the items and headings around it were joined in.
public struct StepKeys: Sendable {
    /// The targets, in the order they are named.
    public var targets: [Located<String>] = []
    /// The alternatives it belongs to; all must be chosen.
    public var alternatives: [Alternative] = []
    /// Computed conditions; all must hold.
    public var conditions: [Filter] = []
    /// The check that makes it needless.
    public var unless: Located<Unless>?
    /// Whether it acts in every run.
    public var repeats = false
    /// Whether `${` is text in its block.
    public var isVerbatim = false
    /// The steps it waits for instead of all earlier ones.
    public var needs: [Located<String>]?
    /// The longest time of one attempt.
    public var timeout: Located<Duration>?
    /// How long a question about the step, and the answer to it, hold good.
    public var expires: Located<Duration>?
    /// The longest time until it must hold.
    public var within: Located<Duration>?
    /// The pause between two tries.
    public var every: Located<Duration>?
    /// How long it must hold without a gap.
    public var holdsFor: Located<Duration>?
    /// How often an attempt's requests may be repeated when they certainly had no effect.
    public var retry: Located<Int>?
    /// The question of its gate.
    public var confirm: Template?
    /// The effect it declares; may only raise what its handler says.
    public var effect: Located<Effect>?
    /// The filter that must give the same value on all its targets.
    public var same: Filter?
    /// What of its response is shown while it runs.
    public var show: Show?
    /// The keys that are not the format's own; the handler must know them.
    public var others: [Other] = []

    /// A key that only a handler can know.
    public struct Other: Sendable, Hashable {
        /// The key.
        public let name: Located<String>
        /// Its value; nil when it is alone.
        public let value: Located<String>?

        /// Makes a key.
        public init(name: Located<String>, value: Located<String>?) {
            self.name = name
            self.value = value
        }
    }

    /// What `show` asks for.
    public enum Show: Sendable {
        /// The response, shaped for a person.
        case response
        /// The values of a filter, in one line.
        case filter(Filter)
    }

    /// What `unless` refers to.
    public enum Unless: Sendable, Hashable {
        /// The next `verify` in the same section, before another `run`.
        case next
        /// The `verify` of this id.
        case step(String)
    }

    /// Makes keys that say nothing.
    public init() {}

    /// The names of the keys that the format itself knows on a block, for did-you-mean.
    public static let names = [
        "id", "on", "if", "when", "unless", "again", "needs", "timeout", "retry", "within", "every", "for", "confirm",
        "expires", "effect", "same", "show", "verbatim",
    ]

    /// The names of the keys that may be in a directive as defaults for the blocks it covers.
    public static let inheritedNames = ["on", "if", "when", "timeout", "within", "every"]
}
