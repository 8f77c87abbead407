import OrderedJSON
import RunbookModel

/// Walks through JSON with holes and tells for each whether it is in a string.
///
/// Beside the template it makes a *skeleton*: the same bytes with everything that is not JSON replaced, byte for byte,
/// by JSON that is as long, so that a reader's offsets in it are offsets in the text.
struct JSONBodyScanner {
    private let block: BlockText
    private let bytes: [UInt8]
    private let start: Int
    private let extensions: JSONBody.Extensions
    private let pieces: [HolePiece]
    private var nextPiece = 0
    private var index = 0
    private var builder = BodyTemplateBuilder()
    /// The `{` and `[` that are open.
    private var open: [UInt8] = []
    /// How much of the skeleton was looked at for what is before an omission, and its last byte that is not blank.
    private var seen: (count: Int, last: UInt8?) = (0, nil)
    private(set) var skeleton: [UInt8] = []
    private(set) var diagnostics: [Diagnostic] = []
    /// Whether what follows the last diagnostic can only be wrong because of it.
    private(set) var isBroken = false
    private(set) var template = Template(literal: "")

    init(block: BlockText, bytes: [UInt8], start: Int, extensions: JSONBody.Extensions) {
        self.block = block
        self.bytes = bytes
        self.start = start
        self.extensions = extensions
        pieces = HolePiece.pieces(of: bytes).filter { if case .literal = $0 { false } else { true } }
        skeleton.reserveCapacity(bytes.count)
    }

    mutating func scan() {
        while index < bytes.count {
            if let piece = piece(at: index) {
                outsideOfStrings(piece)
            } else if extensions.contains(.tripleQuotes), hasPrefix("\"\"\"") {
                rawString()
            } else if bytes[index] == UInt8(ascii: "\"") {
                string()
            } else if extensions.contains(.comments), let end = endOfComment() {
                builder.append(UInt8(ascii: " "))
                blank(to: end)
            } else if extensions.contains(.omissions), let end = endOfOmission() {
                blank(to: end)
            } else {
                follow(bytes[index])
                keep()
            }
        }
        template = builder.finish()
    }

    private mutating func follow(_ byte: UInt8) {
        if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "[") { open.append(byte) }
        if byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]") { _ = open.popLast() }
    }

    // MARK: - What an example leaves out

    /// Where `...` ends that is here, with a comma that belongs to it; what stands for it is added.
    ///
    /// Of an object it is dropped, because an object may have more members. A value that is omitted, and the rest of a
    /// list, become the string that matches them.
    private mutating func endOfOmission() -> Int? {
        let isObject = open.last == UInt8(ascii: "{")
        if isObject, bytes[index] == UInt8(ascii: ",") {
            // A comma before the last thing, which is omitted.
            guard let dots = nonBlank(from: index + 1), let end = endOfDots(at: dots),
                nonBlank(from: end).map({ bytes[$0] }) == UInt8(ascii: "}")
            else { return nil }
            return end
        }
        guard let end = endOfDots(at: index) else { return nil }
        let before = skeleton[seen.count...].last { !JSONBody.isBlank($0) } ?? seen.last
        seen = (skeleton.count, before)
        let next = nonBlank(from: end)
        let behind = next.map { bytes[$0] }
        if before == UInt8(ascii: ":") || open.last == UInt8(ascii: "[") && behind == UInt8(ascii: "]") {
            builder.append("\"...\"")
            // As long as the dots, and a string.
            skeleton.append(contentsOf: "\".\"".utf8)
            index = end
            return end
        }
        guard isObject else { return nil }
        let isFirst = before == UInt8(ascii: "{") || before == UInt8(ascii: ",")
        return isFirst && behind == UInt8(ascii: ",") ? next.map { $0 + 1 } : end
    }

    /// Where three dots end that are at an offset, or the one character for them; both are three bytes.
    private func endOfDots(at offset: Int) -> Int? {
        hasPrefix("...", at: offset) || hasPrefix("\u{2026}", at: offset) ? offset + 3 : nil
    }

    private func nonBlank(from offset: Int) -> Int? {
        bytes[min(offset, bytes.count)...].firstIndex { !JSONBody.isBlank($0) }
    }

    private func hasPrefix(_ prefix: StaticString, at index: Int? = nil) -> Bool {
        let index = index ?? self.index
        let count = prefix.utf8CodeUnitCount
        return index + count <= bytes.count && (0..<count).allSatisfy { bytes[index + $0] == prefix.utf8Start[$0] }
    }

    private mutating func piece(at index: Int) -> HolePiece? {
        while nextPiece < pieces.count, pieces[nextPiece].range.lowerBound < index { nextPiece += 1 }
        guard nextPiece < pieces.count, pieces[nextPiece].range.lowerBound == index else { return nil }
        return pieces[nextPiece]
    }

    private mutating func keep() {
        builder.append(bytes[index])
        skeleton.append(bytes[index])
        index += 1
    }

    private mutating func blank(to end: Int) {
        while index < end {
            skeleton.append(bytes[index] == 0x0A ? 0x0A : 0x20)
            index += 1
        }
    }

    private mutating func outsideOfStrings(_ piece: HolePiece) {
        switch piece {
        case .literal: break
        case .hole(let reference, let range): builder.append(hole(reference, .jsonValue, range))
        case .escape:
            keep()
            return
        case .malformed:
            builder.append(bytes[piece.range])
            report(piece)
        }
        // `[]` is a value that cannot abut on another one, so that `1${x}` stays the error that it is.
        skeleton.append(contentsOf: [UInt8(ascii: "["), UInt8(ascii: "]")])
        index += 2
        blank(to: piece.range.upperBound)
    }

    private mutating func string() {
        keep()
        while index < bytes.count, bytes[index] != 0x0A {
            if let piece = piece(at: index) {
                inString(piece)
            } else if bytes[index] == UInt8(ascii: "\\"), index + 1 < bytes.count {
                keep()
                keep()
            } else {
                let isEnd = bytes[index] == UInt8(ascii: "\"")
                keep()
                if isEnd { return }
            }
        }
    }

    private mutating func inString(_ piece: HolePiece) {
        switch piece {
        case .literal: break
        case .hole(let reference, let range): builder.append(hole(reference, .jsonString, range))
        case .escape: builder.append("${")
        case .malformed:
            builder.append(bytes[piece.range])
            report(piece)
        }
        blank(to: piece.range.upperBound)
    }

    /// `"""text"""`, which is sent as an ordinary string.
    private mutating func rawString() {
        let open = index
        var close = open + 3
        while close < bytes.count, !hasPrefix("\"\"\"", at: close) { close += 1 }
        if close >= bytes.count {
            isBroken = true
            diagnostics.append(
                Diagnostic(
                    "json/invalid", .error, "not valid JSON: the string is not closed",
                    at: block.span(shifted(open..<open + 3)),
                    help: "close it with `\"\"\"`"))
            close = bytes.count
        }
        builder.append(UInt8(ascii: "\""))
        rawContent(from: open + 3, to: close)
        builder.append(UInt8(ascii: "\""))
        index = min(close + 3, bytes.count)
        skeleton.append(UInt8(ascii: "\""))
        skeleton.append(contentsOf: repeatElement(0x20, count: index - open - 2))
        skeleton.append(UInt8(ascii: "\""))
    }

    private mutating func rawContent(from first: Int, to close: Int) {
        var position = first
        while position < close {
            guard let piece = piece(at: position) else {
                let end = nextPiece < pieces.count ? min(close, pieces[nextPiece].range.lowerBound) : close
                builder.append(JSON.escaped(String(decoding: bytes[position..<end], as: UTF8.self)))
                position = end
                continue
            }
            switch piece {
            case .literal: break
            case .hole(let reference, let range): builder.append(hole(reference, .jsonString, range))
            case .escape: builder.append("${")
            case .malformed:
                builder.append(JSON.escaped(String(decoding: bytes[piece.range], as: UTF8.self)))
                report(piece)
            }
            position = piece.range.upperBound
        }
    }

    private func endOfComment() -> Int? {
        if bytes[index] == UInt8(ascii: "#") || hasPrefix("//") {
            return bytes[index...].firstIndex(of: 0x0A) ?? bytes.count
        }
        guard hasPrefix("/*") else { return nil }
        var end = index + 2
        while end < bytes.count, !hasPrefix("*/", at: end) { end += 1 }
        return min(end + 2, bytes.count)
    }

    private func hole(_ reference: ValueReference, _ context: HoleContext, _ range: Range<Int>) -> Hole {
        Hole(reference: reference, context: context, span: block.span(shifted(range)))
    }

    private mutating func report(_ piece: HolePiece) {
        diagnostics.append(HolePiece.malformed(at: block.span(shifted(piece.range))))
    }

    private func shifted(_ range: Range<Int>) -> Range<Int> { start + range.lowerBound..<start + range.upperBound }
}
