/// One step of a plan, rendered as far as it can be before a run.
@dynamicMemberLookup
public struct PlannedStep: Sendable, Hashable {
    /// Whether the step is taken.
    public enum Fate: Sendable, Hashable {
        /// It is.
        case taken
        /// It is left out; the detail names what decided it.
        case skipped(SkipReason, detail: String)
        /// Conditions decide it that use values of the run.
        case undecided([String])
    }

    /// One request; it is made on each target.
    public struct Request: Sendable, Hashable {
        /// What it does.
        public let effect: Effect
        /// One line for people, such as `PUT /twitter`.
        public let title: String
        /// Its parts; what only the run knows is told in words, a secret is left as `${name}`.
        public let fields: [Action.Field]

        /// Makes a request.
        public init(effect: Effect, title: String, fields: [Action.Field]) {
            self.effect = effect
            self.title = title
            self.fields = fields
        }
    }

    /// Something that must hold of the responses.
    public struct Expectation: Sendable, Hashable {
        /// How it is asked.
        public enum Kind: String, Sendable, Hashable {
            /// By an example of the response.
            case expect
            /// By a filter that must be true.
            case assert
            /// By a filter that gives the same on all targets.
            case same
            /// By the statuses that are accepted.
            case status
        }

        /// How it is asked.
        public let kind: Kind
        /// The example or filter.
        public let text: String

        /// Makes an expectation.
        public init(kind: Kind, text: String) {
            self.kind = kind
            self.text = text
        }
    }

    /// What a person is asked.
    public struct Gate: Sendable, Hashable {
        /// Why; all at once.
        public let kinds: [Question.Kind]
        /// The question.
        public let text: String
        /// The word that must be typed, for what is dear.
        public let typed: String?

        /// Makes a gate.
        public init(kinds: [Question.Kind], text: String, typed: String?) {
            self.kinds = kinds
            self.text = text
            self.typed = typed
        }
    }

    /// What tells it from others; its members can be read as those of the step.
    public let heading: StepHeading
    /// Whether it is taken.
    public let fate: Fate
    /// Its requests, in order.
    public let requests: [Request]
    /// What must hold of the responses.
    public let expectations: [Expectation]
    /// The names of the values it gives, in order.
    public let gives: [String]
    /// What is asked before it.
    public let gate: Gate?
    /// The identity of the check that makes it needless.
    public let unless: String?
    /// Whether it acts in every run (`again=yes`).
    public let repeats: Bool
    /// Its times.
    public let limits: PlannedLimits
    /// What its reads said now, or its requests would find; nil when they were not performed, or it cannot be told.
    public var probe: ProbeResult?

    /// Makes a step.
    public init(
        heading: StepHeading, fate: Fate = .taken, requests: [Request] = [], expectations: [Expectation] = [],
        gives: [String] = [], gate: Gate? = nil, unless: String? = nil, repeats: Bool = false,
        limits: PlannedLimits = PlannedLimits(), probe: ProbeResult? = nil
    ) {
        self.heading = heading
        self.fate = fate
        self.requests = requests
        self.expectations = expectations
        self.gives = gives
        self.gate = gate
        self.unless = unless
        self.repeats = repeats
        self.limits = limits
        self.probe = probe
    }

    /// A member of the heading.
    public subscript<Value>(dynamicMember member: KeyPath<StepHeading, Value>) -> Value { heading[keyPath: member] }

    /// Whether it is left out.
    public var isSkipped: Bool { if case .skipped = fate { true } else { false } }

    /// Whether a second run would send it again although it may not be sent twice.
    public var isSentAgain: Bool { heading.role == .run && heading.effect > .read && unless == nil && !repeats }
}
