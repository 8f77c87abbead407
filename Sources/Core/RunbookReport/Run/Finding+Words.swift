package import RunbookRun

extension Finding {
    /// What was asked, and what was found.
    package var text: String { detail.isEmpty ? title : "\(title): \(detail)" }

    /// What was asked, and what was found where a person learns something from it.
    ///
    /// That a long filter is false says no more than the question that it answers. Reports contain it.
    var brief: String {
        let isFilterOnly = detail.hasSuffix(Self.falseAssertion) && detail.utf8.count > Self.longestFilter
        return isFilterOnly ? title : text
    }

    private static let falseAssertion = " is false, expected true"
    private static let longestFilter = 80

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
