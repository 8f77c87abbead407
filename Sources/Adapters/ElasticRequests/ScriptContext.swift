import RunbookModel

/// What the script of an update does with `ctx`, as far as it can be read without running it.
///
/// The operation is a member of `ctx` (`ctx.op`). A name in it that is not plainly written, and `ctx` handed to something
/// else, may be this one. Comments do not belong to a script, and what is in quotes is a text.
struct ScriptContext {
    private enum Token: Equatable {
        case word(String)
        case text(String)
        case sign(Unicode.Scalar)
    }

    /// The methods of `ctx` that set no operation.
    private static let harmless: Set<String> = [
        "get", "containsKey", "containsValue", "getOrDefault", "isEmpty", "size", "keySet", "remove", "equals",
        "hashCode", "toString",
    ]

    private var tokens: [Token] = []
    /// Whether a pattern (`/a'b/`) contains what may be code, if it only looks like one.
    private var isHidden = false
    /// Whether a text or a comment has no end.
    private var isOpen = false

    /// Reads a script.
    init(_ source: [UInt8]) {
        var rest = source[...]
        while let byte = rest.first {
            switch byte {
            case UInt8(ascii: "'"), UInt8(ascii: "\""): addText(&rest, quote: byte)
            case UInt8(ascii: "/") where rest.dropFirst().first == UInt8(ascii: "/"):
                rest = rest.drop { $0 != 0x0A && $0 != 0x0D }
            case UInt8(ascii: "/") where rest.dropFirst().first == UInt8(ascii: "*"):
                guard let end = rest.dropFirst(2).firstIndex(of: "*/".utf8) else {
                    isOpen = true
                    return
                }
                rest = rest[(end + 2)...]
            case UInt8(ascii: "/"):
                guard mayBeginPattern, let pattern = ScriptContext.pattern(rest) else {
                    tokens.append(.sign("/"))
                    rest = rest.dropFirst()
                    continue
                }
                if pattern.holds("ctx".utf8) { isHidden = true }
                rest = rest[pattern.endIndex...]
                tokens.append(.text(""))
            case 0...0x20: rest = rest.dropFirst()
            default:
                let word = rest.prefix(while: DeletingScript.isWordByte)
                tokens.append(word.isEmpty ? .sign(Unicode.Scalar(byte)) : .word(String(decoding: word, as: UTF8.self)))
                rest = rest.dropFirst(max(1, word.count))
            }
        }
    }

    /// Whether a `/` here begins a pattern: behind a value it divides.
    private var mayBeginPattern: Bool {
        switch tokens.last {
        case nil: true
        case .word(let word): word == "return"
        case .text: false
        case .sign(let sign): sign != ")" && sign != "]"
        }
    }

    /// The pattern that a text begins with, which ends on its line; nil where none does.
    private static func pattern(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
        var index = text.startIndex + 1
        while index < text.endIndex, text[index] != 0x0A, text[index] != 0x0D {
            if text[index] == UInt8(ascii: "/") { return text[...index] }
            index += text[index] == UInt8(ascii: "\\") ? 2 : 1
        }
        return nil
    }

    private mutating func addText(_ rest: inout ArraySlice<UInt8>, quote: UInt8) {
        var text: [UInt8] = []
        rest = rest.dropFirst()
        while let byte = rest.first, byte != quote {
            let isEscape = byte == UInt8(ascii: "\\")
            if let kept = isEscape ? rest.dropFirst().first : byte { text.append(kept) }
            rest = rest.dropFirst(isEscape ? 2 : 1)
        }
        if rest.isEmpty { isOpen = true }
        rest = rest.dropFirst()
        tokens.append(.text(String(decoding: text, as: UTF8.self)))
    }

    /// Whether the script may set the operation to `delete`, or to something that is not written plainly.
    var maySetDelete: Bool {
        tokens.indices.contains { index in
            guard tokens[index] == .word("ctx"), token(index - 1) != .sign(".") else { return false }
            return isRisky(from: index + 1)
        } || isHidden || isOpen && tokens.contains(.word("ctx"))
            // The operation by its method, in later versions: `metadata().setOp(...)`.
            || tokens.contains(.word("setOp"))
    }

    private func token(_ index: Int) -> Token? { tokens.indices.contains(index) ? tokens[index] : nil }

    /// Whether what follows `ctx` may set the operation.
    private func isRisky(from index: Int) -> Bool {
        let dot = token(index) == .sign("?") ? index + 1 : index
        switch (token(dot), token(dot + 1)) {
        case (.sign("."), .word(let name)):
            if token(dot + 2) == .sign("(") { return isRisky(call: name, from: dot + 3) }
            return name == "op" && isRiskyAssignment(at: dot + 2)
        case (.sign("["), .text(let name)):
            guard token(dot + 2) == .sign("]") else { return true }
            return name == "op" && isRiskyAssignment(at: dot + 3)
        default: return true
        }
    }

    private func isRisky(call name: String, from index: Int) -> Bool {
        guard name == "put" else { return !ScriptContext.harmless.contains(name) }
        guard case .text(let key)? = token(index), token(index + 1) == .sign(",") else { return true }
        return key == "op" && !isPlain(at: index + 2)
    }

    private func isRiskyAssignment(at index: Int) -> Bool {
        guard case .sign(let sign)? = token(index) else { return false }
        let isFollowed = token(index + 1) == .sign("=")
        if sign == "=" { return !isFollowed && !isPlain(at: index + 1) }
        // `ctx.op += 'ete'`; a comparison sets nothing.
        return isFollowed && !"!<>".unicodeScalars.contains(sign)
    }

    /// Whether the next token is a text that is another operation, and nothing more.
    private func isPlain(at index: Int) -> Bool {
        guard case .text(let operation)? = token(index), operation != "delete" else { return false }
        switch token(index + 1) {
        case nil, .sign(";"), .sign(")"), .sign("}"): return true
        default: return false
        }
    }
}
