/// Why a step failed, told so that a person can act on it.
package struct StepFailure: Sendable, Hashable {
    /// One place where the response is not what was expected.
    package struct Difference: Sendable, Hashable {
        /// The path in the response, such as `.hits.total.value`.
        package let path: String
        /// What was expected there, as text.
        package let expected: String
        /// What is there, as text.
        package let actual: String
        /// The line of the check that found it, where that is not the failure's own.
        package var line: Int?

        /// Makes a difference.
        package init(path: String, expected: String, actual: String, line: Int? = nil) {
            self.line = line
            self.path = path
            self.expected = expected
            self.actual = actual
        }
    }

    /// The stable name of the kind of failure, such as `expect/unmet` or `action/refused`.
    package let code: String
    /// What happened, as a phrase without a full stop.
    package let message: String
    /// The file of the line as the user named it; nil where a journal before 0.2 did not say it.
    package let file: String?
    /// The line of the expectation, filter or request that did not hold, from 1.
    package let line: Int?
    /// The target it happened on, when there are several.
    package let target: String?
    /// What was asked, secrets left as `${name}`.
    package let request: String?
    /// The same as a command to paste, secrets as shell variables.
    package let command: String?
    /// Where the response differs.
    package let differences: [Difference]

    /// Makes a failure.
    package init(
        code: String, message: String, file: String? = nil, line: Int? = nil, target: String? = nil,
        request: String? = nil,
        command: String? = nil, differences: [Difference] = []
    ) {
        self.code = code
        self.message = message
        self.file = file
        self.line = line
        self.target = target
        self.request = request
        self.command = command
        self.differences = differences
    }

    /// The same failure, whose message says one thing more.
    package func saying(_ hint: String) -> StepFailure {
        StepFailure(
            code: code, message: "\(message); \(hint)", file: file, line: line, target: target, request: request,
            command: command, differences: differences)
    }
}
