public import OrderedJSON
public import RunbookModel

extension Manifest {
    /// A key of a block.
    public struct Key: Sendable, Hashable {
        /// The name.
        public let name: String
        /// One sentence about it.
        public let summary: String
        /// What its value may be.
        public let schema: ParameterSchema
        /// Whether every block must have it.
        public let isRequired: Bool
        /// The value of a block that does not have it.
        public let defaultValue: JSON?

        /// Makes a key.
        public init(
            name: String, summary: String, schema: ParameterSchema = ParameterSchema(), isRequired: Bool = false,
            defaultValue: JSON? = nil
        ) {
            self.name = name
            self.summary = summary
            self.schema = schema
            self.isRequired = isRequired
            self.defaultValue = defaultValue
        }
    }
}
