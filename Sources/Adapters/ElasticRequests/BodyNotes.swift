import RunbookBodies
import RunbookModel

/// What is noticed in a JSON body: placeholders, and secrets that everybody can read.
///
/// The text may be several documents, or not JSON at all; a byte 0 stands for a value.
struct BodyNotes {
    /// Something that should not be there.
    struct Note {
        /// What it is.
        enum Kind {
            /// It stands for something that the reader must put in.
            case placeholder
            /// It is a secret.
            case secret
        }

        let kind: Kind
        /// Where it is, as offsets.
        let range: Range<Int>
        /// The member whose value it is.
        var name: String?
    }

    /// Members whose texts are programs and patterns, in which braces and angles mean something else.
    private static let programs: Set<String> = [
        "source", "script", "inline", "init_script", "map_script", "combine_script", "reduce_script", "pattern",
        "patterns", "pattern_definitions", "regex", "regexp", "grok", "grok_pattern", "format", "template", "mustache",
    ]
    /// Members that hold what is looked for: a password there is what somebody searches.
    private static let searches: Set<String> = [
        "match", "match_phrase", "match_phrase_prefix", "match_bool_prefix", "term", "terms", "terms_set", "prefix",
        "wildcard", "regexp", "fuzzy", "range", "span_term", "intervals",
    ]
    /// How deep texts are looked into that are JSON themselves.
    private static let levels = 3

    /// An object or list that is open.
    private struct Level {
        /// The member whose value the list is; nil in an object.
        let name: String?
        /// Whether it belongs to what is looked for.
        let isSearch: Bool
    }

    private let bytes: ArraySlice<UInt8>
    private let depth: Int
    private var notes: [Note] = []
    private var levels: [Level] = []
    private var name: String?
    /// The member that the operation of a JSON Patch (RFC 6902) changes: its `value` is that of the member.
    private var patched: String?
    private var index: Int

    /// Looks at a text.
    static func notes(in bytes: ArraySlice<UInt8>) -> [Note] { notes(in: bytes, depth: 0) }

    private static func notes(in bytes: ArraySlice<UInt8>, depth: Int) -> [Note] {
        var reader = BodyNotes(bytes, depth: depth)
        reader.read()
        return reader.notes
    }

    private init(_ bytes: ArraySlice<UInt8>, depth: Int) {
        self.bytes = bytes
        self.depth = depth
        index = bytes.startIndex
    }

    private var isSearch: Bool { levels.last?.isSearch ?? false }

    // MARK: The text

    private mutating func read() {
        while index < bytes.endIndex {
            if let end = endOfComment(at: index) {
                index = end
                continue
            }
            switch bytes[index] {
            case UInt8(ascii: "\""): readString()
            case UInt8(ascii: "{"), UInt8(ascii: "["): open()
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                levels.removeLast(min(1, levels.count))
                name = nil
                index += 1
            case UInt8(ascii: ","):
                name = nil
                index += 1
            case 0x30...0x39, UInt8(ascii: "-"): readNumber()
            default: index += 1
            }
        }
    }

    private mutating func open() {
        let isList = bytes[index] == UInt8(ascii: "[")
        patched = nil
        let owner = name ?? levels.last?.name
        let isSearch = isSearch || name.map(BodyNotes.searches.contains) ?? false
        levels.append(Level(name: isList ? owner : nil, isSearch: isSearch))
        name = nil
        index += 1
    }

    private mutating func readString() {
        var (content, end) = string(at: index)
        index = end
        // What closed an escape is a blank there.
        while depth > 0, let last = content.last, bytes[last] == 0x20 { content.removeLast() }
        let next = bytes[end...].first { !" \t\r\n".utf8.contains($0) }
        if next == UInt8(ascii: ":"), content.count < 100 {
            let inside = Placeholder.first(inText: bytes[content], isProgram: false)
            if let place = Placeholder.isWhole(bytes[content]) ? content : inside {
                notes.append(Note(kind: .placeholder, range: place))
            }
            name = String(decoding: bytes[content], as: UTF8.self)
            return
        }
        look(at: content)
        name = nil
    }

    /// The member whose value is read.
    private var owner: String? { name == "value" ? patched ?? name : name ?? levels.last?.name }

    private mutating func readNumber() {
        let number = bytes[index...].prefix { (0x30...0x39).contains($0) || "+-.eE".utf8.contains($0) }
        index = number.endIndex
        let isLong = number.count > 7 && name.map { LiteralSecret.isSecret(number, named: $0) } ?? false
        guard let owner = owner, !isSearch, LiteralSecret.isSecretName(owner) && number.count > 3 || isLong
        else { return }
        notes.append(Note(kind: .secret, range: number.indices, name: owner))
    }

    /// Where a comment of a console ends that begins at an offset; nil where none begins.
    private func endOfComment(at start: Int) -> Int? {
        let rest = bytes[start...]
        if rest.first == UInt8(ascii: "#") || rest.starts(with: "//".utf8) {
            return rest.firstIndex(of: 0x0A) ?? bytes.endIndex
        }
        guard rest.starts(with: "/*".utf8) else { return nil }
        return rest.dropFirst(2).firstIndex(of: "*/".utf8).map { $0 + 2 } ?? bytes.endIndex
    }

    /// The content of the string that begins at an offset, and where it ends.
    private func string(at start: Int) -> (content: Range<Int>, end: Int) {
        let mark = UInt8(ascii: "\"")
        let isTriple = bytes[start...].prefix(3).elementsEqual([mark, mark, mark])
        var index = start + (isTriple ? 3 : 1)
        let first = min(index, bytes.endIndex)
        while index < bytes.endIndex {
            if isTriple ? bytes[index...].prefix(3).elementsEqual([mark, mark, mark]) : bytes[index] == mark {
                return (first..<index, min(index + (isTriple ? 3 : 1), bytes.endIndex))
            }
            index += !isTriple && bytes[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return (first..<bytes.endIndex, bytes.endIndex)
    }

    // MARK: Strings

    private mutating func look(at content: Range<Int>) {
        let text = bytes[content]
        let owner = owner
        if name == "path", text.first == UInt8(ascii: "/"),
            let last = text.split(separator: UInt8(ascii: "/")).last, last.count < 100
        {
            patched = String(decoding: last, as: UTF8.self)
        }
        if Placeholder.isWhole(text) {
            notes.append(Note(kind: .placeholder, range: content, name: owner))
        } else if let owner, !isSearch, BodyNotes.isSecret(text, named: owner) {
            notes.append(Note(kind: .secret, range: content, name: owner))
        } else if let secret = LiteralSecret.secret(in: text), !BodyNotes.isFilled(bytes[secret]) {
            notes.append(Note(kind: .secret, range: secret, name: owner))
        } else if let inner = notesInside(text) {
            notes += inner
        } else if let place = Placeholder.first(
            inText: text, isProgram: owner.map(BodyNotes.programs.contains) ?? false)
        {
            notes.append(Note(kind: .placeholder, range: place))
        }
    }

    /// What is noticed in a text that is JSON itself; nil when it is not JSON, or nothing is noticed.
    private func notesInside(_ text: ArraySlice<UInt8>) -> [Note]? {
        let first = text.first { $0 > 0x20 }
        guard first == UInt8(ascii: "{") || first == UInt8(ascii: "["), depth < BodyNotes.levels else { return nil }
        var plain = text
        // Each escape is as long as a blank and what it stands for, so that every place stays.
        for place in text.indices.dropLast()
        where text[place] == UInt8(ascii: "\\") && "\"\\".utf8.contains(text[place + 1]) {
            plain[place] = 0x20
        }
        let inner = BodyNotes.notes(in: plain, depth: depth + 1)
        return inner.isEmpty ? nil : inner
    }

    /// Whether a text is a secret as the value of a name, or the literal part of it is.
    static func isSecret(_ value: ArraySlice<UInt8>, named name: String) -> Bool {
        guard isFilled(value) else { return LiteralSecret.isSecret(value, named: name) }
        return LiteralSecret.isSecretName(name) && LiteralSecret.literalRest(literals(of: value))
    }

    /// Whether the runbook, or a template of the server, puts something in.
    static func isFilled(_ value: ArraySlice<UInt8>) -> Bool {
        value.contains(0) || value.holds("{{".utf8) || value.holds("${".utf8)
    }

    /// The parts of a text between what is put in.
    private static func literals(of value: ArraySlice<UInt8>) -> [ArraySlice<UInt8>] {
        var parts: [ArraySlice<UInt8>] = []
        var start = value.startIndex
        var index = value.startIndex
        while index < value.endIndex {
            let rest = value[index...]
            let opener = rest.starts(with: "${".utf8) ? 2 : rest.starts(with: "{{".utf8) ? 2 : value[index] == 0 ? 1 : 0
            guard opener > 0 else {
                index += 1
                continue
            }
            parts.append(value[start..<index])
            let end = opener == 1 ? index : value[index...].firstIndex(of: UInt8(ascii: "}")) ?? value.endIndex - 1
            index = value[(end + 1)...].prefix { $0 == UInt8(ascii: "}") }.endIndex
            start = index
        }
        return parts + [value[start...]]
    }
}

extension BodyNotes.Note {
    /// The note as a warning.
    ///
    /// - Parameters:
    ///   - text: The content of the string.
    ///   - isRaw: Whether it is in single quotes of a shell.
    func diagnostic(
        _ text: String, at span: SourceSpan, placeholder code: String, isRaw: Bool = false
    ) -> Diagnostic {
        switch kind {
        case .placeholder:
            Diagnostic(
                code, .warning, "`\(VisibleText.visible(text))` looks like a placeholder, and would be sent as it is",
                at: span,
                help: Placeholder.help(
                    text, owner: name, isSecret: name.map(LiteralSecret.isSecretName) ?? false, isRaw: isRaw))
        case .secret:
            Diagnostic(
                "secret/literal", .warning, "the document contains a secret", at: span,
                help: Placeholder.help("", owner: name, isSecret: true, isRaw: isRaw))
        }
    }
}
