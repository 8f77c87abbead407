import OrderedJSON
import RunbookModel

/// Tells whether a script of an update may delete the document (`ctx.op = 'delete'`).
///
/// It is not a reader of Painless: an operation that is not plainly another one counts as a deletion. What a stored script
/// does cannot be seen.
enum DeletingScript {
    /// Whether a member `script` of a document, however deep, may delete.
    static func isIn(_ document: JSON) -> Bool {
        switch document {
        case .array(let elements): return elements.contains(where: isIn)
        case .object(let members):
            return members.contains { member in
                member.name == "script" ? deletes(member.value) : isIn(member.value)
            }
        default: return false
        }
    }

    private static func deletes(_ script: JSON) -> Bool {
        if let source = script.string { return deletes(Array(source.utf8)) }
        guard let members = script.object else { return isIn(script) }
        // A name that is there twice counts each time, and what is not a text is searched for texts.
        let sources = members.filter { ["source", "inline"].contains($0.name) }.flatMap { texts(in: $0.value) }
        let parameters = JSON.array(members.filter { $0.name == "params" }.map(\.value))
        return sources.contains { deletes(Array($0.utf8), parameters: parameters) }
    }

    private static func texts(in value: JSON) -> [String] {
        switch value {
        case .string(let text): [text]
        case .array(let elements): elements.flatMap(texts)
        case .object(let members): members.flatMap { texts(in: $0.value) }
        default: []
        }
    }

    /// Whether a source that sets the operation may set it to `delete`.
    static func deletes(_ source: [UInt8], parameters: JSON = .null) -> Bool {
        if ScriptContext(source).maySetDelete { return true }
        let words = source.split { !isWordByte($0) }
        guard words.contains(where: { $0.elementsEqual("op".utf8) }) else { return false }
        if words.contains(where: { $0.elementsEqual("delete".utf8) }) || holdsDelete(parameters) { return true }
        return setsByExpression(source)
    }

    /// Whether a text that is not JSON, and so may quote a script, may delete.
    static func deletes(quotedIn text: [UInt8]) -> Bool {
        deletes(text) || ScriptContext(text.map { $0 == UInt8(ascii: "\"") ? 0x20 : $0 }).maySetDelete
    }

    private static func holdsDelete(_ value: JSON) -> Bool {
        switch value {
        case .string(let text): text == "delete"
        case .array(let elements): elements.contains(where: holdsDelete)
        case .object(let members): members.contains { holdsDelete($0.value) }
        default: false
        }
    }

    /// Whether something with the name of the operation is set to what is not a text in quotes.
    ///
    /// `ScriptContext` asks whose member it is; this does not, because `params.ctx.op` is the operation in old versions.
    /// It also looks into comments and texts, for a script may be quoted in one.
    private static func setsByExpression(_ source: [UInt8]) -> Bool {
        var index = source.startIndex
        while let start = source[index...].firstIndex(of: "op".utf8) {
            index = start + 2
            if start > 0, isWordByte(source[start - 1]) { continue }
            if index < source.count, isWordByte(source[index]) { continue }
            // Behind `op` of `ctx.op = x`, `ctx['op'] = x` and `ctx.put('op', x)`.
            var rest = source[index...].drop { " \t\r\n'\"]".utf8.contains($0) }
            guard let sign = rest.first, sign == UInt8(ascii: "=") || sign == UInt8(ascii: ",") else { continue }
            rest = rest.dropFirst()
            if sign == UInt8(ascii: "="), rest.first == sign { continue }
            rest = rest.drop { " \t\r\n".utf8.contains($0) }
            guard let quote = rest.first, quote == UInt8(ascii: "'") || quote == UInt8(ascii: "\"") else { return true }
            // A text and more, such as `'del' + 'ete'`.
            let end = rest.dropFirst().firstIndex(of: quote).map { rest[($0 + 1)...] } ?? []
            if end.first(where: { !" \t\r\n)".utf8.contains($0) }).map({ $0 != UInt8(ascii: ";") }) ?? false {
                return true
            }
        }
        return false
    }

    static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
            true
        default: false
        }
    }
}
