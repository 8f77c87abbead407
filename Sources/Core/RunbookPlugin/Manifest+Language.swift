extension Manifest {
    /// A fence language that the handler takes.
    public struct Language: Sendable, Hashable {
        /// The first word of the info string, such as `console`.
        public let name: String
        /// The kind of target it goes to.
        public let targetKind: String
        /// Whether the content must begin with `METHOD path`, because the language is used for other things too.
        public let mustBeRequest: Bool
        /// How values get into the content.
        public let body: Body

        /// How values get into the content of a block.
        public enum Body: String, Sendable, Hashable, CaseIterable {
            /// A grammar of the handler's own; only for handlers that are compiled in.
            case own
            /// JSON: values are escaped in strings, and written as JSON elsewhere.
            case json
            /// YAML: a scalar that is one hole keeps the value's type.
            case yaml
            /// Text: values are pasted as they are.
            case text
            /// Anything: `${name}` stays as it is, and the values come beside the content.
            case values
        }

        /// Makes a language.
        public init(_ name: String, targetKind: String, mustBeRequest: Bool = false, body: Body = .own) {
            self.name = name
            self.targetKind = targetKind
            self.mustBeRequest = mustBeRequest
            self.body = body
        }
    }
}
