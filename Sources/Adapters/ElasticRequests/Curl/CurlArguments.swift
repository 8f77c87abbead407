import RunbookModel

/// The options and URLs of one curl command, sorted by what they mean.
struct CurlArguments {
    private(set) var method: ShellWord?
    private(set) var urls: [ShellWord] = []
    private(set) var user: ShellWord?
    private(set) var headers: [ShellWord] = []
    private(set) var data: [CurlData] = []
    private(set) var isGet = false
    private(set) var isHead = false
    private(set) var isGlobOff = false
    /// The options about certificates, of which none has an effect.
    private(set) var tls: [ShellWord] = []
    private let input: ShellWord?
    private var rest: ArraySlice<ShellWord>

    /// Reads the words behind the command's name.
    init(_ command: ShellCommand) throws(CurlFault) {
        input = command.input
        rest = command.words.dropFirst()
        var takesOptions = true
        while let word = rest.popFirst() {
            if takesOptions, word.literal == "--" {
                takesOptions = false
            } else if takesOptions, word.bytes.starts(with: "--".utf8) {
                try long(word)
            } else if takesOptions, word.bytes.first == UInt8(ascii: "-"), word.bytes.count > 1 {
                try short(word)
            } else {
                urls.append(word)
            }
        }
        if let input, !data.contains(where: \.isInput) {
            throw CurlFault(
                "here-document", "no option reads the here-document", input.range.lowerBound..<input.range.lowerBound,
                help: "to send it as the body, add `--data-binary @-`")
        }
    }

    private mutating func long(_ word: ShellWord) throws(CurlFault) {
        let name = String(word.shown.dropFirst(2))
        guard let option = CurlOption.table.first(where: { $0.name == name }) else {
            throw CurlArguments.unknown("--\(name)", word.range)
        }
        try apply(option, word, option.takesValue ? value(of: "--\(name)", word) : word)
    }

    /// Reads letters behind one `-`; behind the first that takes a value everything else is that value.
    private mutating func short(_ word: ShellWord) throws(CurlFault) {
        for index in 1..<word.bytes.count {
            let letter = Character(UnicodeScalar(word.bytes[index]))
            let place = word.part(index == 1 ? 0..<2 : index..<index + 1)
            guard let option = CurlOption.table.first(where: { $0.letter == letter }) else {
                throw CurlArguments.unknown("-\(word.values[index] == nil ? letter : "$")", place.range)
            }
            guard option.takesValue else {
                try apply(option, place, place)
                continue
            }
            let glued = word.part(from: index + 1)
            try apply(option, place, glued.bytes.isEmpty ? value(of: "-\(letter)", word) : glued)
            return
        }
    }

    private mutating func value(of option: String, _ word: ShellWord) throws(CurlFault) -> ShellWord {
        if let value = rest.popFirst() { return value }
        throw CurlFault(
            "option-value", "`\(option)` needs a value", word.range, help: "write the value after the option")
    }

    private static func unknown(_ option: String, _ range: Range<Int>) -> CurlFault {
        let known = CurlOption.table.map { "--\($0.name)" }
        let nearest = option.hasPrefix("--") ? Suggestion.nearest(to: option, among: known) : nil
        return CurlFault(
            "unknown-option", "`\(VisibleText.visible(option))` is an unknown option", range,
            help: nearest.map { "did you mean `\($0)`?" }
                ?? "remove the option, or write the request as a `console` block")
    }

    private mutating func apply(_ option: CurlOption, _ place: ShellWord, _ value: ShellWord) throws(CurlFault) {
        switch option.meaning {
        case .method: method = value
        case .url: urls.append(value)
        case .user: user = value
        case .header: headers.append(value)
        case .data(let kind): data.append(try data(kind, value))
        case .get: isGet = true
        case .head: isHead = true
        case .globOff: isGlobOff = true
        case .tls: tls.append(place)
        case .ignored: break
        case .output:
            guard value.literal == "/dev/null" || value.literal == "-" else {
                throw CurlFault(
                    "option", "no file is written", value.range,
                    help: "remove the option; the run's report contains the response")
            }
        case .refused(let reason):
            throw CurlFault("option", "`--\(option.name)` is not supported: \(reason)", place.range, help: "remove it")
        }
    }

    /// The text that an option's value means: itself, or the here-document for `@-`.
    private func data(_ kind: CurlData.Kind, _ word: ShellWord) throws(CurlFault) -> CurlData {
        let isFile =
            switch kind {
            case .raw: false
            case .encoded: CurlArguments.namesFile(word.bytes)
            case .text, .binary, .json: word.bytes.first == UInt8(ascii: "@")
            }
        guard isFile else { return CurlData(kind: kind, word: word, isInput: false) }
        guard word.literal == "@-" else {
            throw CurlFault(
                "file", "no file is read", word.range,
                help: "write the body in the command, or in a here-document for `--data-binary @-`")
        }
        guard let input else {
            throw CurlFault(
                "file", "there is no standard input", word.range,
                help: "add a here-document: `<<'EOF'`, the body, and a line `EOF`")
        }
        return CurlData(kind: kind, word: input, isInput: true)
    }

    /// Whether a value of `--data-urlencode` has its text in a file: an `@` is before any `=`.
    private static func namesFile(_ bytes: [UInt8]) -> Bool {
        bytes.first { $0 == UInt8(ascii: "=") || $0 == UInt8(ascii: "@") } == UInt8(ascii: "@")
    }
}
