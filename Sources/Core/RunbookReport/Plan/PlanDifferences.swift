package import OrderedJSON

/// Compares a plan that was written with one that was rendered now.
package struct PlanDifferences {
    /// The most differences that are reported.
    static let limit = 50

    private var found: [PlanDifference] = []
    private let ignoresProbes: Bool

    /// Everything that differs, in the order of the plan; what it was is `before`.
    ///
    /// - Parameters:
    ///   - before: The plan that was written, which may hold anything.
    ///   - after: The plan as it is rendered now.
    ///   - ignoringProbes: Whether what reads said is omitted, because they have not been asked now.
    package static func between(_ before: JSON, _ after: JSON, ignoringProbes: Bool = false) -> [PlanDifference] {
        var differences = PlanDifferences(ignoresProbes: ignoringProbes)
        for name in names(before, after) where !(ignoringProbes && name == "probed") {
            differences.compare(name, before[name], after[name])
        }
        // What has no name here, such as a member that is there twice, is a difference as well.
        if differences.found.isEmpty, !ignoringProbes, !differences.isSame(before, after) {
            return [PlanDifference(place: "the plan contains something unknown", before: nil, after: nil)]
        }
        return differences.found
    }

    /// The differences for people, a few lines each.
    package static func text(_ differences: [PlanDifference]) -> [String] {
        let rest = differences.count > limit ? ["  and \(differences.count - limit) more"] : []
        return differences.prefix(limit).flatMap(\.lines) + rest
    }

    private init(ignoresProbes: Bool) { self.ignoresProbes = ignoresProbes }

    private static func names(_ before: JSON?, _ after: JSON?) -> [String] {
        let first = before?.object?.names ?? []
        let known = Set(first)
        return unique(first) + unique(after?.object?.names ?? []).filter { !known.contains($0) }
    }

    private static func unique(_ names: [String]) -> [String] {
        var seen: Set<String> = []
        return names.filter { seen.insert($0).inserted }
    }

    private mutating func compare(_ name: String, _ before: JSON?, _ after: JSON?) {
        switch name {
        case "document", "fixture":
            if !isSame(before, after) {
                found.append(PlanDifference(place: "\(name): its text changed", before: nil, after: nil))
            }
        case "includes":
            if !isSame(before, after) {
                found.append(
                    PlanDifference(place: "a document that is included: its text was changed", before: nil, after: nil))
            }
        case "environment": compareEnvironment(before, after)
        case "targets": compareNamed("target", before, after, key: "name")
        case "parameters": compareNamed("parameter", before, after, key: "name")
        case "plugins": compareNamed("plugin", before, after, key: "name")
        case "steps": compareNamed("step", before, after, key: "id")
        default: compare(at: name == "tool" ? "version of the tool" : name, before, after)
        }
    }

    private mutating func compareEnvironment(_ before: JSON?, _ after: JSON?) {
        for name in Self.names(before, after) {
            if name == "sha256" {
                if !isSame(before?[name], after?[name]) {
                    found.append(
                        PlanDifference(place: "environment: the text of its file changed", before: nil, after: nil))
                }
            } else {
                compare(at: "environment: \(name)", before?[name], after?[name])
            }
        }
    }

    /// Compares lists of objects that have names, each with its namesake.
    private mutating func compareNamed(_ kind: String, _ before: JSON?, _ after: JSON?, key: String) {
        let (old, new) = (Self.named(before, key), Self.named(after, key))
        let (oldNames, newNames) = (Self.unique(old.map(\.0)), Self.unique(new.map(\.0)))
        guard oldNames.count == old.count, oldNames.count == before?.array?.count ?? 0 else {
            found.append(PlanDifference(place: "\(kind)s: not a valid list", before: nil, after: nil))
            return
        }
        let olds = Dictionary(old, uniquingKeysWith: { first, _ in first })
        let news = Dictionary(new, uniquingKeysWith: { first, _ in first })
        for name in oldNames where news[name] == nil {
            found.append(PlanDifference(place: "\(kind) \(name): removed", before: nil, after: nil))
        }
        for name in newNames {
            guard let new = news[name] else { continue }
            let line = new["line"]?.int.map { " (line \($0))" } ?? ""
            guard let old = olds[name] else {
                found.append(PlanDifference(place: "\(kind) \(name)\(line): added", before: nil, after: nil))
                continue
            }
            for member in Self.names(old, new) {
                // Lines move with any edit, which is reported once; what they hold is compared by its own.
                if member == "line" || ignoresProbes && member == "answer" { continue }
                compare(at: "\(kind) \(name)\(line): \(member)", old[member], new[member])
            }
        }
        if oldNames != newNames, Set(oldNames) == Set(newNames) {
            found.append(PlanDifference(place: "\(kind)s: their order changed", before: nil, after: nil))
        }
    }

    private static func named(_ list: JSON?, _ key: String) -> [(String, JSON)] {
        (list?.array ?? []).compactMap { element in element[key]?.string.map { ($0, element) } }
    }

    /// Compares any two values, member by member and element by element.
    private mutating func compare(at place: String, _ before: JSON?, _ after: JSON?) {
        if isSame(before, after) { return }
        if before?.object != nil, after?.object != nil {
            let count = found.count
            for name in Self.names(before, after) { compare(at: "\(place).\(name)", before?[name], after?[name]) }
            if found.count > count { return }
        }
        if let old = before?.array, let new = after?.array, old.count == new.count {
            for index in old.indices { compare(at: "\(place)[\(index)]", old[index], new[index]) }
            return
        }
        func text(_ value: JSON?) -> String? { value.map { $0.string ?? $0.text() } }
        if let old = before?.string, let new = after?.string {
            compareLines(at: place, old, new)
        } else {
            found.append(PlanDifference(place: place, before: text(before), after: text(after)))
        }
    }

    /// Tells of two texts only the lines that differ.
    private mutating func compareLines(at place: String, _ before: String, _ after: String) {
        var old = before.split(separator: "\n", omittingEmptySubsequences: false)[...]
        var new = after.split(separator: "\n", omittingEmptySubsequences: false)[...]
        if old.count == 1, new.count == 1 {
            found.append(PlanDifference(place: place, before: before, after: after))
            return
        }
        while let first = old.first, let other = new.first, first.utf8.elementsEqual(other.utf8) {
            old.removeFirst()
            new.removeFirst()
        }
        let line = old.startIndex + 1
        while let last = old.last, let other = new.last, last.utf8.elementsEqual(other.utf8) {
            old.removeLast()
            new.removeLast()
        }
        found.append(
            PlanDifference(
                place: "\(place), line \(line)", before: old.isEmpty ? nil : old.joined(separator: "\n"),
                after: new.isEmpty ? nil : new.joined(separator: "\n")))
    }

    /// To the letter: a number is distinguished from another text of the same number, and a name repeated from one.
    private func isSame(_ before: JSON?, _ after: JSON?) -> Bool {
        before?.text(.canonical) == after?.text(.canonical)
    }
}
