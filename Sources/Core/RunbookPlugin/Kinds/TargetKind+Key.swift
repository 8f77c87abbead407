extension TargetKind {
    /// A key of a target in an environment file.
    public struct Key: Sendable, Hashable {
        /// The name.
        public let name: String
        /// What its value is.
        public let form: Form
        /// Whether a target must have it.
        public let isRequired: Bool
        /// What else its value means.
        public let meaning: Meaning
        /// One sentence about it.
        public let summary: String
        /// The key as it may be written, such as `url: https://HOST:9200`, for the help of messages.
        public let example: String?

        /// What the value of a key means beyond its form.
        public enum Meaning: String, Sendable, Hashable, CaseIterable {
            /// Nothing.
            case plain
            /// As whom requests are made; plans show it.
            case user
            /// What the runbook is allowed to run on this machine; an environment that is found by its name must not
            /// allow it.
            case permission
        }

        /// Makes a key.
        public init(
            name: String, form: Form, isRequired: Bool = false, meaning: Meaning = .plain, summary: String,
            example: String? = nil
        ) {
            self.name = name
            self.form = form
            self.isRequired = isRequired
            self.meaning = meaning
            self.summary = summary
            self.example = example
        }
    }
}
