import RunbookModel

extension Step {
    /// The most of one check that is kept, in bytes.
    private static let longestCheck = 4096

    /// Whether its author wants the response to be seen while it runs.
    var showsResponse: Bool { if case .response? = keys.show { true } else { false } }

    /// What is asked of its response, for people: one text for each filter and each expectation.
    ///
    /// What is captured is among the values.
    ///
    /// - Parameter shown: Makes a text of a template.
    func shownChecks(_ shown: (Template) -> String) -> [String] {
        var texts = checks.flatMap { check -> [String] in
            switch check {
            case .expect(let expectation): ["expect \(shown(expectation.template))"]
            case .assert(let filters): filters.map { "assert \($0.text)" }
            case .capture: []
            }
        }
        if let same = keys.same { texts.append("same \(same.text)") }
        return texts.map { Excerpt.text($0, atMost: Step.longestCheck) }
    }
}
