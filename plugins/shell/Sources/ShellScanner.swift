/// Goes through a script once, with a stack of what it is in instead of calling itself, so that depth costs no stack.
///
/// It follows POSIX's shell command language (chapter 2) and bash where they differ in what is quoted. What it takes
/// for a name that is set may be more than a shell would: a script is refused only for what certainly has no value, and
/// the shell's own `-u` refuses the rest when it runs.
struct ShellScanner {
    /// What a part of the script is in.
    enum Mode: Equatable {
        /// Commands, up to what closes them: 0 for the end, `)` or a backtick.
        case commands(closedBy: UInt8)
        /// Double quotes.
        case quotes
        /// `$((...))` and `((...))`, with the parentheses that are open in it.
        case arithmetic(depth: Int)
        /// What is behind the name in `${...}`.
        case parameter
        /// A here-document up to an offset.
        case document(end: Int)
    }

    /// A here-document whose text has not begun yet.
    struct Document {
        let end: [UInt8]
        let isQuoted: Bool
        let isIndented: Bool
        let pipeline: Int
        let command: String
        let isScript: Bool
    }

    let bytes: [UInt8]
    var index = 0
    var modes: [Mode] = [.commands(closedBy: 0)]
    var result = ShellScan()
    /// The here-documents whose text begins behind the line.
    var documents: [Document] = []
    /// Whether the next word is the first of a command.
    var isAtCommand = true
    /// Whether a word can begin here.
    var isAtWord = true
    /// What becomes of the words of the command: the command's first word.
    var command = ""
    /// Whether the command has set variables and no word yet.
    var onlySets = false
    /// Whether the word that is read is the script of a shell.
    var isScript = false
    /// What the next word is for: a file to write (`>`) or read (`<`), a text to read (`t`); 0 for any other word.
    var redirection: UInt8 = 0
    /// Whether the next word is the name of a function.
    var isFunction = false
    /// The pipeline that is read, as an index.
    var pipeline = 0
    /// The commands around the one in parentheses or a substitution.
    private var around: [(command: String, onlySets: Bool, pipeline: Int)] = []

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
        result.pipelines = [ShellPrograms()]
    }

    mutating func scan() {
        while index < bytes.count {
            switch modes.last {
            case .document(let end) where index >= end:
                modes.removeLast()
                beginPipeline()
                command = ""
            case .commands(let closer)?: command(closedBy: closer)
            case .quotes?, .document?: text()
            case .arithmetic(let depth)?: arithmetic(depth)
            case .parameter?: parameter()
            case nil: return
            }
        }
        endCommand()
    }

    func peek(_ distance: Int = 0) -> UInt8? { index + distance < bytes.count ? bytes[index + distance] : nil }

    func has(_ text: StaticString) -> Bool {
        let count = text.utf8CodeUnitCount
        return index + count <= bytes.count && (0..<count).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
    }

    static func isName(_ byte: UInt8?, first: Bool = false) -> Bool {
        guard let byte else { return false }
        let isLetter = (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == UInt8(ascii: "_")
        return isLetter || (!first && (0x30...0x39).contains(byte))
    }

    /// The end of the name at an offset; the offset itself where there is none.
    func endOfName(at start: Int) -> Int {
        guard start < bytes.count, ShellScanner.isName(bytes[start], first: true) else { return start }
        return bytes[start...].firstIndex { !ShellScanner.isName($0) } ?? bytes.count
    }

    func string(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

    // MARK: Commands

    private mutating func command(closedBy closer: UInt8) {
        let byte = bytes[index]
        switch byte {
        case 0x0A:
            index += 1
            endCommand()
            beginPipeline()
            readDocuments()
            if case .commands? = modes.last { result.lines.append(index) }
        case 0x20, 0x09, 0x0D:
            index += 1
            isAtWord = true
        case UInt8(ascii: "#") where isAtWord:
            let end = bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
            result.comments.append(index..<end)
            index = end
        case UInt8(ascii: ";"), UInt8(ascii: "|"), UInt8(ascii: "&"):
            // `>&2` and `&>file` are not ends of a command.
            let isRedirection =
                byte == UInt8(ascii: "&") && (peek(1) == 0x3E || (index > 0 && bytes[index - 1] == 0x3E))
            let isPipe = byte == UInt8(ascii: "|") && peek(1) != byte && (index == 0 || bytes[index - 1] != byte)
            index += 1
            if isRedirection { return }
            endCommand()
            if !isPipe { beginPipeline() }
        case UInt8(ascii: "<") where has("<<") && !has("<<<"): hereDocument()
        case UInt8(ascii: "<"), UInt8(ascii: ">"):
            redirection = has("<<<") ? UInt8(ascii: "t") : byte
            index += has("<<<") ? 3 : 1
            isAtWord = true
        case UInt8(ascii: "(") where has("((") && isAtCommand:
            index += 2
            modes.append(.arithmetic(depth: 0))
            isAtCommand = false
        case UInt8(ascii: "("):
            // `name()` begins a function, whose arguments are `$1` and so on.
            if peek(1) == UInt8(ascii: ")") {
                result.setsArguments = true
                result.functions.insert(command)
            }
            index += 1
            open(closedBy: UInt8(ascii: ")"))
        case UInt8(ascii: ")"), UInt8(ascii: "`"):
            index += 1
            if byte == closer {
                endCommand()
                modes.removeLast()
                (command, onlySets, pipeline) = around.popLast() ?? ("", false, pipeline)
                isAtCommand = onlySets
                isAtWord = false
            } else if byte == UInt8(ascii: "`") {
                open(closedBy: byte)
            } else {
                // The end of a pattern of `case`.
                endCommand()
                beginPipeline()
            }
        case UInt8(ascii: "\\") where peek(1) == 0x0A:
            index += 2
            isAtWord = true
        default:
            if isAtWord, wordBegins() { return }
            isAtWord = false
            word()
        }
    }

    mutating func open(closedBy closer: UInt8) {
        modes.append(.commands(closedBy: closer))
        around.append((command, onlySets, pipeline))
        redirection = 0
        beginPipeline()
        isAtCommand = true
        isAtWord = true
        command = ""
        onlySets = false
    }

    mutating func beginPipeline() {
        pipeline = result.pipelines.count
        result.pipelines.append(ShellPrograms())
    }

    /// Takes one character of a word that is not the beginning of anything else.
    private mutating func word() {
        switch bytes[index] {
        case UInt8(ascii: "\\"): escaped()
        case UInt8(ascii: "'"): singleQuotes()
        case UInt8(ascii: "\""):
            index += 1
            modes.append(.quotes)
        case UInt8(ascii: "$"): expansion()
        default: index += 1
        }
    }

    /// `\x`; of `\$name` the name is noted, for another shell may read it.
    private mutating func escaped() {
        if peek(1) == UInt8(ascii: "$") {
            let name = index + (peek(2) == UInt8(ascii: "{") ? 3 : 2)
            hide(index + 1..<endOfName(at: min(name, bytes.count)), isQuoted: false)
        }
        index = min(index + 2, bytes.count)
    }

    mutating func hide(_ range: Range<Int>, isQuoted: Bool = true, document: Document? = nil) {
        result.hidden.append(
            ShellScan.Hidden(
                range: range, isQuoted: isQuoted, pipeline: document?.pipeline ?? pipeline,
                command: document?.command ?? command, isScript: document?.isScript ?? isScript))
    }

    mutating func singleQuotes() {
        let start = index
        index = bytes[(index + 1)...].firstIndex(of: UInt8(ascii: "'")).map { $0 + 1 } ?? bytes.count
        hide(start..<index)
    }

    /// `$'...'`, in which a backslash hides a quote.
    private mutating func ansiQuotes() {
        let start = index
        index += 2
        while index < bytes.count, bytes[index] != UInt8(ascii: "'") {
            index += bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        index = min(index + 1, bytes.count)
        hide(start..<index)
    }

    // MARK: Text

    private mutating func text() {
        switch bytes[index] {
        case UInt8(ascii: "\\"): escaped()
        case UInt8(ascii: "\"") where modes.last == .quotes:
            index += 1
            modes.removeLast()
        case UInt8(ascii: "`"):
            index += 1
            open(closedBy: UInt8(ascii: "`"))
        case UInt8(ascii: "$"): expansion()
        default: index += 1
        }
    }

    private mutating func parameter() {
        switch bytes[index] {
        case UInt8(ascii: "}"):
            index += 1
            modes.removeLast()
        case UInt8(ascii: "`"):
            index += 1
            open(closedBy: UInt8(ascii: "`"))
        case UInt8(ascii: "'") where modes.dropLast().last != .quotes: singleQuotes()
        default: word()
        }
    }

    private mutating func arithmetic(_ depth: Int) {
        let byte = bytes[index]
        let end = endOfName(at: index)
        if end > index {
            let name = string(index..<end)
            let rest = bytes[end...].drop { $0 == 0x20 || $0 == 0x09 }
            // `x = 1`, `x += 1` and `x++`; `x == 1` compares.
            if rest.first == UInt8(ascii: "="), rest.dropFirst().first != UInt8(ascii: "=") {
                result.assigned.insert(name)
            } else {
                result.uses.append(ShellScan.Use(name: name, range: index..<end, isGuarded: false))
            }
            index = end
        } else if (0x30...0x39).contains(byte) {
            index = bytes[index...].firstIndex { !ShellScanner.isName($0) } ?? bytes.count
        } else if byte == UInt8(ascii: "(") {
            index += 1
            modes[modes.count - 1] = .arithmetic(depth: depth + 1)
        } else if byte == UInt8(ascii: ")") {
            index += depth > 0 ? 1 : has("))") ? 2 : 1
            if depth > 0 { modes[modes.count - 1] = .arithmetic(depth: depth - 1) } else { modes.removeLast() }
        } else {
            word()
        }
    }

    // MARK: Expansions

    private mutating func expansion() {
        let start = index
        guard let next = peek(1) else {
            index += 1
            return
        }
        if has("$'"), case .commands? = modes.last {
            ansiQuotes()
        } else if has("$((") {
            index += 3
            modes.append(.arithmetic(depth: 0))
        } else if next == UInt8(ascii: "(") {
            index += 2
            open(closedBy: UInt8(ascii: ")"))
        } else if has("$${") {
            // The document's way to write the shell's own `${`.
            index += 1
            braces(from: start)
        } else if next == UInt8(ascii: "{") {
            braces(from: start)
        } else if ShellScanner.isName(next, first: true) {
            index = endOfName(at: index + 1)
            result.uses.append(
                ShellScan.Use(name: string(start + 1..<index), range: start..<index, isGuarded: false))
        } else {
            // `$1`, `$?`, `$$`; anything else is only the character.
            if (0x31...0x39).contains(next) {
                result.uses.append(
                    ShellScan.Use(name: string(start + 1..<start + 2), range: start..<start + 2, isGuarded: false))
            }
            let isSpecial = (0x30...0x39).contains(next) || Array("?@*#!-$".utf8).contains(next)
            index += isSpecial ? 2 : 1
        }
    }

    /// `${name}`, and what else may be in braces.
    private mutating func braces(from start: Int) {
        index += 2
        if let sign = peek(), sign == UInt8(ascii: "#") || sign == UInt8(ascii: "!"),
            ShellScanner.isName(peek(1), first: true)
        {
            index += 1
        }
        let digits = bytes[index...].prefix { (0x30...0x39).contains($0) }
        let end = digits.isEmpty ? endOfName(at: index) : digits.endIndex
        let name = digits.allSatisfy { $0 == 0x30 } && !digits.isEmpty ? "" : string(index..<end)
        index = end
        modes.append(.parameter)
        if name.isEmpty { return }
        if peek() == UInt8(ascii: "["), let close = bytes[index...].firstIndex(of: UInt8(ascii: "]")) {
            index = close + 1
        }
        let sign = peek() == UInt8(ascii: ":") ? peek(1) : peek()
        let isGuarded = sign.map { Array("-=+?".utf8).contains($0) } ?? false
        if isGuarded, sign == UInt8(ascii: "=") { result.defaulted.insert(name) }
        let close = peek() == UInt8(ascii: "}") ? index + 1 : index
        result.uses.append(ShellScan.Use(name: name, range: start..<close, isGuarded: isGuarded))
    }
}
