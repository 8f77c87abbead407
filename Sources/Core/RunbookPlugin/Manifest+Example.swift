public import RunbookModel

extension Manifest {
    /// A block and the titles and effects of its requests.
    public struct Example: Sendable, Hashable {
        /// The fence language.
        public let language: String
        /// The content.
        public let content: String
        /// The keys of the block that are the handler's own, as they are written.
        public let keys: [Setting]
        /// Whether the block is a `verify`.
        public let isVerify: Bool
        /// The title and effect of each request.
        public let actions: [Request]

        /// A key of the block with its value.
        public struct Setting: Sendable, Hashable {
            /// The key.
            public let name: String
            /// The value.
            public let value: String

            /// Makes a key with a value.
            public init(name: String, value: String) {
                self.name = name
                self.value = value
            }
        }

        /// What is known of a request.
        public struct Request: Sendable, Hashable {
            /// The line for people.
            public let title: String
            /// What it does to its target.
            public let effect: Effect

            /// Makes a request.
            public init(title: String, effect: Effect) {
                self.title = title
                self.effect = effect
            }
        }

        /// Makes an example.
        public init(
            language: String, content: String, keys: [Setting] = [], isVerify: Bool = false,
            actions: [(title: String, effect: Effect)]
        ) {
            self.language = language
            self.content = content
            self.keys = keys
            self.isVerify = isVerify
            self.actions = actions.map { Request(title: $0.title, effect: $0.effect) }
        }
    }
}
