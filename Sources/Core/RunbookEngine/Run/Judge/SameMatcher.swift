package import OrderedJSON
import RunbookModel

/// Finds where two values that should be the same are not.
package struct SameMatcher {
    /// A place with both values; nil stands for nothing.
    package struct Difference: Hashable {
        /// The path in the values, such as `[17]._source.city`; empty for the values themselves.
        package let path: String
        /// What is there on the one side.
        package let first: String
        /// What is there on the other side.
        package let second: String
    }

    /// The most bytes of a value that are shown.
    private static let longest = 300

    /// How many bytes that are the same are shown before a difference in a long text.
    private static let lead = 60

    private let show: (JSON) -> String
    private var found: [Difference] = []

    /// The places where two values differ, in order: objects by name, lists by position; at most
    /// ``ExpectationMatcher/limit``.
    ///
    /// Of a long text the part that differs is shown, between ellipses, which the ``Masker`` knows.
    ///
    /// - Parameter show: The text of a value.
    package static func differences(
        _ first: JSON, _ second: JSON, show: (JSON) -> String = { $0.text() }
    ) -> [Difference] {
        withoutActuallyEscaping(show) { show in
            var matcher = SameMatcher(show: show)
            matcher.compare(first, second, at: "")
            return matcher.found
        }
    }

    /// Whether a value has nothing but `null`, however deep: what a misspelt filter gives, also within brackets.
    ///
    /// An empty list says something: both targets have none of what was asked for.
    static func saysNothing(_ value: JSON) -> Bool {
        switch value {
        case .null: true
        case .array(let elements): !elements.isEmpty && elements.allSatisfy(saysNothing)
        case .object(let members): !members.members.isEmpty && members.members.allSatisfy { saysNothing($0.value) }
        default: false
        }
    }

    private init(show: @escaping (JSON) -> String) { self.show = show }

    private var isFull: Bool { found.count >= ExpectationMatcher.limit }

    private mutating func compare(_ first: JSON, _ second: JSON, at path: String) {
        if isFull || first.isEquivalent(to: second) { return }
        switch (first, second) {
        case (.object(let left), .object(let right)): compare(left, right, at: path)
        case (.array(let left), .array(let right)): compare(left, right, at: path)
        default: report(first, second, at: path)
        }
    }

    private mutating func compare(_ left: JSONObject, _ right: JSONObject, at path: String) {
        var seen: Set<[UInt8]> = []
        for member in Array(left.members) + Array(right.members) {
            guard seen.insert(Array(member.name.utf8)).inserted else { continue }
            let place = path + ExpectationMatcher.component(member.name)
            // Of a name that is repeated the last value counts.
            if let first = left[member.name], let second = right[member.name] {
                compare(first, second, at: place)
            } else {
                report(left[member.name], right[member.name], at: place)
            }
            if isFull { return }
        }
    }

    private mutating func compare(_ left: [JSON], _ right: [JSON], at path: String) {
        if left.count != right.count {
            found.append(
                Difference(path: path, first: "\(left.count) elements", second: "\(right.count) elements"))
            // Behind an element that only one of both has, all are different.
            let index = zip(left, right).enumerated().first { !$1.0.isEquivalent(to: $1.1) }?.offset
            let place = index ?? min(left.count, right.count)
            let (first, second) = (left.dropFirst(place).first, right.dropFirst(place).first)
            if !isFull { report(first, second, at: "\(path)[\(place)]") }
            return
        }
        for (index, (first, second)) in zip(left, right).enumerated() {
            compare(first, second, at: "\(path)[\(index)]")
            if isFull { return }
        }
    }

    private mutating func report(_ first: JSON?, _ second: JSON?, at path: String) {
        let texts = [first, second].map { $0.map(show) }
        var skipped = 0
        if let first = texts[0], let second = texts[1], first != second {
            let same = zip(first.utf8, second.utf8).prefix { $0 == $1 }.count
            // A little of what both have shows where one is.
            if same > 2 * SameMatcher.lead { skipped = same - SameMatcher.lead }
        }
        let shown = texts.map { text in
            text.map { Excerpt.text(SameMatcher.rest(of: $0, behind: skipped), atMost: SameMatcher.longest) }
                ?? "nothing"
        }
        found.append(Difference(path: path, first: shown[0], second: shown[1]))
    }

    /// The text without its first bytes, which never ends within a character.
    private static func rest(of text: String, behind skipped: Int) -> String {
        guard skipped > 0 else { return text }
        let rest = text.utf8.dropFirst(skipped).drop { $0 & 0xC0 == 0x80 }
        return "…" + String(decoding: rest, as: UTF8.self)
    }
}
