/// A type that is read from one word of a command line.
///
/// `String`, `Int` and enumerations of strings are ready; an enumeration needs no more than
/// `enum Color: String, CaseIterable, ArgumentValue`.
package protocol ArgumentValue: Sendable {
    /// Reads a word.
    ///
    /// - Throws: what is wrong with it.
    init(argument: String) throws(InvalidArgument)

    /// The value as it would be written on a command line; help shows defaults by it.
    var argumentText: String { get }

    /// All words that are allowed, where they can be listed: for help and suggestions.
    static var argumentChoices: [String] { get }
}

extension ArgumentValue {
    /// No list.
    package static var argumentChoices: [String] { [] }
}

extension String: ArgumentValue {
    package init(argument: String) throws(InvalidArgument) { self = argument }
    package var argumentText: String { self }
}

extension Int: ArgumentValue {
    package init(argument: String) throws(InvalidArgument) {
        guard let value = Int(argument) else { throw InvalidArgument("expected an integer") }
        self = value
    }
    package var argumentText: String { String(self) }
}

extension ArgumentValue where Self: RawRepresentable<String> & CaseIterable {
    package init(argument: String) throws(InvalidArgument) {
        guard let value = Self(rawValue: argument) else {
            let choices = Self.argumentChoices.map { "`\($0)`" }.joined(separator: ", ")
            throw InvalidArgument("expected one of \(choices)")
        }
        self = value
    }
    package var argumentText: String { rawValue }
    package static var argumentChoices: [String] { allCases.map(\.rawValue) }
}
