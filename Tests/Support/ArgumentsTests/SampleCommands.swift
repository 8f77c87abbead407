import Arguments

enum Color: String, CaseIterable, ArgumentValue {
    case auto
    case always
    case never
}

/// A value of its own kind, as a program would declare one.
struct Pair: ArgumentValue, Equatable {
    var name: String
    var value: String

    init(argument: String) throws(InvalidArgument) {
        let parts = argument.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
        guard parts.count == 2, !parts[0].isEmpty else { throw InvalidArgument("expected NAME=VALUE") }
        name = String(parts[0])
        value = String(parts[1])
    }

    var argumentText: String { "\(name)=\(value)" }
}

/// What the sample's action throws, to show what it read.
struct Seen: Error {
    let text: String
}

/// A program with one command of each kind.
let sample = Command(
    "tool", "Do things with files.", version: "tool 1.2",
    commands: [
        Command(
            "exec", "Run a file, one step after another.",
            discussion: """
                A line that is longer than the others is wrapped where the columns end, wherever that is.

                  tool exec a.md -p size=20
                """
        ) { d in
            let file = d.argument("FILE", help: "the file")
            let from = d.optionalArgument("STEP", help: "the step to begin with")
            let parameters = d.options("param", "p", "NAME=VALUE", of: Pair.self, help: "value of a parameter")
            let environment = d.option("env", "e", "NAME", help: "where the targets are")
            let limit = d.option("limit", nil, "SECONDS", default: 30, help: "how long a request may take")
            let color = d.option("color", nil, "WHEN", default: Color.auto, help: "colors")
            let yes = d.flag("yes", "y", help: "answer every question with yes")
            let dry = d.flag("dry-run", "n", help: "say what would be done")
            return { a in
                let pairs = a[parameters].map(\.argumentText).joined(separator: ",")
                let switches = (a[yes] ? "y" : "") + (a[dry] ? "n" : "")
                throw Seen(
                    text: "\(a[file]) \(a[from] ?? "-") [\(pairs)] \(a[environment] ?? "-") \(a[limit]) "
                        + "\(a[color]) [\(switches)]")
            }
        },
        Command("check", "Check files.") { d in
            let files = d.arguments("FILE", help: "the files")
            return { a in throw Seen(text: a[files].joined(separator: ",")) }
        },
        Command(
            "env", "Environments.",
            commands: [
                Command("list", "List them.") { d in
                    let names = d.arguments("NAME", atLeast: 0, help: "only these")
                    return { a in throw Seen(text: "\(a[names])") }
                },
                Command("trust", "Accept one.") { d in
                    let count = d.argument("COUNT", as: Int.self, help: "a number")
                    return { a in
                        if a[count] == 0 { throw a.misuse("COUNT must not be 0") }
                        return Int32(a[count])
                    }
                },
            ]),
        Command("__helper", "Serve the program itself.", isHidden: true) { _ in { _ in 7 } },
    ])
