/// Why a step failed, told so that a person can act on it.
public struct StepFailure: Sendable, Hashable {
    /// One place where the response is not what was expected.
    public struct Difference: Sendable, Hashable {
        /// The path in the response, such as `.hits.total.value`.
        public let path: String
        /// What was expected there, as text.
        public let expected: String
        /// What is there, as text.
        public let actual: String

        /// Makes a difference.
        public init(path: String, expected: String, actual: String) {
            self.path = path
            self.expected = expected
            self.actual = actual
        }
    }

    /// The stable name of the kind of failure, such as `expect/unmet` or `action/refused`.
    public let code: String
    /// What happened, as a phrase without a full stop.
    public let message: String
    /// The file of the line as the user named it; nil where a journal before 0.2 did not say it.
    public let file: String?
    /// The line of the expectation, filter or request that did not hold, from 1.
    public let line: Int?
    /// The target it happened on, when there are several.
    public let target: String?
    /// What was asked, secrets left as `${name}`.
    public let request: String?
    /// The same as a command to paste, secrets as shell variables.
    public let command: String?
    /// Where the response differs.
    public let differences: [Difference]

    /// Makes a failure.
    public init(
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
}
