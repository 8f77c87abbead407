import RunbookModel

/// A line of a source as a terminal shows it, with marks under a stretch of it.
struct SourceExcerpt {
    /// Tabs reach to the next multiple of this column.
    private static let tabStop = 4
    /// The most columns of a line that are shown where nothing says how many have room; no line of prose has so many.
    private static let most = 4000

    /// The line with tabs expanded and what would steer a terminal spelled out.
    private(set) var text: String
    /// The columns before the marks.
    private(set) var indent: Int
    /// The number of marks, at least one.
    private(set) var count: Int
    /// The most columns that are shown; of a longer line, those around the marks.
    private let limit: Int

    /// Makes an excerpt of the line on which a span starts; of a span over several lines the first is marked to its
    /// end.
    ///
    /// - Parameter room: The columns of a terminal that there are for it; nil where nothing is cut.
    init(_ source: SourceText, _ span: SourceSpan, room: Int? = nil) {
        limit = room.map { max(20, $0) } ?? Self.most
        let whole = source.range(ofLine: span.start.line)
        let start = whole.lowerBound + min(max(0, span.start.column - 1), whole.count)
        let isOneLine = span.end.line == span.start.line
        let last = isOneLine ? whole.lowerBound + min(max(0, span.end.column - 1), whole.count) : whole.upperBound
        let range = Self.window(around: start, in: whole, of: source.bytes, limit: limit)
        let line = source.bytes[range]
        let end = min(last, range.upperBound)
        // Each part is decoded by itself: a span that cuts a character must not shift what is before it.
        var columns = 0
        let before = Self.shown(line[..<start], &columns)
        indent = columns
        let marked = Self.shown(line[start..<max(start, end)], &columns)
        count = max(1, columns - indent)
        text = before + marked + Self.shown(line[max(start, end)...], &columns)
        if columns > limit { cut() }
    }

    /// The part of a line around a place that may be shown, so that many problems of one long line stay cheap.
    private static func window(around place: Int, in line: Range<Int>, of bytes: [UInt8], limit: Int) -> Range<Int> {
        var (lower, upper) = (max(line.lowerBound, place - limit * 4), min(line.upperBound, place + limit * 8))
        while lower < place, bytes[lower] & 0xC0 == 0x80 { lower += 1 }
        while upper < line.upperBound, bytes[upper] & 0xC0 == 0x80 { upper += 1 }
        return lower..<upper
    }

    private static func shown(_ bytes: ArraySlice<UInt8>, _ columns: inout Int) -> String {
        var result = ""
        for character in String(decoding: bytes, as: UTF8.self) {
            if character == "\t" {
                let width = tabStop - columns % tabStop
                result += String(repeating: " ", count: width)
                columns += width
            } else {
                let visible = VisibleText.visible(String(character))
                result += visible
                columns += ColumnWidth.of(visible)
            }
        }
        return result
    }

    /// Keeps the columns around the marks of a line that is too long, `…` for what is omitted.
    private mutating func cut() {
        // One column on each side is for the mark of what is omitted.
        let room = limit - 2
        let first = max(0, indent - limit / 4)
        count = min(count, limit / 2)
        var kept = first > 0 ? "…" : ""
        var column = 0
        var shift: Int?
        for character in text {
            if column >= first {
                if shift == nil { shift = column - ColumnWidth.of(kept) }
                if column + ColumnWidth.of(character) - first > room {
                    kept += "…"
                    break
                }
                kept.append(character)
            }
            column += ColumnWidth.of(character)
        }
        text = kept
        indent -= shift ?? 0
    }
}
