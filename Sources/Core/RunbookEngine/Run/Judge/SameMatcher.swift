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

    private let show: (JSON) -> String
    private var found: [Difference] = []

    /// The places where two values differ, in order: objects by name, lists by position; at most
    /// ``ExpectationMatcher/limit``.
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
        let texts = [first, second].map { value in
            value.map { Excerpt.text(show($0), atMost: SameMatcher.longest) } ?? "nothing"
        }
        found.append(Difference(path: path, first: texts[0], second: texts[1]))
    }
}
