import RunbookModel

extension SourceText {
    /// What keeps the bytes from being read as Markdown at all; nil when they can be.
    var encodingProblem: Diagnostic? {
        if let offset = bytes.firstIndex(of: 0) {
            return Diagnostic(
                "source/nul", .error, "the file has a NUL byte at offset \(offset), so it is not text",
                at: span(at: offset),
                help: "check that this is the right file")
        }
        guard let offset = offsetOfInvalidUTF8 else { return nil }
        return Diagnostic(
            "source/not-utf8", .error, "the file is not UTF-8: the byte at offset \(offset) is not valid",
            at: span(at: offset), help: "save it as UTF-8")
    }

    /// The offset of the first byte that is not a part of a character.
    private var offsetOfInvalidUTF8: Int? {
        var decoder = Unicode.UTF8.ForwardParser()
        var iterator = bytes.makeIterator()
        var offset = 0
        if String(validating: bytes, as: UTF8.self) != nil { return nil }
        while true {
            switch decoder.parseScalar(from: &iterator) {
            case .valid(let scalar): offset += scalar.count
            case .error: return offset
            case .emptyInput: return nil
            }
        }
    }
}
