package import RunbookModel

/// Sends notices about a run to people who do not watch it; nobody can answer that way.
package protocol Notices: Sendable {
    /// Tells of an occasion, as often as it takes within reason.
    ///
    /// - Parameters:
    ///   - occasion: What happened; it is kept already.
    ///   - step: The step that it is about; nil for the whole run.
    ///   - state: The fold of the journal.
    /// - Returns: What could not be told, and why, a phrase each.
    func tell(_ occasion: Occasion, about step: String?, in state: RunState) async -> [String]
}

/// Tells nobody.
package struct NoNotices: Notices {
    /// Makes one.
    package init() {}

    /// Tells nobody.
    package func tell(_ occasion: Occasion, about step: String?, in state: RunState) async -> [String] { [] }
}
