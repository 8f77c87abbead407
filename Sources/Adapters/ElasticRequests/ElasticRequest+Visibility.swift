import RunbookModel

// What a request that is lost may have done, and which others can see that.
extension ElasticRequest {
    /// APIs that read the documents as they were at the last refresh, which may be long ago.
    private static let searches: Set<String> = [
        "_search", "_msearch", "_count", "_async_search", "_sql", "_eql", "_rank_eval", "_validate", "_terms_enum",
        "_mvt", "_knn_search", "_rollup_search", "_stats", "_segments", "_explain", "_field_caps",
    ]
    /// Lists of `_cat` with figures of documents.
    private static let lists: Set<String> = ["count", "indices", "shards", "segments"]
    /// POST to these says how something shall be, so that a second one changes nothing.
    private static let wishes: Set<String> = ["_open", "_close", "_refresh", "_flush", "_forcemerge"]

    /// Whether two of it leave the cluster as one does: it names all that it makes or removes, or how it shall be.
    package var isSafeTwice: Bool {
        switch method {
        case "PUT", "DELETE": return true
        case "POST":
            let segments = segments
            guard let last = segments.last else { return false }
            if ElasticRequest.wishes.contains(last) { return true }
            return segments.count == 3 && ["_doc", "_create"].contains(segments[1])
        default: return false
        }
    }

    /// Whether it may miss what was written just before it.
    package var seesLate: Bool {
        let segments = segments
        if segments.first == "_cat" { return segments.dropFirst().first.map(showsFigures) ?? false }
        return segments.contains(where: ElasticRequest.searches.contains)
    }

    /// Whether a list of `_cat` shows figures of documents: all do that are not asked for other columns.
    private func showsFigures(_ list: String) -> Bool {
        guard ElasticRequest.lists.contains(list) else { return false }
        guard list != "count", let columns = parameters.last(where: { $0.name == "h" })?.value else { return true }
        return columns.utf8.split(separator: UInt8(ascii: ",")).contains { column in
            let name = String(decoding: column, as: UTF8.self)
            return name.hasPrefix("d") || name.utf8.holds("store".utf8) || name.utf8.contains(UInt8(ascii: "*"))
        }
    }

    /// Whether searches after it see what was written before it and by it: it is a refresh, or ends with one.
    package var makesSeen: Bool {
        if segments.last == "_refresh" { return true }
        return parameters.contains { $0.name == "refresh" && ["", "true"].contains($0.value) }
    }
}
