import RunbookModel

/// The keys of one block or directive, before defaults are joined in.
struct GivenKeys: Sendable {
    /// The id of a block or manual step.
    var id: Located<String>?
    /// The keys.
    var step = StepKeys()
    /// Where each key was given, to find what is repeated.
    var places: [String: SourceSpan] = [:]
}

extension StepKeys {
    /// Takes what is not said here from the keys of something around; conditions add up.
    mutating func inherit(from outer: StepKeys) {
        if targets.isEmpty { targets = outer.targets }
        alternatives += outer.alternatives
        conditions += outer.conditions
        timeout = timeout ?? outer.timeout
        within = within ?? outer.within
        every = every ?? outer.every
    }
}
