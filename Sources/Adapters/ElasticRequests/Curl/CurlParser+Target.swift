package import RunbookModel

extension CurlParser {
    /// The target that all commands of a block mean, by its own variable or by an address that is declared for it.
    ///
    /// Only the words with the URLs are looked at, so that a block with another mistake has this mistake alone.
    package static func target(
        meantBy text: BlockText, targets: [String], names: [String], addresses: CurlAddresses
    ) -> String? {
        var commands = ShellReader(text, names: names)
        var meant: Set<String?> = []
        reading: while true {
            do throws(CurlFault) {
                guard let command = try commands.next() else { break }
                let found = Set(command.words.dropFirst().compactMap { target(of: $0, targets, addresses) })
                meant.insert(found.count == 1 ? found.first : nil)
            } catch {
                if error.isFinal { break reading }
                commands.recover(from: error.range.lowerBound)
            }
        }
        return meant.count == 1 ? meant.first ?? nil : nil
    }

    /// The target that a word means as a URL; nil where it is another word.
    private static func target(of word: ShellWord, _ targets: [String], _ addresses: CurlAddresses) -> String? {
        let first = word.values.keys.min() ?? word.bytes.count
        let beginning = String(decoding: word.bytes[..<first], as: UTF8.self)
        let lower = beginning.lowercased()
        if let name = word.values[first]?.reference?.name, targets.contains(name) {
            return ["", "http://", "https://"].contains(lower) ? name : nil
        }
        let hasScheme = lower.hasPrefix("http://") || lower.hasPrefix("https://")
        let scheme = lower.hasPrefix("https://") ? "https" : "http"
        let rest = beginning.utf8.dropFirst(hasScheme ? scheme.utf8.count + 3 : 0)
        let authority = String(decoding: rest.prefix { !"/?#".utf8.contains($0) }, as: UTF8.self)
        // A value behind a part of the address makes another one of it.
        guard first == word.bytes.count || authority.utf8.count < rest.count else { return nil }
        return ServerAddress(scheme: scheme, authority: authority).flatMap(addresses.owner)
    }
}
