/// Finds many patterns in bytes in one pass (Aho and Corasick, "Efficient string matching", 1975).
struct PatternAutomaton: Sendable {
    private struct Node: Sendable {
        /// The byte that leads here.
        var byte: UInt8 = 0
        /// How many bytes lead here from the root.
        var depth: Int32 = 0
        /// The node of the longest proper suffix.
        var fallback: Int32 = 0
        /// The longest pattern that ends here; 0: none.
        var length: Int32 = 0
        /// The first of the nodes below, and the next one beside; 0: none.
        var child: Int32 = 0
        var sibling: Int32 = 0
    }

    private var nodes = [Node()]
    /// The nodes below the root by their byte: most bytes of most texts lead back to the root.
    private var roots = [Int32](repeating: 0, count: 256)

    var isEmpty: Bool { nodes.count == 1 }

    /// Whether the texts are read from the end, so that an ellipsis is before what is found.
    private let isReversed: Bool

    init(_ patterns: Set<[UInt8]>, isReversed: Bool = false) {
        self.isReversed = isReversed
        for pattern in patterns { insert(pattern) }
        link()
    }

    /// The places of patterns, and of the beginnings of patterns before an ellipsis; overlapping ones are joined, in order.
    ///
    /// Those that touch may be far apart where the bytes came from.
    func matches(in bytes: [UInt8]) -> [Range<Int>] {
        if isEmpty { return [] }
        var found: [Range<Int>] = []
        nodes.withUnsafeBufferPointer { nodes in
            roots.withUnsafeBufferPointer { roots in
                bytes.withUnsafeBufferPointer { bytes in
                    var state: Int32 = 0
                    for index in bytes.indices {
                        let byte = bytes[index]
                        if state == 0 {
                            state = roots[Int(byte)]
                            if state == 0 { continue }
                        } else {
                            if nodes[Int(state)].depth >= Masker.minimumLength,
                                isReversed ? bytes.isReversedEllipsis(at: index) : bytes.isEllipsis(at: index)
                            {
                                add(index - Int(nodes[Int(state)].depth)..<index, to: &found)
                            }
                            state = PatternAutomaton.next(state, byte, nodes, roots)
                        }
                        let length = Int(nodes[Int(state)].length)
                        if length > 0 { add(index + 1 - length..<index + 1, to: &found) }
                    }
                }
            }
        }
        return found
    }

    private func add(_ range: Range<Int>, to found: inout [Range<Int>]) {
        var range = range
        while let last = found.last, last.upperBound > range.lowerBound {
            range = min(last.lowerBound, range.lowerBound)..<max(last.upperBound, range.upperBound)
            found.removeLast()
        }
        found.append(range)
    }

    private static func next(
        _ state: Int32, _ byte: UInt8, _ nodes: UnsafeBufferPointer<Node>, _ roots: UnsafeBufferPointer<Int32>
    ) -> Int32 {
        var state = state
        while state != 0 {
            var child = nodes[Int(state)].child
            while child != 0, nodes[Int(child)].byte != byte { child = nodes[Int(child)].sibling }
            if child != 0 { return child }
            state = nodes[Int(state)].fallback
        }
        return roots[Int(byte)]
    }

    private func child(of state: Int32, _ byte: UInt8) -> Int32 {
        if state == 0 { return roots[Int(byte)] }
        var child = nodes[Int(state)].child
        while child != 0, nodes[Int(child)].byte != byte { child = nodes[Int(child)].sibling }
        return child
    }

    private mutating func insert(_ pattern: [UInt8]) {
        var state: Int32 = 0
        for byte in pattern {
            var next = child(of: state, byte)
            if next == 0 {
                next = Int32(nodes.count)
                var node = Node(byte: byte, depth: nodes[Int(state)].depth + 1)
                if state == 0 {
                    roots[Int(byte)] = next
                } else {
                    node.sibling = nodes[Int(state)].child
                    nodes[Int(state)].child = next
                }
                nodes.append(node)
            }
            state = next
        }
        nodes[Int(state)].length = Int32(pattern.count)
    }

    /// Gives each node the node of its longest proper suffix, breadth first.
    private mutating func link() {
        var queue = roots.filter { $0 != 0 }
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            var child = nodes[Int(state)].child
            while child != 0 {
                let byte = nodes[Int(child)].byte
                var fallback = nodes[Int(state)].fallback
                var target = self.child(of: fallback, byte)
                while target == 0, fallback != 0 {
                    fallback = nodes[Int(fallback)].fallback
                    target = self.child(of: fallback, byte)
                }
                nodes[Int(child)].fallback = target
                nodes[Int(child)].length = max(nodes[Int(child)].length, nodes[Int(target)].length)
                queue.append(child)
                child = nodes[Int(child)].sibling
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    /// Whether `...`, `…` or words are at a place that say that a text was cut there.
    fileprivate func isEllipsis(at index: Int) -> Bool {
        guard index + 2 < count else { return false }
        switch self[index] {
        case 0x2E: return self[index + 1] == 0x2E && self[index + 2] == 0x2E
        case 0xE2: return self[index + 1] == 0x80 && self[index + 2] == 0xA6
        case 0x20, UInt8(ascii: "["), UInt8(ascii: "("), UInt8(ascii: "<"): return saysCut(at: index)
        default: return false
        }
    }

    /// Whether `...` or `…` is at a place of a text that is read from its end.
    fileprivate func isReversedEllipsis(at index: Int) -> Bool {
        guard index + 2 < count else { return false }
        return self[index] == 0x2E && self[index + 1] == 0x2E && self[index + 2] == 0x2E
            || self[index] == 0xA6 && self[index + 1] == 0x80 && self[index + 2] == 0xE2
    }

    /// `[truncated]`, ` (12 more bytes)`, ` <cut>`.
    private func saysCut(at index: Int) -> Bool {
        var index = index
        if self[index] == 0x20 { index += 1 }
        guard index < count, "[(<".utf8.contains(self[index]) else { return false }
        index += 1
        while index < count, (0x30...0x39).contains(self[index]) || "+ .".utf8.contains(self[index]) { index += 1 }
        return ["trunc", "more", "cut", "snip", "\u{2026}"].contains { word in
            index + word.utf8.count <= count && zip(index..., word.utf8).allSatisfy { self[$0] | 0x20 == $1 | 0x20 }
        }
    }
}

extension [UInt8] {
    /// Whether there is `...` or `…`.
    var holdsEllipsis: Bool {
        withUnsafeBufferPointer { bytes in
            bytes.indices.contains { index in
                switch bytes[index] {
                case 0x2E: index + 2 < bytes.count && bytes[index + 1] == 0x2E && bytes[index + 2] == 0x2E
                case 0xE2: index + 2 < bytes.count && bytes[index + 1] == 0x80 && bytes[index + 2] == 0xA6
                default: false
                }
            }
        }
    }
}
