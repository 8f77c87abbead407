/// Replaces secrets in text, in every form in which a request or a response may carry them.
///
/// An automaton (Aho and Corasick, 1975) looks for all of them at once. It looks at the text as it is, and at what
/// the text means when escapes are undone: of JSON, URLs, HTML and programming languages, whichever characters they
/// were used for, and one inside another. So the cost grows with the text and not with the number of secrets, and no
/// writer of JSON has to be known. What is masked is masked before it is cut, so that no half of a secret survives;
/// where somebody else has cut a text and says so by an ellipsis, the beginning of a secret before it is masked, too.
public struct Masker: Sendable {
    /// What replaces a secret.
    public static let replacement = "***"

    /// The shortest secret that can be masked without making texts unreadable.
    public static let minimumLength = 4

    /// How often escapes are undone: a text in JSON in JSON in a URL needs three.
    private static let depth = 4

    /// What is looked for, and the automaton of it.
    private struct Layer {
        let forms: Set<[UInt8]>
        let automaton: PatternAutomaton

        init(_ forms: Set<[UInt8]>) {
            self.forms = forms
            automaton = PatternAutomaton(forms)
        }
    }

    /// Each is at least twice as large as the next, so that secrets which come one by one do not cost a new automaton
    /// of all of them each.
    private var layers: [Layer] = []

    /// Makes a masker of secrets; those shorter than `minimumLength` are not looked for.
    public init(secrets: some Sequence<String>) {
        self.init(forms: secrets.reduce(into: []) { $0.formUnion(SecretForms.all(of: $1)) })
    }

    /// Makes a masker of what is looked for.
    init(forms: Set<[UInt8]>) { add(forms) }

    /// Looks for more.
    mutating func add(_ forms: Set<[UInt8]>) {
        if forms.isEmpty { return }
        var forms = forms
        while let last = layers.last, last.forms.count < 2 * forms.count {
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
        var found = layers.flatMap { $0.automaton.matches(in: bytes) }
        var views: [PlainView] = []
        var view = PlainView(of: bytes)
        while let plain = view {
            views.append(plain)
            for range in layers.flatMap({ $0.automaton.matches(in: plain.bytes) }) {
                found.append(views.reversed().reduce(range) { $1.origin(of: $0) })
            }
            view = views.count < Masker.depth ? PlainView(of: plain.bytes) : nil
        }
        return views.isEmpty && layers.count == 1 ? found : Masker.joined(found)
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
