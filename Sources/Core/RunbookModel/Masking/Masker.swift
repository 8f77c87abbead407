/// Replaces secrets in text, in every form in which a request or a response may carry them.
///
/// An automaton (Aho and Corasick, 1975) looks for all of them at once. It looks at the text as it is, and at what
/// the text means when escapes are undone: of JSON, URLs, HTML and programming languages, whichever characters they
/// were used for, and one inside another; when base64 and hexadecimal digits are read; when its lines are joined; and when
/// only its letters are left. So the cost grows with the text and not with the number of secrets, and no writer of JSON
/// has to be known. What is masked is masked before it is cut, so that no half of a secret survives; where somebody else
/// has cut a text and says so by an ellipsis, the beginning of a secret before it, and the end behind it, are masked, too.
public struct Masker: Sendable {
    /// What replaces a secret.
    public static let replacement = "***"

    /// The shortest secret that can be masked without making texts unreadable.
    public static let minimumLength = 4

    /// How often escapes are undone: a text in JSON in JSON in a URL needs three.
    private static let depth = 4

    /// How often digits are read: what is found in them are again forms of a secret, of which base64 is one.
    private static let digitDepth = 3

    /// The shortest form that is looked for across lines: less is at the ends of lines by chance.
    private static let shortestAcrossLines = 8

    /// What is looked for, and the automata of it.
    private struct Layer {
        let forms: SecretForms
        let texts: PatternAutomaton
        let letters: PatternAutomaton
        let reversed: PatternAutomaton

        init(_ forms: SecretForms) {
            self.forms = forms
            texts = PatternAutomaton(forms.texts)
            letters = PatternAutomaton(forms.letters)
            reversed = PatternAutomaton(forms.reversed, isReversed: true)
        }
    }

    /// Each is at least twice as large as the next, so that secrets which come one by one do not cost a new automaton
    /// of all of them each.
    private var layers: [Layer] = []

    /// Makes a masker of secrets; those shorter than `minimumLength` are not looked for.
    public init(secrets: some Sequence<String>) {
        self.init(forms: secrets.reduce(into: SecretForms()) { $0.formUnion(SecretForms(of: $1)) })
    }

    /// Makes a masker of what is looked for.
    init(forms: SecretForms) { add(forms) }

    /// Looks for more.
    mutating func add(_ forms: SecretForms) {
        if forms.isEmpty { return }
        var forms = forms
        while let last = layers.last, last.forms.texts.count < 2 * forms.texts.count {
            forms.formUnion(last.forms)
            layers.removeLast()
        }
        layers.append(Layer(forms))
    }

    /// Whether there is nothing to look for.
    public var isEmpty: Bool { layers.isEmpty }

    /// The text with each secret replaced.
    public func masked(_ text: String) -> String {
        if isEmpty { return text }
        let bytes = Array(text.utf8)
        let found = matches(in: bytes)
        return found.isEmpty ? text : String(decoding: replaced(found, in: bytes), as: UTF8.self)
    }

    /// The bytes with each secret replaced.
    public func masked(_ bytes: [UInt8]) -> [UInt8] {
        if isEmpty { return bytes }
        let found = matches(in: bytes)
        return found.isEmpty ? bytes : replaced(found, in: bytes)
    }

    private func replaced(_ ranges: [Range<Int>], in bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = []
        var position = 0
        for range in ranges {
            result += bytes[position..<range.lowerBound]
            result += Array(Masker.replacement.utf8)
            position = range.upperBound
        }
        return result + bytes[position...]
    }

    /// The places of secrets, overlapping ones joined, in order.
    private func matches(in bytes: [UInt8]) -> [Range<Int>] {
        let found = places(in: bytes, digitDepth: Masker.digitDepth)
        return found.count < 2 ? found : Masker.joined(found)
    }

    private func places(in bytes: [UInt8], digitDepth: Int) -> [Range<Int>] {
        var found = shownPlaces(in: bytes) + placesInside(bytes, digitDepth)
        var views: [PlainView] = []
        var view = PlainView(of: bytes)
        while let plain = view {
            views.append(plain)
            view = views.count < Masker.depth ? PlainView(of: plain.bytes) : nil
            var inner = shownPlaces(in: plain.bytes)
            if view == nil { inner += placesInside(plain.bytes, digitDepth) }
            for range in inner { found.append(views.reversed().reduce(range) { $1.origin(of: $0) }) }
        }
        return found
    }

    private func plainPlaces(in bytes: [UInt8]) -> [Range<Int>] {
        layers.flatMap { $0.texts.matches(in: bytes) }
    }

    /// The places of secrets as they are, of their letters with anything between, and of their ends behind an ellipsis.
    private func shownPlaces(in bytes: [UInt8]) -> [Range<Int>] {
        var found = plainPlaces(in: bytes)
        if layers.contains(where: { !$0.letters.isEmpty }) {
            let letters = LettersView.letters(of: bytes)
            let ranges = layers.flatMap { $0.letters.matches(in: letters) }
            let origins = ranges.isEmpty ? [] : LettersView.origins(in: bytes)
            for range in ranges {
                found.append(origins[range.lowerBound].lowerBound..<origins[range.upperBound - 1].upperBound)
            }
        }
        if bytes.holdsEllipsis {
            let reversed = Array(bytes.reversed())
            for range in layers.flatMap({ $0.reversed.matches(in: reversed) }) {
                found.append(bytes.count - range.upperBound..<bytes.count - range.lowerBound)
            }
        }
        return found
    }

    /// The places in what is written in digits, in dumps, and across the ends of lines.
    private func placesInside(_ bytes: [UInt8], _ digitDepth: Int) -> [Range<Int>] {
        var found: [Range<Int>] = []
        if let joined = PlainView(joiningLinesOf: bytes) {
            for range in plainPlaces(in: joined.bytes) where range.count >= Masker.shortestAcrossLines {
                found.append(joined.origin(of: range))
            }
        }
        for dump in DumpView.all(of: bytes) {
            found += plainPlaces(in: dump.bytes).filter(dump.isWhole).map(dump.origin)
        }
        if digitDepth > 0, let digits = DigitView(of: bytes) {
            found += places(in: digits.bytes, digitDepth: digitDepth - 1).filter(digits.isWhole).map(digits.origin)
        }
        return found
    }

    private static func joined(_ ranges: [Range<Int>]) -> [Range<Int>] {
        var joined: [Range<Int>] = []
        for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
            if let last = joined.last, last.upperBound >= range.lowerBound {
                joined[joined.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
            } else {
                joined.append(range)
            }
        }
        return joined
    }
}
