import RunbookModel

/// `name = filter`, or `name! = filter` for a secret.
enum CaptureLine {
    static func read(_ line: BlockText) -> Result<Capture, Diagnostic> {
        let bytes = Array(line.text.utf8)
        let isEqual = UInt8(ascii: "=")
        guard let sign = bytes.firstIndex(of: isEqual), sign + 1 >= bytes.count || bytes[sign + 1] != isEqual else {
            return .failure(malformed(line, 0..<bytes.count))
        }
        var end = sign
        while end > 0, bytes[end - 1] == 0x20 || bytes[end - 1] == 0x09 { end -= 1 }
        let isSecret = end > 0 && bytes[end - 1] == UInt8(ascii: "!")
        if isSecret { end -= 1 }
        guard end > 0 else { return .failure(malformed(line, 0..<sign + 1)) }
        let name = Located(String(decoding: bytes[..<end], as: UTF8.self), at: line.span(0..<end))
        if let problem = NameForm.problem(with: name, of: "a capture") { return .failure(problem) }
        guard let start = bytes[(sign + 1)...].firstIndex(where: { ![0x20, 0x09, 0x0A].contains($0) }) else {
            return .failure(malformed(line, 0..<bytes.count))
        }
        return .success(Capture(name: name, isSecret: isSecret, filter: Filter(rest(of: line, bytes, from: start))))
    }

    /// The filter, with the places of its lines.
    private static func rest(of line: BlockText, _ bytes: [UInt8], from start: Int) -> BlockText {
        var origins = [line.position(at: start)]
        for index in start..<bytes.count where bytes[index] == 0x0A { origins.append(line.position(at: index + 1)) }
        return BlockText(
            file: line.span.file, text: String(decoding: bytes[start...], as: UTF8.self), origins: origins)
    }

    private static func malformed(_ line: BlockText, _ range: Range<Int>) -> Diagnostic {
        Diagnostic(
            "capture/malformed", .error, "a capture has the form `name = filter`", at: line.span(range),
            help: "write `name = filter`, or `name! = filter` if the value is secret",
            "to continue the line above, indent this line more")
    }
}
