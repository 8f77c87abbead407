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
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2, !parts[0].isEmpty else { throw InvalidArgument("expected NAME=VALUE") }
        name = parts[0]
        text = parts[1]
    }

    var argumentText: String { "\(name)=\(text)" }
}
