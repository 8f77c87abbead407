internal import OrderedJSON

extension SimpleFilter {
    /// Reads a filter; nil when it has more in it than a simple one.
    ///
    /// The grammar is the part of jq's (https://jqlang.github.io/jq/manual/v1.6/) that all of its versions read alike.
    init?(_ text: String) {
        var reader = Reader(rest: Array(text.utf8)[...])
        guard let path = reader.path() else { return nil }
        self.path = path
        isLength = reader.take("|")
        if isLength, !reader.word("length") { return nil }
        if let relation = reader.relation() {
            guard let literal = reader.literal() else { return nil }
            comparison = (relation, literal)
        } else {
            comparison = nil
        }
        guard reader.isAtEnd else { return nil }
    }

    private struct Reader {
        var rest: ArraySlice<UInt8>

        var isAtEnd: Bool {
            mutating get {
                skipBlanks()
                return rest.isEmpty
            }
        }

        /// `.`, and members and elements behind it without a blank.
        mutating func path() -> [Step]? {
            skipBlanks()
            guard rest.first == UInt8(ascii: ".") else { return nil }
            var steps: [Step] = []
            while let byte = rest.first {
                switch byte {
                case UInt8(ascii: "."):
                    rest.removeFirst()
                    if rest.first == UInt8(ascii: "\"") {
                        guard let name = string() else { return nil }
                        steps.append(.member(name))
                    } else if let name = name() {
                        steps.append(.member(name))
                    } else if !steps.isEmpty {
                        return nil
                    } else if rest.first == UInt8(ascii: ".") {
                        // `..` is something else.
                        return nil
                    }
                case UInt8(ascii: "["):
                    rest.removeFirst()
                    guard let step = key(), rest.popFirst() == UInt8(ascii: "]") else { return nil }
                    steps.append(step)
                default: return steps
                }
            }
            return steps
        }

        mutating func take(_ sign: String) -> Bool {
            skipBlanks()
            guard rest.starts(with: sign.utf8) else { return false }
            rest = rest.dropFirst(sign.utf8.count)
            return true
        }

        mutating func word(_ word: String) -> Bool {
            take(word) && rest.first.map(Reader.isInName) != true
        }

        mutating func relation() -> Relation? {
            // The longer ones first.
            let all: [Relation] = [.equal, .unequal, .atLeast, .atMost, .above, .below]
            for relation in all where take(relation.rawValue) { return relation }
            return nil
        }

        mutating func literal() -> JSON? {
            skipBlanks()
            if rest.first == UInt8(ascii: "\"") { return string().map { .string($0) } }
            if let number = integer() { return .number(JSONNumber(number)) }
            for (name, value) in [("null", JSON.null), ("true", true), ("false", false)] where word(name) {
                return value
            }
            return nil
        }

        private mutating func key() -> Step? {
            rest.first == UInt8(ascii: "\"") ? string().map { .member($0) } : integer().map { .element($0) }
        }

        /// Letters, digits and underscores.
        private mutating func name() -> String? {
            let name = rest.prefix(while: Reader.isInName)
            guard let first = name.first, !Reader.isDigit(first) else { return nil }
            rest = rest.dropFirst(name.count)
            return String(decoding: name, as: UTF8.self)
        }

        /// A string in ASCII without an escape; an interpolation begins with one, too.
        private mutating func string() -> String? {
            let text = rest.dropFirst().prefix {
                (0x20..<0x7F).contains($0) && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\")
            }
            let after = rest.dropFirst(1 + text.count)
            guard after.first == UInt8(ascii: "\"") else { return nil }
            rest = after.dropFirst()
            return String(decoding: text, as: UTF8.self)
        }

        /// A whole number that a double holds.
        private mutating func integer() -> Int? {
            let digits = rest.prefix(while: Reader.isDigit)
            guard !digits.isEmpty, digits.count <= 15 else { return nil }
            // `1.5`, `1e3` and what else may be behind it.
            if let next = rest.dropFirst(digits.count).first, Reader.isInName(next) || next == UInt8(ascii: ".") {
                return nil
            }
            rest = rest.dropFirst(digits.count)
            return Int(String(decoding: digits, as: UTF8.self))
        }

        private mutating func skipBlanks() {
            rest = rest.drop { $0 == 0x20 || $0 == 0x09 || $0 == 0x0A }
        }

        private static func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }

        private static func isInName(_ byte: UInt8) -> Bool {
            isDigit(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte) || byte == 0x5F
        }
    }
}
