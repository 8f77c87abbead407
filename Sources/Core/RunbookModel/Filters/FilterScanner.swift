/// Follows the scopes of a filter over its tokens, without parsing it.
///
/// A binding (`TERM as PATTERN |`) holds to the end of the innermost brackets, argument, definition or branch that it
/// is in, because `|` binds weakest in jq; one that is followed by `(` (`reduce`, `foreach`) holds inside these.
struct FilterScanner {
    private enum Kind {
        /// Brackets, the whole filter, or a string.
        case expression
        /// `{ }` that builds an object.
        case object
        /// `[ ]` or `{ }` in what follows `as`.
        case pattern
        /// From `def` to its `;`.
        case definition
        /// The parentheses behind the name in a definition.
        case parameters
        /// From `if` to `end`.
        case condition
    }

    private struct Scope {
        let kind: Kind
        /// Bound in the whole scope.
        var fixed: [String] = []
        /// Bound from here to the end of the argument or branch.
        var names: [String] = []
        /// Bound by a pattern that is not yet followed by `|` or `(`.
        var pending: [String] = []
        var expectsPattern = false
        /// In a definition: before its `:`.
        var isHeader = false
    }

    private static let keywords: Set<String> = [
        "and", "or", "not", "if", "then", "elif", "else", "end", "as", "def", "reduce", "foreach", "try", "catch",
        "label", "break", "import", "include", "module", "__loc__",
    ]

    private var scopes = [Scope(kind: .expression)]
    private var names = FilterNames()
    private var defined: Set<String> = []
    private var previous: FilterToken?

    /// The names of a filter.
    static func scan(_ filter: String) -> FilterNames {
        let (tokens, problem) = FilterLexer.tokens(of: filter)
        var scanner = FilterScanner()
        for token in tokens {
            scanner.take(token)
            scanner.previous = token
        }
        scanner.names.problem = problem
        scanner.names.functions.removeAll { scanner.defined.contains($0.name) }
        return scanner.names
    }

    private mutating func take(_ token: FilterToken) {
        switch token.kind {
        case .variable: variable(token)
        case .word: word(token)
        case .open(let byte): open(byte)
        case .close: close()
        case .sign: sign(token.text)
        case .field: break
        }
    }

    // MARK: - Names

    private mutating func variable(_ token: FilterToken) {
        if token.text == "__loc__" || previous?.text == "label" || previous?.text == "break" { return }
        let top = scopes.count - 1
        switch scopes[top].kind {
        case .pattern:
            let owner = scopes.lastIndex { $0.kind != .pattern } ?? 0
            scopes[owner].pending.append(token.text)
        case .parameters:
            scopes[top - 1].fixed.append(token.text)
        default:
            if scopes[top].expectsPattern {
                scopes[top].expectsPattern = false
                scopes[top].pending.append(token.text)
            } else if !scopes.contains(where: { $0.fixed.contains(token.text) || $0.names.contains(token.text) }) {
                names.variables.append(FilterReference(name: token.text, range: token.range))
            }
        }
    }

    private mutating func word(_ token: FilterToken) {
        let top = scopes.count - 1
        let kind = scopes[top].kind
        if kind == .pattern || (kind == .object && isKeyPlace) { return }
        if kind == .parameters || previous.map({ $0.kind == .word && $0.text == "def" }) == true {
            defined.insert(token.text)
            return
        }
        switch token.text {
        case "as": scopes[top].expectsPattern = true
        case "def": scopes.append(Scope(kind: .definition, isHeader: true))
        case "if": scopes.append(Scope(kind: .condition))
        case "then", "elif", "else": scopes[top].names = []
        case "end": if kind == .condition { scopes.removeLast() }
        default:
            if !Self.keywords.contains(token.text), !token.text.hasPrefix("@") {
                names.functions.append(FilterReference(name: token.text, range: token.range))
            }
        }
    }

    /// Whether the previous token makes this one the key of an object.
    private var isKeyPlace: Bool { previous?.text == "{" || previous?.text == "," }

    // MARK: - Scopes

    private mutating func open(_ byte: UInt8) {
        let top = scopes.count - 1
        let isList = byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
        if isList && (scopes[top].expectsPattern || scopes[top].kind == .pattern) {
            scopes[top].expectsPattern = false
            scopes.append(Scope(kind: .pattern))
        } else if scopes[top].kind == .definition && scopes[top].isHeader {
            scopes.append(Scope(kind: .parameters))
        } else {
            var scope = Scope(kind: byte == UInt8(ascii: "{") ? .object : .expression)
            if byte == UInt8(ascii: "("), scopes[top].kind != .pattern {
                scope.fixed = scopes[top].pending
                scopes[top].pending = []
            }
            scopes.append(scope)
        }
    }

    private mutating func close() {
        // A definition or condition without its end is a syntax error; the bracket closes it too.
        while let last = scopes.last, last.kind == .definition || last.kind == .condition { scopes.removeLast() }
        if scopes.count > 1 { scopes.removeLast() }
    }

    private mutating func sign(_ text: String) {
        let top = scopes.count - 1
        switch text {
        case "|":
            scopes[top].names += scopes[top].pending
            scopes[top].pending = []
        case "?//": scopes[top].expectsPattern = true
        case ":" where scopes[top].kind == .definition: scopes[top].isHeader = false
        case ";":
            if scopes[top].kind == .definition {
                scopes.removeLast()
            } else {
                scopes[top].names = []
            }
        default: break
        }
    }
}
