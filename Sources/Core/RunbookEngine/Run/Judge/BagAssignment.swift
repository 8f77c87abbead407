import OrderedJSON

/// Gives each wanted element of a list without order a found one of its own, where that is possible.
///
/// What is sure comes first: each takes an equal one, which is never worse than another, for whatever fits the equal one
/// fits that other, too. An object is then only compared with those that have its rarest plain member. What is left is searched along augmenting paths (Kuhn, 1955), because taking the first that fits
/// may take the only one that another needs.
struct BagAssignment {
    /// A plain member of an object, by which objects are found.
    private struct Mark: Hashable {
        let name: String
        let value: JSON
    }

    private let wanted: [JSON]
    private let found: [JSON]
    /// The wanted element that a found one belongs to.
    private var owners: [Int?]
    /// The found element of a wanted one.
    private var taken: [Int?]
    /// The found elements by a plain member, and those of them that may still be free.
    private var marked: [Mark: [Int]] = [:]
    private var freeMarked: [Mark: [Int]] = [:]
    private var free: [Int]
    /// Which found elements a wanted one fits, as far as that was looked at.
    private var fits: [Int: [Int]] = [:]

    init(_ wanted: [JSON], _ found: [JSON]) {
        self.wanted = wanted
        self.found = found
        owners = Array(repeating: nil, count: found.count)
        taken = Array(repeating: nil, count: wanted.count)
        free = Array(found.indices)
    }

    /// The wanted elements for which there is none.
    ///
    /// - Parameter admits: Whether a found element is what a wanted one asks for; nil when nothing more may be tried.
    /// - Returns: The positions; nil when it could not be told.
    mutating func missing(_ admits: (JSON, JSON) -> Bool?) -> [Int]? {
        assignEqual()
        let rest = wanted.indices.filter {
            taken[$0] == nil && !BagAssignment.isPlain(wanted[$0]) && !BagAssignment.isAny(wanted[$0])
        }
        markFound(by: rest)
        var open: [Int] = []
        for index in rest {
            guard let isDone = takeFree(index, admits) else { return nil }
            if !isDone { open.append(index) }
        }
        for index in open where augment(index, admits) == nil { return nil }
        assignAny()
        return wanted.indices.filter { taken[$0] == nil }
    }

    // MARK: What is sure

    private static func isAny(_ value: JSON) -> Bool { value == .string(ExpectationMatcher.wildcard) }

    /// Whether a value only equals itself.
    private static func isPlain(_ value: JSON) -> Bool {
        switch value {
        case .array, .object: false
        default: !isAny(value)
        }
    }

    private mutating func assignEqual() {
        var places: [JSON: [Int]] = [:]
        for index in found.indices.reversed() { places[found[index], default: []].append(index) }
        for index in wanted.indices where !BagAssignment.isAny(wanted[index]) {
            if let place = places[wanted[index]]?.popLast() { give(place, to: index) }
        }
    }

    /// What stands for anything takes what is left.
    private mutating func assignAny() {
        var rest = found.indices.filter { owners[$0] == nil }
        for index in wanted.indices where BagAssignment.isAny(wanted[index]) {
            guard let place = rest.popLast() else { return }
            give(place, to: index)
        }
    }

    private mutating func give(_ place: Int, to index: Int) {
        owners[place] = index
        taken[index] = place
    }

    // MARK: Objects

    private mutating func markFound(by rest: [Int]) {
        let names = Set(rest.flatMap { marks(of: wanted[$0]).map(\.name) })
        guard !names.isEmpty else { return }
        for index in found.indices {
            for mark in marks(of: found[index]) where names.contains(mark.name) {
                marked[mark, default: []].append(index)
            }
        }
        freeMarked = marked
    }

    private func marks(of value: JSON) -> [Mark] {
        guard let object = value.object else { return [] }
        return object.members.filter { BagAssignment.isPlain($0.value) }.map { Mark(name: $0.name, value: $0.value) }
    }

    /// The rarest plain member of a wanted element.
    private func rarestMark(of index: Int) -> Mark? {
        marks(of: wanted[index]).min { (marked[$0]?.count ?? 0) < (marked[$1]?.count ?? 0) }
    }

    /// Takes the first free element that fits; nil when nothing more may be tried.
    private mutating func takeFree(_ index: Int, _ admits: (JSON, JSON) -> Bool?) -> Bool? {
        let mark = rarestMark(of: index)
        var candidates = mark.map { freeMarked.removeValue(forKey: $0) ?? [] } ?? free
        defer { if let mark { freeMarked[mark] = candidates } else { free = candidates } }
        var position = 0
        while position < candidates.count {
            let place = candidates[position]
            if owners[place] == nil {
                guard let isFitting = admits(wanted[index], found[place]) else { return nil }
                if !isFitting {
                    position += 1
                    continue
                }
                give(place, to: index)
            }
            candidates.swapAt(position, candidates.count - 1)
            candidates.removeLast()
            if taken[index] != nil { return true }
        }
        return false
    }

    // MARK: The search

    /// Frees an element for a wanted one by moving others; nil when nothing more may be tried.
    private mutating func augment(_ start: Int, _ admits: (JSON, JSON) -> Bool?) -> Bool? {
        var queue = [start]
        var reached: [Int: Int] = [:]
        var next = 0
        while next < queue.count {
            let index = queue[next]
            next += 1
            guard let places = fitting(index, admits) else { return nil }
            for place in places where reached[place] == nil {
                // Each step counts as a try.
                guard admits(.null, .null) != nil else { return nil }
                reached[place] = index
                guard let owner = owners[place] else {
                    shift(to: place, reached)
                    return true
                }
                queue.append(owner)
            }
        }
        return false
    }

    /// Gives a place to the element that reached it, and that one's place to the one before.
    private mutating func shift(to place: Int, _ reached: [Int: Int]) {
        var place: Int? = place
        while let current = place, let index = reached[current] {
            place = taken[index]
            give(current, to: index)
        }
    }

    private mutating func fitting(_ index: Int, _ admits: (JSON, JSON) -> Bool?) -> [Int]? {
        if let known = fits[index] { return known }
        let candidates = rarestMark(of: index).map { marked[$0] ?? [] } ?? Array(found.indices)
        var places: [Int] = []
        for place in candidates {
            guard let isFitting = admits(wanted[index], found[place]) else { return nil }
            if isFitting { places.append(place) }
        }
        fits[index] = places
        return places
    }
}
