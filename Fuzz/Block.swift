import RunbookModel

/// A whole input as the content of one fence.
enum Block {
    static func of(_ bytes: [UInt8]) -> BlockText {
        let text = String(decoding: bytes, as: UTF8.self)
        var origins = [SourcePosition(offset: 0, line: 1, column: 1)]
        for (index, byte) in text.utf8.enumerated() where byte == UInt8(ascii: "\n") {
            origins.append(SourcePosition(offset: index + 1, line: origins.count + 1, column: 1))
        }
        return BlockText(file: "fuzz.md", text: text, origins: origins)
    }
}
