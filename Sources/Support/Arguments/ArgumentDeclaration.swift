/// Collects the arguments of one command; each method gives the key that reads the value later.
///
/// Help texts begin in lower case and have no full stop. Two arguments of one name, a positional one behind a repeated
/// one, a required one behind an optional one, and an option called `help`, `h` or `version` are mistakes of the
/// program and trap, so that any test that parses the command finds them.
package struct ArgumentDeclaration: Sendable {
    private(set) var slots: [Slot] = []

    /// Declares a positional argument that must be given.
    package mutating func argument<Value: ArgumentValue>(
        _ name: String, as _: Value.Type = String.self, help: String
    ) -> ArgumentKey<Value> {
        add(name, .positional(.exactlyOne), Value.self, help: help) { values in values.first }
    }

    /// Declares a positional argument that may be left out.
    package mutating func optionalArgument<Value: ArgumentValue>(
        _ name: String, as _: Value.Type = String.self, help: String
    ) -> ArgumentKey<Value?> {
        add(name, .positional(.atMostOne), Value.self, help: help) { .some($0.first) }
    }

    /// Declares the positional argument that takes all words that are left, at least so many.
    package mutating func arguments<Value: ArgumentValue>(
        _ name: String, atLeast minimum: Int = 1, of _: Value.Type = String.self, help: String
    ) -> ArgumentKey<[Value]> {
        add(name, .positional(.any(atLeast: minimum)), Value.self, help: help) { $0 }
    }

    /// Declares an option that takes no value; given several times it counts once.
    package mutating func flag(_ name: String, _ short: Character? = nil, help: String) -> ArgumentKey<Bool> {
        add(
            Slot(name: name, short: short, form: .flag, help: help, choices: [], defaultText: nil) { words in
                !words.isEmpty
            })
    }

    /// Declares an option that takes no value, and of which it matters how often it is given.
    package mutating func count(_ name: String, _ short: Character? = nil, help: String) -> ArgumentKey<Int> {
        add(
            Slot(name: name, short: short, form: .flag, help: help, choices: [], defaultText: nil) { words in
                words.count
            })
    }

    /// Declares an option with a value that may be left out.
    package mutating func option<Value: ArgumentValue>(
        _ name: String, _ short: Character? = nil, _ placeholder: String, as _: Value.Type = String.self, help: String
    ) -> ArgumentKey<Value?> {
        add(name, short: short, .option(placeholder: placeholder, repeats: false), Value.self, help: help) {
            .some($0.first)
        }
    }

    /// Declares an option with a value and what it is when it is not given, which help shows.
    package mutating func option<Value: ArgumentValue>(
        _ name: String, _ short: Character? = nil, _ placeholder: String, default: Value, help: String
    ) -> ArgumentKey<Value> {
        add(
            name, short: short, .option(placeholder: placeholder, repeats: false), Value.self,
            defaultText: `default`.argumentText, help: help
        ) { $0.first ?? `default` }
    }

    /// Declares an option with a value that may be given several times; the values keep their order.
    package mutating func options<Value: ArgumentValue>(
        _ name: String, _ short: Character? = nil, _ placeholder: String, of _: Value.Type = String.self, help: String
    ) -> ArgumentKey<[Value]> {
        add(name, short: short, .option(placeholder: placeholder, repeats: true), Value.self, help: help) { $0 }
    }

    /// Adds an argument whose words are values of one type; `result` makes of them what the key promises.
    private mutating func add<Value: ArgumentValue, Result: Sendable>(
        _ name: String, short: Character? = nil, _ form: Slot.Form, _: Value.Type, defaultText: String? = nil,
        help: String, result: @escaping @Sendable ([Value]) -> Result?
    ) -> ArgumentKey<Result> {
        let slot = Slot(
            name: name, short: short, form: form, help: help, choices: Value.argumentChoices, defaultText: defaultText
        ) { words throws(Slot.Rejection) in
            var values: [Value] = []
            for word in words {
                do throws(InvalidArgument) {
                    values.append(try Value(argument: word))
                } catch {
                    throw Slot.Rejection(word: word, reason: error.reason)
                }
            }
            guard let result = result(values) else {
                preconditionFailure("`\(name)` must be given and the parser let it pass")
            }
            return result
        }
        return add(slot)
    }

    private mutating func add<Value>(_ slot: Slot) -> ArgumentKey<Value> {
        precondition(!slots.contains { $0.name == slot.name }, "`\(slot.name)` is declared twice")
        if case .positional(let count) = slot.form {
            for case .positional(let earlier) in slots.map(\.form) {
                precondition(
                    earlier == .exactlyOne || earlier == .atMostOne && count == .atMostOne,
                    "nothing can reach `\(slot.name)` behind what takes the words before it")
            }
        } else {
            precondition(!["help", "version"].contains(slot.name) && slot.short != "h", "every command has `--help`")
            precondition(
                slot.short == nil || !slots.contains { $0.short == slot.short },
                "the short name of `--\(slot.name)` is taken")
        }
        slots.append(slot)
        return ArgumentKey(index: slots.count - 1)
    }
}
