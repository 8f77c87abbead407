package import OrderedJSON
import RunbookModel
package import RunbookRun

/// Compares a response with what was expected (semantics, "Expectations").
package struct ExpectationMatcher {
    /// The most differences that are reported.
    package static let limit = 20

    /// The text that stands for any value, and at the end of an array for any more elements.
    package static let wildcard = "..."

    /// Paths of arrays without order; elements on the way to them are `[]`.
    private let unordered: Set<String>
    private var differences: [StepFailure.Difference] = []
    /// Whether it only matters that there is a difference.
    private var isTrial = false
    private var isDifferent = false
    /// How many values may still be compared to find out which element of a list without order is which.
    ///
    /// A list that is made to be hard cannot take longer.
    private var triesLeft = 500_000

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

    private mutating func report(
        _ place: Place, _ expected: @autoclosure () -> String, _ actual: @autoclosure () -> String
    ) {
        isDifferent = true
        guard !isTrial, differences.count < ExpectationMatcher.limit else { return }
        differences.append(
            .init(path: place.shown.isEmpty ? "." : place.shown, expected: expected(), actual: actual()))
    }

    private mutating func compare(_ expected: JSON, _ actual: JSON, at place: Place) {
        if isTrial {
            // Comparing long texts is work, too.
            triesLeft -= 1
            if case .string(let text) = expected, case .string(let other) = actual,
                text.utf8.count == other.utf8.count
            {
                triesLeft -= text.utf8.count / 64
            }
            if isDifferent || triesLeft <= 0 { return }
        }
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

    /// Each wanted element needs one of its own.
    private mutating func compareBags(_ wanted: [JSON], _ found: [JSON], at place: Place) {
        let allowsMore = wanted.last == .string(ExpectationMatcher.wildcard)
        let required = Array(allowsMore ? wanted.dropLast() : wanted[...])
        if !allowsMore, isTrial, found.count > required.count { return report(place, "fewer", "more") }
        var assignment = BagAssignment(required, found)
        let anywhere = place.anyElement
        guard let missing = assignment.missing({ self.admits($0, $1, at: anywhere) }) else {
            return report(
                anywhere, "each of \(required.count) elements once",
                "too many similar elements to compare: expect a member that differs")
        }
        for index in missing { report(anywhere, required[index].text(), "no element that matches") }
        if !allowsMore { reportSurplus(required.count, found.count, at: place) }
    }

    /// Whether a value is what is expected; nil when nothing more may be tried.
    private mutating func admits(_ expected: JSON, _ actual: JSON, at place: Place) -> Bool? {
        var matcher = ExpectationMatcher(unordered: unordered)
        matcher.isTrial = true
        matcher.triesLeft = triesLeft
        matcher.compare(expected, actual, at: place)
        triesLeft = matcher.triesLeft
        return triesLeft > 0 ? !matcher.isDifferent : nil
    }

    /// A member's name as a part of a path, in jq's form.
    static func component(_ name: String) -> String {
        let isPlain =
            !name.isEmpty && name.utf8.allSatisfy { ValueName.isNameByte($0) || (0x41...0x5A).contains($0) }
            && name.first?.isNumber == false
        return isPlain ? "." + name : "[\(JSON.quoted(name))]"
    }
}
