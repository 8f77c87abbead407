/// One request of a step with its holes filled, on one target: what a handler performs.
public struct Action: Sendable, Hashable {
    /// The step's identity.
    public let step: String
    /// The target's name; nil for a handler that needs none.
    public let target: String?
    /// The position among the requests of the step, from 0.
    public let index: Int
    /// What it does to its target.
    public let effect: Effect
    /// Whether only the author says that it does no more than `effect`.
    public let isLowered: Bool
    /// One line for people; contains no secret when made by `Template.shown`.
    public let title: String
    /// The filled parts of the request by name, in the order of the template.
    public let fields: [Field]
    /// A text that is the same for every repetition of this action of this run, for idempotency.
    public let token: String
    /// What was there before the run acted on it; nil where nobody looked.
    public var before: Before?

    /// A filled part of a request.
    public struct Field: Sendable, Hashable {
        /// The part's name.
        public let name: String
        /// The part.
        public let value: String

        /// Makes a part.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Makes an action.
    public init(
        step: String, target: String?, index: Int, effect: Effect, isLowered: Bool = false, title: String,
        fields: [Field], token: String
    ) {
        self.step = step
        self.target = target
        self.index = index
        self.effect = effect
        self.isLowered = isLowered
        self.title = title
        self.fields = fields
        self.token = token
    }

    /// The part of a name.
    public func field(_ name: String) -> String? { fields.first { $0.name == name }?.value }
}
