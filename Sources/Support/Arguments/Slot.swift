/// One declared argument of a command.
struct Slot: Sendable {
    /// How often the argument may appear.
    enum Count: Sendable, Hashable {
        case exactlyOne
        case atMostOne
        case any(atLeast: Int)
    }

    /// Where its words come from.
    enum Form: Sendable, Hashable {
        case positional(Count)
        case flag
        case option(placeholder: String, repeats: Bool)
    }

    /// Why the words given are not a value.
    struct Rejection: Error {
        let word: String
        let reason: String
    }

    /// The placeholder of a positional argument, the long name of an option without its dashes.
    let name: String
    let short: Character?
    let form: Form
    let help: String
    let choices: [String]
    let defaultText: String?
    /// Makes the value of the words given, which are as many as `form` allows.
    let read: @Sendable ([String]) throws(Rejection) -> any Sendable

    var isPositional: Bool {
        if case .positional = form { true } else { false }
    }

    /// What help calls the value of an option; nil for what takes none.
    var placeholder: String? {
        if case .option(let placeholder, _) = form { placeholder } else { nil }
    }

    /// The name as it is written on a command line.
    var spelling: String { isPositional ? name : "--" + name }
}
