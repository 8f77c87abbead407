package import OrderedJSON
package import RunbookModel

/// Compares a response with what was expected (semantics, "Expectations").
package struct ExpectationMatcher {
    /// The most differences that are told.
    package static let limit = 20

    /// The text that stands for any value, and at the end of an array for any more elements.
    package static let wildcard = "..."

    /// Paths of arrays without order; elements on the way to them are `[]`.
    private let unordered: Set<String>
    private var differences: [StepFailure.Difference] = []

    /// Where a response is not what was expected: objects as subsets, arrays element by element, numbers by value.
    ///
    /// - Parameter unordered: Paths such as `.hits.hits` of arrays whose order does not matter.
    package static func differences(
        expected: JSON, actual: JSON, unordered: Set<String> = []
    ) -> [StepFailure.Difference] {
        var matcher = ExpectationMatcher(unordered: unordered)
        matcher.compare(expected, actual, at: Place())
        return matcher.differences
    }

    private init(unordered: Set<String>) { self.unordered = unordered }

    /// A place in the response: for people, with the positions of elements, and as `unordered` names it, without them.
    private struct Place {
        var shown = ""
        var general = ""

        func member(_ name: String) -> Place {
            let component = ExpectationMatcher.component(name)
            return Place(shown: shown + component, general: general + component)
        }
        func element(_ index: Int) -> Place { Place(shown: "\(shown)[\(index)]", general: general + "[]") }
        var anyElement: Place { Place(shown: shown + "[]", general: general + "[]") }
    }

    private mutating func report(_ place: Place, _ expected: String, _ actual: String) {
        guard differences.count < ExpectationMatcher.limit else { return }
        differences.append(.init(path: place.shown.isEmpty ? "." : place.shown, expected: expected, actual: actual))
    }

    private mutating func compare(_ expected: JSON, _ actual: JSON, at place: Place) {
        if expected == .string(ExpectationMatcher.wildcard) { return }
        switch (expected, actual) {
        case (.object(let wanted), .object(let found)):
            for member in wanted.members {
                guard let value = found[member.name] else {
                    report(place.member(member.name), member.value.text(), "nothing")
                    continue
                }
                compare(member.value, value, at: place.member(member.name))
            }
        case (.array(let wanted), .array(let found)):
            if unordered.contains(place.general.isEmpty ? "." : place.general) {
                compareBags(wanted, found, at: place)
            } else {
                compareLists(wanted, found, at: place)
            }
        default:
            if expected != actual { report(place, expected.text(), actual.text()) }
        }
    }

    private mutating func compareLists(_ wanted: [JSON], _ found: [JSON], at place: Place) {
        let allowsMore = wanted.last == .string(ExpectationMatcher.wildcard)
        let required = allowsMore ? wanted.dropLast() : wanted[...]
        for (index, element) in required.enumerated() {
            guard index < found.count else {
                report(place.element(index), element.text(), "nothing")
                continue
            }
            compare(element, found[index], at: place.element(index))
        }
        if !allowsMore { reportSurplus(required.count, found.count, at: place) }
    }

    private mutating func reportSurplus(_ wanted: Int, _ found: Int, at place: Place) {
        if found > wanted { report(place, "\(wanted) elements", "\(found) elements") }
    }

    /// Each wanted element needs one of its own; an assignment is searched along augmenting paths (Kuhn, 1955), because
    /// taking the first that fits may take the only one that another needs.
    private mutating func compareBags(_ wanted: [JSON], _ found: [JSON], at place: Place) {
        let allowsMore = wanted.last == .string(ExpectationMatcher.wildcard)
        let required = Array(allowsMore ? wanted.dropLast() : wanted[...])
        let fits = required.map { want in found.indices.filter { admits(want, found[$0], at: place.anyElement) } }
        var owner: [Int: Int] = [:]
        func assign(_ index: Int, _ tried: inout Set<Int>) -> Bool {
            for candidate in fits[index] where tried.insert(candidate).inserted {
                if let other = owner[candidate], !assign(other, &tried) { continue }
                owner[candidate] = index
                return true
            }
            return false
        }
        for index in required.indices {
            var tried: Set<Int> = []
            if !assign(index, &tried) { report(place.anyElement, required[index].text(), "no such element") }
        }
        if !allowsMore { reportSurplus(required.count, found.count, at: place) }
    }

    private func admits(_ expected: JSON, _ actual: JSON, at place: Place) -> Bool {
        var matcher = ExpectationMatcher(unordered: unordered)
        matcher.compare(expected, actual, at: place)
        return matcher.differences.isEmpty
    }

    /// A member's name as a part of a path, in jq's form.
    private static func component(_ name: String) -> String {
        let isPlain =
            !name.isEmpty && name.utf8.allSatisfy { ValueName.isNameByte($0) || (0x41...0x5A).contains($0) }
            && name.first?.isNumber == false
        return isPlain ? "." + name : "[\(JSON.quoted(name))]"
    }
}
