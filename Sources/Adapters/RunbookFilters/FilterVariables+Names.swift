internal import RunbookModel

extension FilterVariables {
    /// The names a filter refers to, each once, in the order of their first use.
    static func uniqueNames(in filter: String) -> [String] {
        var seen: Set<String> = []
        return references(in: filter).map(\.name).filter { seen.insert($0).inserted }
    }
}
