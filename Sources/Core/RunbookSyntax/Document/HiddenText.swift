import RunbookModel

/// What of a document is machinery: directives, boxes and blocks with a role.
struct HiddenText {
    private var lines: Set<Int> = []
    /// Ranges of offsets, in order.
    private var ranges: [Range<Int>] = []

    mutating func hide(lines range: ClosedRange<Int>) { lines.formUnion(range) }

    mutating func hide(_ span: SourceSpan) { ranges.append(span.start.offset..<span.end.offset) }

    func hides(line: Int) -> Bool { lines.contains(line) }

    /// The parts of a range that are not hidden.
    func visible(_ range: Range<Int>) -> [Range<Int>] {
        var parts: [Range<Int>] = []
        var start = range.lowerBound
        var index = firstIndex(endingAfter: range.lowerBound)
        while index < ranges.count, ranges[index].lowerBound < range.upperBound {
            if start < ranges[index].lowerBound { parts.append(start..<ranges[index].lowerBound) }
            start = max(start, ranges[index].upperBound)
            index += 1
        }
        if start < range.upperBound { parts.append(start..<range.upperBound) }
        return parts
    }

    private func firstIndex(endingAfter offset: Int) -> Int {
        var low = 0
        var high = ranges.count
        while low < high {
            let middle = (low + high) / 2
            if ranges[middle].upperBound > offset { high = middle } else { low = middle + 1 }
        }
        return low
    }
}
