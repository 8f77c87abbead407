package import RunbookRun

/// Compares the lines of a text with those that were expected (semantics, "Expectations").
///
/// Each is a whole line, blanks at both ends aside, and they follow each other in this order with others between. `...`
/// in a line stands for any characters, and some blanks for any other number of them, because the columns of a table are
/// as wide as its rows. Everything else is compared byte by byte, in time linear in the text.
package struct LineMatcher {
    private static let wildcard = Array(ExpectationMatcher.wildcard.utf8)

    /// The pieces of a line between the wildcards; one alone where there is none.
    private typealias Pattern = [[UInt8]]

    private let lines: [Pattern]

    /// Takes the expected text.
    ///
    /// - Parameter segments: Its parts; only in what the author wrote, not in values, `...` is a wildcard.
    package init(_ segments: [(text: String, isValue: Bool)]) {
        var lines: [Pattern] = [[[]]]
        for segment in segments {
            let bytes = Array(segment.text.utf8)
            var index = 0
            while index < bytes.count {
                if bytes[index] == 0x0A {
                    lines.append([[]])
                } else if !segment.isValue, bytes[index...].starts(with: LineMatcher.wildcard) {
                    lines[lines.count - 1].append([])
                    index += LineMatcher.wildcard.count - 1
                } else {
                    lines[lines.count - 1][lines[lines.count - 1].count - 1].append(bytes[index])
                }
                index += 1
            }
        }
        self.lines = lines.compactMap(LineMatcher.trimmed)
    }

    /// The first line that is not there; nil when all are.
    package func difference(in text: String) -> StepFailure.Difference? {
        var rest = text.utf8.split(separator: 0x0A)[...]
        for (index, pattern) in lines.enumerated() {
            let evenPattern = pattern.map { LineMatcher.evened($0[...]) }
            var near: Substring.UTF8View?
            let position = rest.firstIndex { line in
                let bytes = LineMatcher.trimmed(Array(line)[...])
                if LineMatcher.matches(pattern, bytes) { return true }
                let even = LineMatcher.evened(bytes)
                if LineMatcher.matches(evenPattern, even[...]) { return true }
                if near == nil, pattern.count == 1, LineMatcher.range(of: pattern[0], in: bytes) != nil { near = line }
                return false
            }
            guard let position else {
                let actual =
                    near.map { "only a part of `\(LineMatcher.string($0))` (write `...` for the rest)" }
                    ?? rest.first.map { "`\(LineMatcher.string($0))` and what follows" } ?? "no more lines"
                return StepFailure.Difference(
                    path: "line \(index + 1)", expected: LineMatcher.string(pattern), actual: actual)
            }
            rest = rest[(position + 1)...]
        }
        return nil
    }

    // MARK: -

    private static func matches(_ pattern: Pattern, _ line: ArraySlice<UInt8>) -> Bool {
        guard let first = pattern.first, let last = pattern.last, line.starts(with: first) else { return false }
        if pattern.count == 1 { return line.count == first.count }
        var rest = line.dropFirst(first.count)
        for piece in pattern.dropFirst().dropLast() {
            guard let range = range(of: piece, in: rest) else { return false }
            rest = rest[range.upperBound...]
        }
        return rest.count >= last.count && rest.suffix(last.count).elementsEqual(last)
    }

    /// Where a piece is first, found as Knuth, Morris and Pratt do (1977).
    private static func range(of piece: [UInt8], in line: ArraySlice<UInt8>) -> Range<Int>? {
        if piece.isEmpty { return line.startIndex..<line.startIndex }
        var borders = [Int](repeating: 0, count: piece.count)
        var length = 0
        for index in piece.indices.dropFirst() {
            while length > 0, piece[index] != piece[length] { length = borders[length - 1] }
            if piece[index] == piece[length] { length += 1 }
            borders[index] = length
        }
        length = 0
        for index in line.indices {
            while length > 0, line[index] != piece[length] { length = borders[length - 1] }
            if line[index] == piece[length] { length += 1 }
            if length == piece.count { return index + 1 - length..<index + 1 }
        }
        return nil
    }

    private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    /// A text with one blank where it has several.
    private static func evened(_ line: ArraySlice<UInt8>) -> [UInt8] {
        var result: [UInt8] = []
        for byte in line where !(isBlank(byte) && result.last == 0x20) { result.append(isBlank(byte) ? 0x20 : byte) }
        return result
    }

    private static func trimmed(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var line = line.drop(while: isBlank)
        while let last = line.last, isBlank(last) { line.removeLast() }
        return line
    }

    /// A line without blanks at its ends; nil for an empty one.
    private static func trimmed(_ pattern: Pattern) -> Pattern? {
        var pattern = pattern
        guard let first = pattern.first else { return nil }
        if pattern.count == 1 {
            let line = trimmed(first[...])
            return line.isEmpty ? nil : [Array(line)]
        }
        pattern[0] = Array(first.drop(while: isBlank))
        while let last = pattern[pattern.count - 1].last, isBlank(last) { pattern[pattern.count - 1].removeLast() }
        return pattern
    }

    private static func string(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: trimmed(Array(bytes)[...]), as: UTF8.self)
    }

    private static func string(_ pattern: Pattern) -> String {
        pattern.map { String(decoding: $0, as: UTF8.self) }.joined(separator: "...")
    }
}
