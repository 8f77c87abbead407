/// A beginning of a text that is almost the box of a task item: `[]`, `[ ]Stop`, `( )`, `☐`.
enum NearBox {
    /// The signs that people put between the brackets, beside the blank.
    private static let signs = Set("xX_-/oO✓✔✗✘?!>~*×•\u{445}\u{425}".unicodeScalars)
    /// Boxes of one sign.
    private static let drawn = Set("☐☑☒□▢⬜".unicodeScalars)
    /// How much of a line is looked at.
    private static let looked = 200

    /// How long such a beginning is, in bytes; nil where there is none, and for a box as it should be.
    ///
    /// - Parameter isItem: Whether it is the beginning of an item; elsewhere the mark of the item must be before it.
    static func length(in line: ArraySlice<UInt8>, isItem: Bool) -> Int? {
        // Most lines are prose.
        if !isItem, let first = line.first, first < 0x80, !line.prefix(16).contains(UInt8(ascii: "[")) { return nil }
        let scalars = Array(String(decoding: line.prefix(looked), as: UTF8.self).unicodeScalars)
        let start = isItem ? markup(scalars) : looseMark(scalars) ?? mark(scalars)
        guard let start, let end = end(in: scalars, from: start, isItem: isItem) else { return nil }
        // Behind the mark of a list that Markdown does not know only an open box is certainly meant.
        if !isItem, start > 0, isBlank(scalars[start - 1]) {
            guard scalars[start..<end].dropFirst().dropLast().allSatisfy(isBlank), end - start > 2 else { return nil }
        }
        return scalars[..<end].reduce(0) { $0 + UTF8.width($1) }
    }

    /// What is before a box that somebody has emphasized, or that is behind an anchor or a comment.
    private static func markup(_ scalars: [Unicode.Scalar]) -> Int? {
        var start = 0
        while scalars.indices.contains(start + 1), scalars[start] == "<",
            !"iI".unicodeScalars.contains(scalars[start + 1]),
            let end = scalars[start...].firstIndex(of: ">")
        {
            start = end + 1
            while scalars.indices.contains(start), isBlank(scalars[start]) { start += 1 }
        }
        return start + scalars[start...].prefix { $0 == "*" || $0 == "_" || $0 == "`" }.count
    }

    /// The mark of a list that Markdown does not know, or that it does not see in the middle of a paragraph, with the
    /// blanks behind it: `2. `, `1.1 `, `a) `, `iv. `, `• `.
    private static func looseMark(_ scalars: [Unicode.Scalar]) -> Int? {
        let label = scalars.prefix { $0 != "[" && !isBlank($0) }
        let blanks = scalars[label.endIndex...].prefix { isBlank($0) }
        guard (1...8).contains(label.count), label.first != "(", !blanks.isEmpty, blanks.endIndex < scalars.endIndex,
            scalars[blanks.endIndex] == "["
        else { return nil }
        let text = String(String.UnicodeScalarView(label.filter { !"().".unicodeScalars.contains($0) })).lowercased()
        let isNumber = !text.isEmpty && text.utf8.allSatisfy { (0x30...0x39).contains($0) }
        let isClosed = label.last == "." || label.last == ")"
        let isLetter = text.utf8.count == 1 && text.utf8.allSatisfy { (0x61...0x7A).contains($0) }
        let isRoman = !text.isEmpty && text.utf8.allSatisfy { "ivx".utf8.contains($0) }
        let isBullet = label.count == 1 && label.first.map { "•–—·◦▪".unicodeScalars.contains($0) } ?? false
        guard isBullet || isNumber && label.count > text.utf8.count || isClosed && (isLetter || isRoman) else {
            return nil
        }
        return blanks.endIndex
    }

    /// The mark of an item that has no blank behind it, or none at all; nil for other text.
    private static func mark(_ scalars: [Unicode.Scalar]) -> Int? {
        guard let first = scalars.first else { return nil }
        if first == "[" || drawn.contains(first) { return 0 }
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
