/// Replaces secrets in text, in every form in which a request or an answer may carry them.
///
/// One automaton (Aho and Corasick, 1975) looks for all of them at once, so the cost grows with the text and not with
/// the number of secrets. What is masked is masked before it is cut, so that no half of a secret survives.
public struct Masker: Sendable {
    /// What stands in place of a secret.
    public static let replacement = "***"

    /// The shortest secret that can be masked without making texts unreadable.
    public static let minimumLength = 4

    private var nodes: [Node]
    /// The longest pattern, which is how much of a stream must be held back.
    public let longest: Int

    private struct Node: Sendable {
        var next: [UInt8: Int] = [:]
        var fallback = 0
        /// The longest pattern that ends here.
        var length = 0
    }

    /// Makes a masker of secrets; those shorter than `minimumLength` are not looked for.
    public init(secrets: some Sequence<String>) {
        nodes = [Node()]
        var patterns: Set<[UInt8]> = []
        for secret in secrets where secret.count >= Masker.minimumLength {
            patterns.formUnion(SecretForms.all(of: secret))
        }
        longest = patterns.map(\.count).max() ?? 0
        for pattern in patterns { insert(pattern) }
        link()
    }

    /// Whether there is nothing to look for.
    public var isEmpty: Bool { longest == 0 }

    /// The text with each secret replaced.
    public func masked(_ text: String) -> String {
        if isEmpty { return text }
        return String(decoding: masked(Array(text.utf8)), as: UTF8.self)
    }

    /// The bytes with each secret replaced.
    public func masked(_ bytes: [UInt8]) -> [UInt8] {
        if isEmpty { return bytes }
        let found = matches(in: bytes)
        if found.isEmpty { return bytes }
        var result: [UInt8] = []
        var position = 0
        for range in found {
            result += bytes[position..<range.lowerBound]
            result += Array(Masker.replacement.utf8)
            position = range.upperBound
        }
        return result + bytes[position...]
    }

    /// The places of secrets, overlapping ones joined, in order.
    private func matches(in bytes: [UInt8]) -> [Range<Int>] {
        var state = 0
        var found: [Range<Int>] = []
        for (index, byte) in bytes.enumerated() {
            while state != 0, nodes[state].next[byte] == nil { state = nodes[state].fallback }
            state = nodes[state].next[byte] ?? 0
            guard nodes[state].length > 0 else { continue }
            var range = index + 1 - nodes[state].length..<index + 1
            while let last = found.last, last.upperBound >= range.lowerBound {
                range = min(last.lowerBound, range.lowerBound)..<range.upperBound
                found.removeLast()
            }
            found.append(range)
        }
        return found
    }

    private mutating func insert(_ pattern: [UInt8]) {
        var state = 0
        for byte in pattern {
            if let next = nodes[state].next[byte] {
                state = next
            } else {
                nodes.append(Node())
                nodes[state].next[byte] = nodes.count - 1
                state = nodes.count - 1
            }
        }
        nodes[state].length = max(nodes[state].length, pattern.count)
    }

    /// Gives each node the node of its longest proper suffix, breadth first.
    private mutating func link() {
        var queue = Array(nodes[0].next.values)
        var head = 0
        while head < queue.count {
            let state = queue[head]
            head += 1
            for (byte, child) in nodes[state].next {
                var fallback = nodes[state].fallback
                while fallback != 0, nodes[fallback].next[byte] == nil { fallback = nodes[fallback].fallback }
                let target = nodes[fallback].next[byte] ?? 0
                nodes[child].fallback = target == child ? 0 : target
                nodes[child].length = max(nodes[child].length, nodes[nodes[child].fallback].length)
                queue.append(child)
            }
        }
    }
}
