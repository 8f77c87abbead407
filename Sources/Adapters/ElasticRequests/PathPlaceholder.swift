import RunbookBodies
import RunbookModel

/// Placeholders in paths, where almost every sign that a name of Elasticsearch does not have is one.
enum PathPlaceholder {
    /// What documents put around the name of what the reader must put in.
    private static let frames: [(open: String, close: String)] = [
        ("$(", ")"), ("((", "))"), ("(", ")"), ("[[", "]]"), ("[", "]"), ("#{", "}"), ("@", "@"), ("%", "%"),
        ("__", "__"),
        ("|", "|"), ("\u{AB}", "\u{BB}"), ("\u{2039}", "\u{203A}"), ("\u{FF1C}", "\u{FF1E}"), ("\u{3008}", "\u{3009}"),
    ]
    /// Words in capitals that name things in examples; names of indices are in lower case.
    private static let words: Set<String> = [
        "INDEX", "INDICES", "NAME", "ALIAS", "REPO", "REPOSITORY", "SNAPSHOT", "MY", "TARGET", "SOURCE", "CLUSTER",
        "HOST", "PATTERN", "TEMPLATE", "PIPELINE",
    ]
    /// Words that ask for another in a path, where they name nothing.
    private static let fillers: Set<String> = ["todo", "tbd", "node_id", "task_id"]

    /// The first placeholder; what is not literal has bytes of no name for it.
    ///
    /// - Parameter isDecoded: Whether it was percent-encoded: then only what is nothing else counts, for ids may hold any sign.
    static func first(in bytes: ArraySlice<UInt8>, isDecoded: Bool = false) -> Range<Int>? {
        var index = bytes.startIndex
        var part = bytes.startIndex
        var isFirst = true
        while index < bytes.endIndex {
            switch bytes[index] {
            case UInt8(ascii: "<"):
                guard let end = bytes[index...].firstIndex(of: UInt8(ascii: ">")) else {
                    if isDecoded { return nil }
                    return index..<bytes.endIndex
                }
                if !Placeholder.isDateMath(bytes[index...end]) { return index..<end + 1 }
                index = end
            case UInt8(ascii: "{"):
                if let place = braces(in: bytes, at: index) ?? numbered(in: bytes, at: index) { return place }
            case UInt8(ascii: "/"), UInt8(ascii: ","):
                if let place = whole(bytes[part..<index], isFirst: isFirst, isDecoded: isDecoded) { return place }
                if part < index { isFirst = false }
                part = index + 1
            default:
                if !isDecoded, let place = framed(in: bytes, at: index, from: part) { return place }
            }
            index += 1
        }
        return whole(bytes[part...], isFirst: isFirst, isDecoded: isDecoded)
    }

    /// `{index}`, `{{index}}`, `{index*}`, and `{index` where a `?` behind it would begin the query.
    private static func braces(in bytes: ArraySlice<UInt8>, at start: Int) -> Range<Int>? {
        let inner = bytes[start...].drop { $0 == UInt8(ascii: "{") }.drop { "+#/.;&".utf8.contains($0) }
        let end = inner.firstIndex(of: UInt8(ascii: "}"))
        var name = inner[..<(end ?? bytes.endIndex)]
        while let last = name.last, "*+?".utf8.contains(last) { name.removeLast() }
        guard Placeholder.isName(name), end != nil || !name.contains(UInt8(ascii: "/")) else { return nil }
        guard let end else { return start..<bytes.endIndex }
        return start..<(bytes[end...].firstIndex { $0 != UInt8(ascii: "}") } ?? bytes.endIndex)
    }

    /// `{}` and `{0}`, which programs replace.
    private static func numbered(in bytes: ArraySlice<UInt8>, at start: Int) -> Range<Int>? {
        let digits = bytes[(start + 1)...].prefix { (0x30...0x39).contains($0) }
        return bytes[digits.endIndex...].first == UInt8(ascii: "}") ? start..<digits.endIndex + 1 : nil
    }

    /// `logs-YYYY.MM.DD` and `%s`: a form for a date or a text, which nobody fills in.
    private static func isPattern(_ part: ArraySlice<UInt8>) -> Bool {
        // Date math has the same letters.
        if part.contains(where: { "<{}>".utf8.contains($0) }) { return false }
        if part.holds("YYYY".utf8) || part.holds("yyyy".utf8) && (part.holds("MM".utf8) || part.holds("mm".utf8)) {
            return true
        }
        return part.count == 2 && part.first == UInt8(ascii: "%") && "sdv@i".utf8.contains(part[part.startIndex + 1])
    }

    /// Whether a `%` begins a byte.
    private static func isByte(_ bytes: ArraySlice<UInt8>, at sign: Int) -> Bool {
        let digits = bytes[(sign + 1)...].prefix(2)
        return digits.count == 2 && digits.allSatisfy { PercentEncoding.hexValue($0) != nil }
    }

    private static func isNameByte(_ byte: UInt8) -> Bool {
        (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
            || byte == UInt8(ascii: ".")
    }

    /// A name between two signs.
    private static func framed(in bytes: ArraySlice<UInt8>, at start: Int, from part: Int) -> Range<Int>? {
        let first = bytes[start]
        // Most bytes are those of names, and begin no frame.
        if isNameByte(first) { return nil }
        for frame in frames where first == frame.open.utf8.first && bytes[start...].starts(with: frame.open.utf8) {
            let inner = bytes[start...].dropFirst(frame.open.utf8.count).prefix(80)
            guard let close = inner.firstIndex(of: frame.close.utf8) else { continue }
            let name = inner[..<close]
            guard Placeholder.isName(name), !name.contains(where: { "/,".utf8.contains($0) }) else { continue }
            // A name may have `__` in its middle, and `%` begins a byte.
            let isUpper = name.allSatisfy { !(0x61...0x7A).contains($0) && !(0x30...0x39).contains($0) }
            let isBytes = isByte(bytes, at: start) && isByte(bytes, at: close)
            if frame.open == "%", isUpper ? isBytes && name.count < 3 : isBytes { continue }
            if frame.open == "__", !isUpper, start > part { continue }
            if frame.open == "@", !isUpper, start > part { continue }
            return start..<close + frame.close.utf8.count
        }
        return nil
    }

    /// A part between slashes and commas that is one as a whole.
    private static func whole(_ part: ArraySlice<UInt8>, isFirst: Bool, isDecoded: Bool) -> Range<Int>? {
        if Placeholder.isWord(part, isPath: !isDecoded) { return part.indices }
        if part.isEmpty || part.count > 200 { return nil }
        let tokens = part.split { "-_.".utf8.contains($0) }.map { String(decoding: $0, as: UTF8.self) }
        if tokens.dropLast().contains(where: { $0.lowercased() == "your" }) { return part.indices }
        if Placeholder.isFiller(part) || fillers.contains(String(decoding: part, as: UTF8.self).lowercased()) {
            return part.indices
        }
        if !isDecoded, isPattern(part) { return part.indices }
        let isUpper = part.allSatisfy { !(0x61...0x7A).contains($0) } && !part.contains { $0 > 0x7F }
        return isFirst && isUpper && tokens.contains(where: words.contains) ? part.indices : nil
    }
}
