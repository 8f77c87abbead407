public import RunbookModel

extension Manifest {
    /// Something that a YAML block asks a handler for by its first line, `uses: FAMILY/NAME`.
    ///
    /// The block's other keys are checked against `keys` before a run, each mistake at its line and column, so that a
    /// handler gets only blocks that fit.
    public struct Operation: Sendable, Hashable {
        /// The name behind the handler's family, such as `nlb.ServerGroup`.
        public let name: String
        /// One sentence about it.
        public let summary: String
        /// The kind of target it acts on.
        public let targetKind: String
        /// The keys of its blocks, besides `uses`.
        public let keys: [Key]

        /// Makes an operation.
        public init(name: String, summary: String, targetKind: String, keys: [Key]) {
            self.name = name
            self.summary = summary
            self.targetKind = targetKind
            self.keys = keys
        }

        /// A key of a block, or of a mapping in it.
        public struct Key: Sendable, Hashable {
            /// The name.
            public let name: String
            /// What its value may be.
            public let value: Value
            /// Whether it must be there.
            public let isRequired: Bool
            /// One sentence about it.
            public let summary: String

            /// Makes a key.
            public init(_ name: String, _ value: Value, isRequired: Bool = false, summary: String) {
                self.name = name
                self.value = value
                self.isRequired = isRequired
                self.summary = summary
            }
        }

        /// What a value may be.
        public indirect enum Value: Sendable, Hashable {
            /// A text, number or truth value.
            case scalar(ParameterSchema)
            /// A list of such values.
            case list(Value)
            /// A mapping with these keys.
            case object([Key])
            /// A mapping with keys of the author's choice.
            case map(Value)
            /// Anything.
            case any
        }
    }
}
