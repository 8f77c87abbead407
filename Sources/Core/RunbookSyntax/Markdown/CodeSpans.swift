/// Code spans, `` `...` ``, in lines of a file (CommonMark, section 6.1).
enum CodeSpans {
    /// A text with blanks instead of its code spans; line ends stay.
    static func blanked(_ text: ArraySlice<UInt8>) -> [UInt8] {
        var bytes = Array(text)
        var start = 0
        var paragraph = 0
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            // An empty line ends a paragraph, and with it every code span.
            if bytes[start..<end].allSatisfy({ $0 == 0x20 || $0 == 0x09 || $0 == 0x0D }) {
                blank(&bytes, paragraph..<start)
                paragraph = end
            }
            start = end + 1
        }
        blank(&bytes, min(paragraph, bytes.count)..<bytes.count)
        return bytes
    }

    private static func blank(_ bytes: inout [UInt8], _ paragraph: Range<Int>) {
        let runs = runs(in: bytes[paragraph])
        // Where no run of a length follows, none is looked for: the text may have been made to be slow.
        var last: [Int: Int] = [:]
        for (place, run) in runs.enumerated() { last[run.count] = place }
        var index = 0
        while index < runs.count {
            let open = runs[index]
            let stop = last[open.count] ?? index
            guard index < stop, let close = (index + 1...stop).first(where: { runs[$0].count == open.count }) else {
                index += 1
                continue
            }
            for place in open.lowerBound..<runs[close].upperBound where bytes[place] != 0x0A { bytes[place] = 0x20 }
            index = close + 1
        }
    }

    /// The runs of backticks.
    private static func runs(in bytes: ArraySlice<UInt8>) -> [Range<Int>] {
        var runs: [Range<Int>] = []
        var index = bytes.startIndex
        while let start = bytes[index...].firstIndex(of: UInt8(ascii: "`")) {
            index = bytes[start...].firstIndex { $0 != UInt8(ascii: "`") } ?? bytes.endIndex
            // An escaped backtick begins nothing; a run that follows it is shorter by one.
            let isEscaped = start > bytes.startIndex && bytes[start - 1] == UInt8(ascii: "\\")
            if start + (isEscaped ? 1 : 0) < index { runs.append(start + (isEscaped ? 1 : 0)..<index) }
        }
        return runs
    }
}
