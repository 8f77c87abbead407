internal import OrderedJSON

/// A media type of a header, such as `application/vnd.elasticsearch+json;compatible-with=8`.
struct MediaType {
    /// Type and subtype in small letters.
    let name: String
    /// The major version that it asks for.
    let version: Int?

    /// Whether it is one of the product's own.
    var isOfProduct: Bool { name.hasPrefix("application/vnd.elasticsearch+") }

    /// Reads a header; nil when it is not there, or a list, which says nothing.
    ///
    /// - Throws: The server's error for an invalid text.
    static func read(_ header: String?, _ name: String) throws -> MediaType? {
        guard let header else { return nil }
        if header.contains(",") || header.contains("*") { return nil }
        let parts = header.split(separator: ";", omittingEmptySubsequences: false).map { part in
            String(part.filter { $0 != " " && $0 != "\t" }).lowercased()
        }
        let halves = (parts.first ?? "").split(separator: "/", omittingEmptySubsequences: false)
        guard halves.count == 2, halves.allSatisfy({ !$0.isEmpty }) else {
            throw MediaTypes.invalid(name, cause: .illegalArgument("invalid media-type [\(header)]"))
        }
        let version = parts.dropFirst().lazy.compactMap { part -> Int? in
            let pair = part.split(separator: "=")
            return pair.count == 2 && pair[0] == "compatible-with" ? Int(pair[1]) : nil
        }.first
        let media = MediaType(name: parts[0], version: version)
        return MediaType(name: media.name, version: media.isOfProduct ? version : nil)
    }
}
