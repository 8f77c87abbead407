import RunbookModel

extension Placeholder {
    /// What to do about one: the way to declare a parameter.
    ///
    /// - Parameters:
    ///   - owner: The member or parameter whose value it is; it gives the name where the text says nothing.
    ///   - isRaw: Whether it is in single quotes of a shell, where nothing is replaced.
    package static func help(_ text: String, owner: String? = nil, isSecret: Bool = false, isRaw: Bool = false)
        -> String
    {
        let own = valueName(for: text)
        let given = owner.flatMap(lastPart).flatMap { valueName(for: $0) }
        let name = (own.map(empty.contains) == false ? own : given ?? own) ?? "name"
        let secret = isSecret ? ", secret: true" : ""
        // Inside of single quotes this closes them for the value, and opens them again.
        let use = isRaw ? "`'\"${\(name)}\"'`, because nothing is replaced in single quotes" : "`${\(name)}`"
        return "declare `parameters: { \(name): { type: string\(secret) } }` and write \(use)"
    }

    /// Names that say nothing about what is meant.
    private static let empty: Set<String> = [
        "name", "value", "string", "text", "changeme", "change_me", "replaceme", "replace_me", "placeholder", "fixme",
        "todo", "tbd", "here", "x", "y", "insert", "enter",
    ]

    /// What authors put before and behind the name of what is meant: `insert-index-here`.
    private static let frames = (
        before: ["your_", "your", "insert_", "enter_", "put_", "replace_", "type_", "paste_", "my_own_"],
        behind: "_here"
    )

    /// `ip` of `cluster.routing.allocation.exclude._ip`.
    private static func lastPart(_ owner: String) -> String? {
        owner.split(separator: ".").last { $0.utf8.contains { isLetter($0) } }.map(String.init)
    }

    /// A name for the value that a placeholder stands for; nil where its text has none.
    private static func valueName(for text: String) -> String? {
        var name = ""
        let decoded = (0..<3).reduce(Array(text.utf8)) { bytes, _ in PercentEncoding.decodedBytes(bytes) }
        let plain = String(validating: decoded, as: UTF8.self) ?? text
        for byte in plain.lowercased().utf8 where !(name.isEmpty && byte == UInt8(ascii: "_")) {
            if ValueName.isNameByte(byte), byte != UInt8(ascii: "_") {
                name.append(Character(Unicode.Scalar(byte)))
            } else if !name.isEmpty, !name.hasSuffix("_") {
                name.append("_")
            }
        }
        while name.hasSuffix("_") { name.removeLast() }
        if name.hasSuffix(frames.behind) { name.removeLast(frames.behind.utf8.count) }
        for prefix in frames.before where name.hasPrefix(prefix) && name.utf8.count > prefix.utf8.count {
            name.removeFirst(prefix.utf8.count)
            break
        }
        let isUsable = ValueName.isName(name) && !ValueName.reserved.contains(name) && !name.hasSuffix("xxx")
        return isUsable ? name : nil
    }
}
