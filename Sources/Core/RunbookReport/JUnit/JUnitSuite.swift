package import RunbookRun

/// The cases that came of one runbook, or of one combination of its parameters.
package struct JUnitSuite: Sendable, Hashable {
    /// What it is called.
    package let name: String
    /// When it began.
    package let started: Timestamp?
    /// The machine it ran on.
    package let host: String?
    /// What else is to be known, as names and values.
    package let properties: [Property]
    /// Its cases in order.
    package private(set) var cases: [JUnitCase]

    /// Something to be known of a suite.
    package struct Property: Sendable, Hashable {
        /// What it is.
        package let name: String
        /// Its value.
        package let value: String

        /// Makes a property.
        package init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// Makes a suite.
    package init(
        _ name: String, started: Timestamp? = nil, host: String? = nil, properties: [Property] = [],
        cases: [JUnitCase] = []
    ) {
        self.name = name
        self.started = started
        self.host = host
        self.properties = properties
        self.cases = cases
    }

    /// Adds a case behind the others.
    package mutating func append(_ added: JUnitCase) { cases.append(added) }

    /// Whether one of its cases failed, or came to no verdict.
    package var hasFailed: Bool { cases.contains { $0.outcome.isBad } }
}
