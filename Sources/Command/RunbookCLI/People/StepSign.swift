/// The variable that tells programs of a run that they are its own, so that they leave its questions to people.
enum StepSign {
    /// Its name; those who start programs for a step set it.
    static let name = "RUNBOOK_STEP"

    /// Whether it is set.
    static func isThere(in variables: [String: String]) -> Bool { variables[name] != nil }
}
