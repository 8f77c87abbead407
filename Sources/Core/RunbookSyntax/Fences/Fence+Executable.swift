import RunbookModel

extension Fence {
    /// What is looked at of a block, in bytes: a long one is data.
    private static let looked = 200

    /// Whether its language says that it is only for readers.
    var isText: Bool { ["text", "txt", "plain", "plaintext"].contains(language?.value.lowercased()) }

    /// Whether it looks like something to execute: by its language, or because it begins with `METHOD path`.
    var looksExecutable: Bool {
        if let language, FenceInfo.executableLanguages.contains(language.value.lowercased()) { return true }
        return RequestLine.begins(String(decoding: text.text.utf8.prefix(Fence.looked), as: UTF8.self))
    }
}
