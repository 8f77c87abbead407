import RunbookModel

/// A line that looks as if a fence with a role began on it.
///
/// Whether one does is Markdown's decision; where none does, the author of the line was mistaken.
struct FenceLine: Sendable {
    /// The line.
    let line: Int
    /// The character of the fence, and how many there are.
    let mark: UInt8
    let length: Int
    /// From the first character of the fence to the end of the line.
    let span: SourceSpan
    /// Whether other text is before it on its line.
    let isBehindText: Bool
    /// Whether it would declare a runbook.
    let isDeclaration: Bool
    /// Whether a backtick is in the info string, which ends it in a fence of backticks.
    let holdsBacktick: Bool

    /// Whether the block, with what it would do, ends on the line it begins on, which makes it a piece of text.
    let isClosedOnItsLine: Bool

    /// Looks at a line; nil when it is an ordinary one.
    init?(_ source: SourceText, line: Int) {
        let range = source.range(ofLine: line)
        let bytes = source.bytes[range]
        guard let last = FenceLine.lastRun(in: bytes) else { return nil }
        let start = FenceLine.text(of: bytes)
        let first = bytes[start...].first.map { FenceLine.run(of: $0, in: bytes, at: start) } ?? start..<start
        let isAtStart = first.count >= 3
        let run = isAtStart ? first : last
        let info = FenceInfo(source, in: run.upperBound..<range.upperBound)
        let rest = bytes[run.upperBound...]
        holdsBacktick = bytes[run.lowerBound] == UInt8(ascii: "`") && rest.contains(UInt8(ascii: "`"))
        // A run of the same length closes a code span.
        let isSpan = holdsBacktick && (!isAtStart || FenceLine.holdsRun(of: run.count, in: rest))
        isClosedOnItsLine =
            isSpan && isAtStart && FenceLine.endsWithOnlyRun(of: run.count, rest)
            && !FenceLine.isPlain(info.rest, to: run.count)
        if isSpan, !isClosedOnItsLine { return nil }
        guard FenceLine.isMeant(info), isAtStart || FenceLine.isPlain(info.rest) else { return nil }
        self.line = line
        mark = bytes[run.lowerBound]
        length = run.count
        isBehindText = !isAtStart
        isDeclaration = info.isDeclaration
        span = source.spanOfLine(line, fromColumn: run.lowerBound - range.lowerBound + 1)
    }

    /// Whether a block with this info string would do something.
    private static func isMeant(_ info: FenceInfo) -> Bool {
        if info.isDeclaration { return true }
        guard let role = info.role else { return info.nearMiss.map { $0.role != nil && $0.role != "text" } ?? false }
        return role != .text
    }

    /// Whether nothing but keys follows, as in an info string and not in a sentence.
    ///
    /// - Parameter length: How many backticks at the end close it.
    private static func isPlain(_ rest: BlockText, to length: Int = 0) -> Bool {
        var scanner = KeyScanner(rest)
        let mark = String(repeating: "`", count: length)
        return scanner.words().filter { length == 0 || $0.name.value != mark }.allSatisfy { word in
            word.name.value.utf8.allSatisfy { $0 == UInt8(ascii: "_") || (0x61...0x7A).contains($0) }
                && (word.value != nil || StepKeys.names.contains(word.name.value))
        }
    }

    /// Where the text of a line begins, behind blanks, the marks of quotations and items, and a box.
    private static func text(of bytes: ArraySlice<UInt8>) -> Int {
        var rest = bytes
        func isBlank(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 }
        while let byte = rest.first {
            let digits = rest.prefix { (0x30...0x39).contains($0) }
            if isBlank(byte) || byte == UInt8(ascii: ">") {
                rest = rest.dropFirst()
            } else if [UInt8(ascii: "-"), UInt8(ascii: "*"), UInt8(ascii: "+")].contains(byte),
                isBlank(rest.dropFirst().first)
            {
                rest = rest.dropFirst(2)
            } else if !digits.isEmpty, digits.count <= 9,
                [UInt8(ascii: "."), UInt8(ascii: ")")].contains(rest.dropFirst(digits.count).first),
                isBlank(rest.dropFirst(digits.count + 1).first)
            {
                rest = rest.dropFirst(digits.count + 2)
            } else {
                break
            }
        }
        return rest.startIndex
    }

    /// The run of one character at an index; empty for another character than those of fences.
    private static func run(of mark: UInt8, in bytes: ArraySlice<UInt8>, at start: Int) -> Range<Int> {
        guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else { return start..<start }
        return start..<start + bytes[start...].prefix { $0 == mark }.count
    }

    /// The last run of three or more.
    private static func lastRun(in bytes: ArraySlice<UInt8>) -> Range<Int>? {
        var end = bytes.endIndex
        while end > bytes.startIndex {
            let mark = bytes[end - 1]
            var start = end - 1
            guard mark == UInt8(ascii: "`") || mark == UInt8(ascii: "~") else {
                end -= 1
                continue
            }
            while start > bytes.startIndex, bytes[start - 1] == mark { start -= 1 }
            if end - start >= 3 { return start..<end }
            end = start
        }
        return nil
    }

    /// Whether what closes a code span is the only run of backticks, and nothing is behind it.
    private static func endsWithOnlyRun(of length: Int, _ bytes: ArraySlice<UInt8>) -> Bool {
        var text = bytes
        while let last = text.last, [0x20, 0x09, 0x0D].contains(last) { text.removeLast() }
        let content = text.dropLast(length)
        return text.suffix(length).allSatisfy { $0 == UInt8(ascii: "`") } && !content.contains(UInt8(ascii: "`"))
    }

    private static func holdsRun(of length: Int, in bytes: ArraySlice<UInt8>) -> Bool {
        bytes.split { $0 != UInt8(ascii: "`") }.contains { $0.count == length }
    }
}
