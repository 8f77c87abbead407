import Arguments

/// `-p NAME=VALUE`.
struct ParameterOption: ArgumentValue {
    let name: String
    let text: String

    init(name: String, text: String) {
        self.name = name
        self.text = text
    }

    init(argument: String) throws(InvalidArgument) {
        // By bytes: a sign and a mark that combines with it are one character.
        guard let sign = argument.utf8.firstIndex(of: UInt8(ascii: "=")), sign > argument.startIndex else {
            throw InvalidArgument("expected NAME=VALUE")
        }
        name = String(argument[..<sign])
        text = String(argument[argument.utf8.index(after: sign)...])
    }

    var argumentText: String { "\(name)=\(text)" }
}
