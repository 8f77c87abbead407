/// A beginning of a text that is almost the box of a task item: `[]`, `[ ]Stop`, `( )`, `☐`.
enum NearBox {
    /// The signs that people put between the brackets, beside the blank.
    private static let signs = Set("xX_-/oO✓✔✗✘".unicodeScalars)
    /// Boxes of one sign.
    private static let drawn = Set("☐☑☒□▢⬜".unicodeScalars)
    /// How much of a line is looked at.
    private static let looked = 200

    /// How long such a beginning is, in bytes; nil where there is none, and for a box as it should be.
    ///
    /// - Parameter isItem: Whether it is the beginning of an item; elsewhere the mark of the item must be before it.
    static func length(in line: ArraySlice<UInt8>, isItem: Bool) -> Int? {
        // Most lines are prose.
        if !isItem, let first = line.first, !"[-*+0123456789".utf8.contains(first) { return nil }
        let scalars = Array(String(decoding: line.prefix(looked), as: UTF8.self).unicodeScalars)
        let start = isItem ? markup(scalars) : mark(scalars)
        guard let start, let end = end(in: scalars, from: start, isItem: isItem) else { return nil }
        return scalars[..<end].reduce(0) { $0 + UTF8.width($1) }
    }

    /// What is before a box that somebody has emphasized.
    private static func markup(_ scalars: [Unicode.Scalar]) -> Int? {
        scalars.prefix { $0 == "*" || $0 == "_" || $0 == "`" }.count
    }

    /// The mark of an item that has no blank behind it, or none at all; nil for other text.
    private static func mark(_ scalars: [Unicode.Scalar]) -> Int? {
        guard let first = scalars.first else { return nil }
        if first == "[" { return 0 }
        if first == "-" || first == "*" || first == "+" { return 1 }
        let digits = scalars.prefix { ("0"..."9").contains($0) }.count
        guard (1...9).contains(digits), scalars.count > digits, scalars[digits] == "." || scalars[digits] == ")" else {
            return nil
        }
        return digits + 1
    }

    /// Where a box ends that begins at a place.
    ///
    /// - Parameter isItem: Whether it is the beginning of an item; something before a right one makes it none.
    private static func end(in scalars: [Unicode.Scalar], from start: Int, isItem: Bool) -> Int? {
        guard scalars.indices.contains(start) else { return nil }
        let isCode = start > 0 && scalars[start - 1] == "`"
        if drawn.contains(scalars[start]) { return isCode ? nil : start + 1 }
        let closers: [Unicode.Scalar: Unicode.Scalar] = ["[": "]", "［": "］", "(": ")"]
        guard let closer = closers[scalars[start]] else {
            let text = String(String.UnicodeScalarView(scalars[start...])).lowercased()
            return !isCode && text.hasPrefix("<input") && text.contains("checkbox") ? start + 6 : nil
        }
        guard let close = scalars[(start + 1)...].prefix(6).firstIndex(of: closer) else { return nil }
        let inner = scalars[start + 1..<close]
        let marks = inner.filter { !isBlank($0) }
        let next = scalars.indices.contains(close + 1) ? scalars[close + 1] : nil
        guard marks.count < 2, marks.allSatisfy(signs.contains) else { return nil }
        // In code, in emphasis, and without the mark of an item it is a box only as an empty one: `[]` is a list, `[x]`
        // an index or a link.
        let isBlankBox = !inner.isEmpty && marks.isEmpty
        let followsMark = isItem ? start == 0 : start > 0
        if !followsMark, !isBlankBox { return nil }
        if isCode, next != "`" { return nil }
        // `[X]-Pack`, `[o]pen` and `[]string` are words; `[x]Stop` is a box without its blank.
        let isEnd = next.map { isBlank($0) || $0.properties.isUppercase || "*_`".unicodeScalars.contains($0) } ?? true
        if closer == "]", !isBlankBox, !isEnd { return nil }
        switch closer {
        // `()` and `(x)` are text more often than not.
        case ")": if !isBlankBox || next != " " { return nil }
        case "]":
            // A link, a reference, or its definition.
            if let next, next == "(" || next == "[" || next == ":" { return nil }
            let isRight = inner.count == 1 && [" ", "x", "X"].contains(inner[start + 1])
            let isApart = next == nil || next == " " || next == "\t"
            if isRight, isApart, start == 0, isItem { return nil }
        default: break
        }
        return close + 1
    }

    private static func isBlank(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint
    }
}
