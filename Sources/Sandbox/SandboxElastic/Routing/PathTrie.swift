/// The paths a server knows, found as its REST layer finds them.
///
/// A path is tried in four ways, from only literal names to placeholders anywhere. A name that is there hides the
/// placeholder beside it, which is why `PUT /_search` is refused instead of creating an index of that name.
struct PathTrie<Value: Sendable>: Sendable {
    /// How far placeholders may match.
    private enum Mode: CaseIterable { case literal, placeholderAtRoot, placeholderAtLeaf, placeholderAnywhere }

    private struct Node: Sendable {
        var children: [String: Int] = [:]
        var wildcard: Int?
        var value: Value?
    }

    private var nodes = [Node()]

    /// Adds a path such as `/{index}/_doc/{id}`, or changes what is there.
    mutating func insert(_ pattern: String, default initial: @autoclosure () -> Value, update: (inout Value) -> Void) {
        var position = 0
        for name in PathTrie.segments(of: pattern) {
            let next = name.hasPrefix("{") ? nodes[position].wildcard : nodes[position].children[name]
            if let next {
                position = next
            } else {
                nodes.append(Node())
                if name.hasPrefix("{") {
                    nodes[position].wildcard = nodes.count - 1
                } else {
                    nodes[position].children[name] = nodes.count - 1
                }
                position = nodes.count - 1
            }
        }
        var value = nodes[position].value ?? initial()
        update(&value)
        nodes[position].value = value
    }

    /// What a path can mean, in the order the server tries it.
    func candidates(for path: some StringProtocol) -> [Value] {
        let segments = PathTrie.segments(of: path)
        if segments.isEmpty { return nodes[0].value.map { [$0] } ?? [] }
        return Mode.allCases.compactMap { find(segments, at: 0, below: 0, mode: $0) }
    }

    /// The names between the slashes; empty ones count, except at the ends.
    static func segments(of path: some StringProtocol) -> [String] {
        var segments = String(path).split(separator: "/" as Character, omittingEmptySubsequences: false).map {
            String($0)
        }
        if segments.first?.isEmpty == true { segments.removeFirst() }
        while segments.last?.isEmpty == true { segments.removeLast() }
        return segments
    }

    private func find(_ segments: [String], at index: Int, below parent: Int, mode: Mode) -> Value? {
        guard index < segments.count else { return nil }
        let isLast = index == segments.count - 1
        let wildcard = nodes[parent].wildcard
        var usedWildcard = false
        var position: Int
        if let literal = nodes[parent].children[segments[index]] {
            position = literal
            let mayYield = nodes[literal].value == nil
            let atEnd = isLast && (mode == .placeholderAtLeaf || mode == .placeholderAnywhere)
            let atRoot = index == 0 && mode == .placeholderAtRoot
            if mayYield, let wildcard, atEnd || atRoot {
                position = wildcard
                usedWildcard = true
            }
        } else {
            let allowed =
                switch mode {
                case .literal: false
                case .placeholderAtRoot: index == 0
                case .placeholderAtLeaf: isLast
                case .placeholderAnywhere: true
                }
            guard allowed, let wildcard else { return nil }
            position = wildcard
            usedWildcard = true
        }
        if isLast { return nodes[position].value }
        if let value = find(segments, at: index + 1, below: position, mode: mode) { return value }
        guard !usedWildcard, mode != .literal, let wildcard else { return nil }
        return find(segments, at: index + 1, below: wildcard, mode: mode)
    }
}
