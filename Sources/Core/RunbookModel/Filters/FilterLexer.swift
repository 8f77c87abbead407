/// Splits a jq filter into tokens, with the lexical rules of jq 1.6 (src/lexer.l).
struct FilterLexer {
    private let bytes: [UInt8]
    private var position = 0
    private var closers: [(closer: UInt8, opened: Int)] = []
    private var tokens: [FilterToken] = []
    private var problem: FilterProblem?

    private init(_ filter: String) { bytes = Array(filter.utf8) }

    /// The tokens up to the end or up to the first bracket or string that is not closed properly.
    static func tokens(of filter: String) -> (tokens: [FilterToken], problem: FilterProblem?) {
        var lexer = FilterLexer(filter)
        lexer.run()
        return (lexer.tokens, lexer.problem)
    }

    private mutating func run() {
        while problem == nil, position < bytes.count {
            if closers.last?.closer == UInt8(ascii: "\"") { stringPart() } else { token() }
        }
        guard problem == nil, let open = closers.last else { return }
        let name = open.closer == UInt8(ascii: "\"") ? "this string" : "this bracket"
        problem = FilterProblem(message: "\(name) is not closed", offset: open.opened)
    }

    // MARK: - Strings

    private mutating func stringPart() {
        let byte = bytes[position]
        if byte == UInt8(ascii: "\"") {
            close(byte)
        } else if byte == UInt8(ascii: "\\") {
            if peek(1) == UInt8(ascii: "(") {
                open(UInt8(ascii: "("), length: 2, closer: UInt8(ascii: ")"))
            } else {
                position = min(position + 2, bytes.count)
            }
        } else {
            position += 1
        }
    }

    // MARK: - Tokens

    private mutating func token() {
        let byte = bytes[position]
        switch byte {
        case UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r"):
            position += 1
        case UInt8(ascii: "#"):
            position = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
        case UInt8(ascii: "\""): open(byte, closer: byte)
        case UInt8(ascii: "("): open(byte, closer: UInt8(ascii: ")"))
        case UInt8(ascii: "["): open(byte, closer: UInt8(ascii: "]"))
        case UInt8(ascii: "{"): open(byte, closer: UInt8(ascii: "}"))
        case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "}"): close(byte)
        case UInt8(ascii: "$"): variable()
        case UInt8(ascii: "."): field()
        case UInt8(ascii: "?"): alternativePattern()
        case UInt8(ascii: "0")...UInt8(ascii: "9"): number()
        default:
            if Self.beginsName(byte) || byte == UInt8(ascii: "@") {
                word()
            } else {
                add(.sign, length: 1)
            }
        }
    }

    /// `$` and a name; jq allows spaces and comments between them.
    private mutating func variable() {
        let start = position
        position += 1
        while position < bytes.count {
            if [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\n"), UInt8(ascii: "\r")].contains(bytes[position])
            {
                position += 1
            } else if bytes[position] == UInt8(ascii: "#") {
                position = bytes[position...].firstIndex(of: UInt8(ascii: "\n")) ?? bytes.count
            } else {
                break
            }
        }
        let length = nameLength(at: position)
        let name = String(decoding: bytes[position..<(position + length)], as: UTF8.self)
        position += length
        tokens.append(FilterToken(kind: length > 0 ? .variable : .sign, text: name, range: start..<position))
    }

    private mutating func field() {
        let length = nameLength(at: position + 1)
        add(length > 0 ? .field : .sign, length: 1 + length)
    }

    /// The sign `?//` separates the alternatives of a pattern; a lone `?` does not.
    private mutating func alternativePattern() {
        let isAlternative = peek(1) == UInt8(ascii: "/") && peek(2) == UInt8(ascii: "/")
        add(.sign, length: isAlternative ? 3 : 1)
    }

    private mutating func number() {
        var length = 1
        while let next = peek(length), (0x30...0x39).contains(next) || next == UInt8(ascii: ".") { length += 1 }
        if let letter = peek(length), letter | 0x20 == UInt8(ascii: "e") {
            var exponent = length + 1
            if peek(exponent) == UInt8(ascii: "+") || peek(exponent) == UInt8(ascii: "-") { exponent += 1 }
            while let next = peek(exponent), (0x30...0x39).contains(next) {
                exponent += 1
                length = exponent
            }
        }
        add(.sign, length: length)
    }

    private mutating func word() {
        let marker = bytes[position] == UInt8(ascii: "@") ? 1 : 0
        var length = marker + nameLength(at: position + marker)
        while peek(length) == UInt8(ascii: ":"), peek(length + 1) == UInt8(ascii: ":") {
            let next = nameLength(at: position + length + 2)
            guard next > 0 else { break }
            length += 2 + next
        }
        add(.word, length: length)
    }

    // MARK: - Pieces

    private mutating func open(_ byte: UInt8, length: Int = 1, closer: UInt8) {
        closers.append((closer, position))
        add(.open(byte), length: length)
    }

    private mutating func close(_ byte: UInt8) {
        guard closers.last?.closer == byte else {
            let sign = String(UnicodeScalar(byte))
            problem = FilterProblem(message: "`\(sign)` has no opening bracket", offset: position)
            return
        }
        closers.removeLast()
        add(.close(byte), length: 1)
    }

    private mutating func add(_ kind: FilterToken.Kind, length: Int) {
        let range = position..<(position + length)
        tokens.append(FilterToken(kind: kind, text: String(decoding: bytes[range], as: UTF8.self), range: range))
        position += length
    }

    private func peek(_ distance: Int) -> UInt8? {
        position + distance < bytes.count ? bytes[position + distance] : nil
    }

    private func nameLength(at start: Int) -> Int {
        guard start < bytes.count, Self.beginsName(bytes[start]) else { return 0 }
        let rest = bytes[start...]
        return (rest.firstIndex { !Self.beginsName($0) && !(0x30...0x39).contains($0) } ?? bytes.count) - start
    }

    private static func beginsName(_ byte: UInt8) -> Bool {
        byte == UInt8(ascii: "_") || (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte | 0x20) && byte < 0x80
    }
}
