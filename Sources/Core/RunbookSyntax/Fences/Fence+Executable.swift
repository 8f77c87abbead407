import RunbookModel

extension Fence {
    /// Languages that people write what is executed in.
    private static let executableLanguages: Set<String> = [
        "console", "sh", "bash", "shell", "zsh", "curl", "http", "shell-session", "shellsession",
    ]
    private static let methods: Set<String> = ["GET", "POST", "PUT", "DELETE", "HEAD", "PATCH"]

    /// Whether it looks like something to execute: by its language, or because it begins with `METHOD path`.
    var looksExecutable: Bool {
        if let language, Fence.executableLanguages.contains(language.value.lowercased()) { return true }
        let line = text.text.utf8.prefix(200).split(separator: 0x0A, omittingEmptySubsequences: true).first
        let words = line?.split(separator: 0x20, maxSplits: 2, omittingEmptySubsequences: true) ?? []
        guard words.count >= 2, let method = words.first else { return false }
        return Fence.methods.contains(String(decoding: method, as: UTF8.self))
    }
}
