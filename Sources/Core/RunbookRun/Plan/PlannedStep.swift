package import RunbookModel

/// One step of a plan, rendered as far as it can be before a run.
@dynamicMemberLookup
package struct PlannedStep: Sendable, Hashable {
    /// Whether the step is taken.
    package enum Fate: Sendable, Hashable {
        /// It is.
        case taken
        /// It is omitted; the detail names what decided it.
        case skipped(SkipReason, detail: String)
        /// Conditions decide it that use values of the run.
        case undecided([String])
    }

    /// One request; it is made on each target.
    package struct Request: Sendable, Hashable {
        /// What it does.
        package let effect: Effect
        /// One line for people, such as `PUT /twitter`.
        package let title: String
        /// Its parts; what only the run knows is reported in words, a secret is left as `${name}`.
        package let fields: [Action.Field]
        /// Whether it says what shall be, so that another run changes nothing that is so already.
        package let isIdempotent: Bool

        /// Makes a request.
        package init(effect: Effect, title: String, fields: [Action.Field], isIdempotent: Bool = false) {
            self.effect = effect
            self.title = title
            self.fields = fields
            self.isIdempotent = isIdempotent
        }
    }

    /// Something that must hold of the responses.
    package struct Expectation: Sendable, Hashable {
        /// How it is asked.
        package enum Kind: String, Sendable, Hashable {
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
        package let kind: Kind
        /// The example or filter.
        package let text: String

        /// Makes an expectation.
        package init(kind: Kind, text: String) {
            self.kind = kind
            self.text = text
        }
    }

    /// What a person is asked.
    package struct Gate: Sendable, Hashable {
        /// Why; all at once.
        package let kinds: [Question.Kind]
        /// The question.
        package let text: String
        /// The word that must be typed, for what is dear.
        package let typed: String?

        /// Makes a gate.
        package init(kinds: [Question.Kind], text: String, typed: String?) {
            self.kinds = kinds
            self.text = text
            self.typed = typed
        }
    }

    /// What tells it from others; its members can be read as those of the step.
    package let heading: StepHeading
    /// Whether it is taken.
    package let fate: Fate
    /// Its requests, in order.
    package let requests: [Request]
    /// What must hold of the responses.
    package let expectations: [Expectation]
    /// The names of the values it gives, in order.
    package let gives: [String]
    /// What is asked before it.
    package let gate: Gate?
    /// The identity of the check that makes it needless.
    package let unless: String?
    /// Whether it acts in every run (`again=yes`).
    package let repeats: Bool
    /// Whether something takes it back.
    package let isUndoable: Bool
    /// Its times.
    package let limits: PlannedLimits
    /// What its reads said now, or its requests would find; nil when they were not performed, or it cannot be told.
    package var probe: ProbeResult?

    /// Makes a step.
    package init(
        heading: StepHeading, fate: Fate = .taken, requests: [Request] = [], expectations: [Expectation] = [],
        gives: [String] = [], gate: Gate? = nil, unless: String? = nil, repeats: Bool = false, isUndoable: Bool = false,
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
        self.isUndoable = isUndoable
        self.limits = limits
        self.probe = probe
    }

    /// The same step with another fate, such as that of an include that it belongs to.
    package func with(fate: Fate) -> PlannedStep {
        PlannedStep(
            heading: heading, fate: fate, requests: requests, expectations: expectations, gives: gives, gate: gate,
            unless: unless, repeats: repeats, isUndoable: isUndoable, limits: limits, probe: probe)
    }

    /// A member of the heading.
    package subscript<Value>(dynamicMember member: KeyPath<StepHeading, Value>) -> Value { heading[keyPath: member] }

    /// Whether it is omitted.
    package var isSkipped: Bool { if case .skipped = fate { true } else { false } }

    /// Whether a second run would send it again although it may not be sent twice.
    package var isSentAgain: Bool {
        heading.role == .run && heading.effect > .read && unless == nil && !repeats
            && !requests.allSatisfy { $0.isIdempotent || $0.effect == .read }
    }
}
