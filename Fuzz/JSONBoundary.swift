import OrderedJSON
import RunbookBodies
import RunbookModel

enum JSONBoundary {
    static func feed(_ bytes: [UInt8]) {
        _ = JSONBody.parse(Block.of(bytes), allowing: [.tripleQuotes, .comments])
        guard let value = try? JSON(bytes: bytes) else { return }
        for style in [JSON.Style.compact, .pretty] {
            let again = try? JSON(bytes: value.bytes(style))
            promise(again == value, "what is written is read as the same value")
        }
    }
}
