/// `if=NAME:VALUE,VALUE`: the step belongs to some values of an `enum` or boolean parameter.
public struct Alternative: Sendable, Hashable {
    /// The parameter.
    public let parameter: Located<String>
    /// The values of which one must be chosen.
    public let values: [Located<String>]

    /// Makes an alternative.
    public init(parameter: Located<String>, values: [Located<String>]) {
        self.parameter = parameter
        self.values = values
    }
}
