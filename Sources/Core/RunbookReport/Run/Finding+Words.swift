package import RunbookRun

extension Finding {
    /// What was asked, and what was found.
    package var text: String { detail.isEmpty ? title : "\(title): \(detail)" }

    /// The result in a few words.
    package var words: String {
        switch result {
        case .holds: "holds"
        case .fails: "does not hold"
        case .unknown: "could not be told"
        case .byHand: "look at it by hand"
        }
    }

    /// A mark, one column wide.
    var mark: String {
        switch result {
        case .holds: "✓"
        case .fails: "✗"
        case .unknown: "?"
        case .byHand: "☐"
        }
    }
}
