extension ShellWord {
    /// The word without the callouts at the ends of its lines, also behind the mark of a comment (`# <1>`); what is in
    /// strings of JSON is kept.
    var withoutCallouts: ShellWord {
        guard bytes.contains(UInt8(ascii: "<")) else { return self }
        var word = ShellWord(at: range.lowerBound)
        var (index, kept) = (0, 0)
        var isString = false
        while index < bytes.count {
            if !isString, let end = calloutEnd(at: index) {
                word.append(part(kept..<index))
                (index, kept) = (end, end)
                continue
            }
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") {
                isString.toggle()
            } else if isString, byte == UInt8(ascii: "\\") {
                index = min(index + 1, bytes.count)
            }
        }
        word.append(part(kept..<bytes.count))
        word.range = range
        return word
    }

    private func calloutEnd(at start: Int) -> Int? {
        if let end = Callout.end(in: bytes, at: start) { return end }
        let isComment = bytes[start] == UInt8(ascii: "#")
        let isSlashes = bytes[start...].starts(with: "//".utf8)
        guard isComment || isSlashes else { return nil }
        let mark = bytes[(start + (isComment ? 1 : 2))...].firstIndex { $0 != 0x20 }
        return mark.flatMap { Callout.end(in: bytes, at: $0) }
    }
}
