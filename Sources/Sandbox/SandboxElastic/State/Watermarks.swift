/// The limits of a disk that is getting full, which have to go together.
enum Watermarks {
    private static let prefix = "cluster.routing.allocation.disk.watermark."
    private static let standard = [("low", "85%"), ("high", "90%"), ("flood_stage", "95%")]

    /// - Throws: The server's error for limits of two kinds, or in the wrong order.
    static func check(_ settings: ClusterSettings, changed: Set<String>) throws(ElasticError) {
        if !changed.contains(where: { $0.hasPrefix(prefix) }) { return }
        let texts = standard.map { settings.text(prefix + $0.0) ?? $0.1 }
        let shares = texts.map(Watermark.share)
        let sizes = texts.map { ByteSize.bytes($0) }
        let isShare = shares.allSatisfy { $0 != nil }
        guard isShare || sizes.allSatisfy({ $0 != nil }) else {
            let list = zip(standard, texts).map { "[\(prefix)\($0.0)=\($1)]" }
            let wrong = texts.indices.first { sizes[$0] == nil } ?? 0
            throw .illegalArgument(
                "unable to consistently parse \(list[0]), \(list[1]), and \(list[2]) as percentage or bytes",
                cause: SettingRules.sizeWithoutUnit(prefix + standard[wrong].0, texts[wrong]))
        }
        let names = ["low", "high", "flood stage"]
        for place in 0...1 {
            // A share is of what is used, a size of what is left.
            let wrong =
                isShare
                ? (shares[place] ?? 0) > (shares[place + 1] ?? 0) : (sizes[place] ?? 0) < (sizes[place + 1] ?? 0)
            if wrong {
                var error = ElasticError.illegalArgument(
                    "\(names[place]) disk watermark [\(texts[place])] \(isShare ? "more" : "less") than "
                        + "\(names[place + 1]) disk watermark [\(texts[place + 1])]")
                // Both settings notice it.
                if changed.contains(prefix + standard[place + 1].0) || texts[place] == standard[place].1 {
                    error.suppressed = [error]
                }
                throw error
            }
        }
    }
}
