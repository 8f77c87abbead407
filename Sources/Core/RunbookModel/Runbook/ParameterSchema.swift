public import OrderedJSON

/// What a parameter's value may be: the words of JSON Schema that runbooks use.
public struct ParameterSchema: Sendable, Hashable {
    /// The type of a value.
    public enum Kind: String, Sendable, Hashable, CaseIterable {
        /// Text.
        case string
        /// A number without fraction.
        case integer
        /// Any number.
        case number
        /// `true` or `false`.
        case boolean
        /// A list.
        case array
        /// A set of members.
        case object
    }

    /// The type; nil when only `enum` says what is allowed.
    public var kind: Kind?
    /// The allowed values, in order.
    public var choices: [JSON]?
    /// The least number.
    public var minimum: JSONNumber?
    /// The greatest number.
    public var maximum: JSONNumber?
    /// The least number of characters or elements.
    public var minimumLength: Int?
    /// The greatest number of characters or elements.
    public var maximumLength: Int?
    /// A regular expression (ECMA 262 in spirit) that the text must match somewhere.
    public var pattern: String?
    /// A name of a form of text: `ipv4`, `hostname`, `uri`, `date`.
    public var format: String?
    /// What each element must be; at most one level.
    public var items: [ParameterSchema]

    /// Makes a schema that allows everything.
    public init() { items = [] }

    /// Whether the values are a list of which one is chosen, so that `if` can name them: an `enum` or a boolean.
    public var alternatives: [String]? {
        if let choices {
            let texts = choices.compactMap { $0.string ?? $0.number?.text ?? $0.bool.map { $0 ? "true" : "false" } }
            return texts.count == choices.count ? texts : nil
        }
        return kind == .boolean ? ["true", "false"] : nil
    }
}
