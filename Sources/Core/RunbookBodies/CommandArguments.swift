/// Arguments that commands use and nobody passes: they are empty, which makes another command of `rm -rf "x/$*"`.
package struct CommandArguments {
    /// `$@` and `$*` of the block itself, which has no arguments, as offsets.
    package private(set) var ofBlock: [Range<Int>] = []
    /// Texts of `sh -c` that use more arguments than follow them, and the first missing one, such as `$1`.
    package private(set) var ofTexts: [(text: Range<Int>, argument: String)] = []

    private static let shells: Set<String> = ["sh", "bash", "dash", "ash", "ksh", "zsh"]
    /// Programs that add arguments to the command that follows them.
    private static let adding: Set<String> = ["xargs", "find", "fd", "parallel", "watch", "entr"]

    /// Looks at the commands of a block.
    package init(_ block: CommandWords) {
        let setsOwn = block.definesFunction || block.commands.contains(where: CommandArguments.setsArguments)
        if !setsOwn {
            ofBlock = block.expansions.filter { CommandArguments.argument(in: block.bytes[$0]) == .all }
        }
        for command in block.commands { look(at: command) }
    }

    private enum Argument: Equatable {
        case number(Int)
        /// `$@` and `$*`.
        case all
    }

    /// The argument that an expansion inserts; nil for any other expansion, and for one with a default.
    private static func argument(in expansion: ArraySlice<UInt8>) -> Argument? {
        var name = expansion.dropFirst()
        var behind = name[name.endIndex...]
        if name.first == UInt8(ascii: "{") {
            let inner = name.dropFirst().dropLast()
            name = inner.prefix { (0x30...0x39).contains($0) }
            if name.isEmpty { name = inner.prefix(1) }
            behind = inner[name.endIndex...]
        }
        if let sign = behind.first, "-=+?".utf8.contains(sign) { return nil }
        // `${1:-x}`, but not `${@:1}`.
        if behind.first == UInt8(ascii: ":"), let sign = behind.dropFirst().first, "-=+?".utf8.contains(sign) {
            return nil
        }
        if name.elementsEqual("@".utf8) || name.elementsEqual("*".utf8) { return .all }
        guard name.count <= 3, let number = Int(String(decoding: name, as: UTF8.self)), number > 0 else { return nil }
        return .number(number)
    }

    /// `set -- a b`, and `set a b`; not `set -eu` and `set -o pipefail`.
    private static func setsArguments(_ command: [CommandWords.Word]) -> Bool {
        guard command.first?.text.elementsEqual("set".utf8) == true else { return false }
        var words = command.dropFirst()
        while let option = words.popFirst() {
            guard let sign = option.text.first, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "+") else {
                return true
            }
            if option.text.elementsEqual("--".utf8) { return true }
            if option.text.last == UInt8(ascii: "o") { words = words.dropFirst() }
        }
        return false
    }

    private mutating func look(at command: [CommandWords.Word]) {
        guard let place = command.firstIndex(where: { CommandArguments.shells.contains($0.name) }),
            !command[..<place].contains(where: { CommandArguments.adding.contains($0.name) })
        else { return }
        var rest = command[(place + 1)...]
        var hasText = false
        while let option = rest.first, option.text.first == UInt8(ascii: "-") {
            rest = rest.dropFirst()
            if option.text.starts(with: "--".utf8) { continue }
            if option.text.contains(UInt8(ascii: "c")) { hasText = true }
            if option.text.last == UInt8(ascii: "o") { rest = rest.dropFirst() }
        }
        guard hasText, let text = rest.first, text.isQuoted else { return }
        let given = rest.dropFirst()
        // A list may be any number of them.
        if given.contains(where: \.isList) { return }
        let inner = CommandWords(text.text)
        if inner.definesFunction || inner.commands.contains(where: CommandArguments.setsArguments) { return }
        let count = max(0, given.count - 1)
        for expansion in inner.expansions {
            switch CommandArguments.argument(in: text.text[expansion]) {
            case .number(let number) where number > count: ofTexts.append((text.range, "$\(number)"))
            case .all where count == 0:
                let isStar = text.text[expansion].contains(UInt8(ascii: "*"))
                ofTexts.append((text.range, isStar ? "$*" : "$@"))
            default: continue
            }
            return
        }
    }
}
