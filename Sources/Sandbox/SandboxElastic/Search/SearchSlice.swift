internal import OrderedJSON

/// A part of what a search finds, of several that have nothing in common.
struct SearchSlice: Sendable {
    let id: Int
    /// How many parts there are.
    let count: Int

    init(id: Int, of count: Int) {
        self.id = id
        self.count = count
    }

    /// Reads the `slice` of a search's body.
    init(_ definition: JSONObject, _ call: Call) throws(ElasticError) {
        var (id, count): (Int?, Int?) = (nil, nil)
        let places = { SourceMap(call.body) }
        for member in definition.members {
            let place = places().value("slice", member.name)
            func failed(_ cause: ElasticError) -> ElasticError {
                ElasticError.xContent("[slice] failed to parse field [\(member.name)]", at: place, cause: cause)
            }
            switch member.name {
            case "field": call.unemulated.add("slice field")
            case "id", "max":
                let text = member.value.string ?? member.value.text()
                guard let number = Int(text) else { throw failed(.numberFormat(text)) }
                if member.name == "id" {
                    if number < 0 { throw failed(.illegalArgument("id must be greater than or equal to 0")) }
                    id = number
                } else {
                    if number <= 1 { throw failed(.illegalArgument("max must be greater than 1")) }
                    count = number
                }
                if let id, let count, id >= count { throw failed(.illegalArgument("max must be greater than id")) }
            default:
                let name = places().name("slice", member.name)
                throw .xContent(
                    "[slice] "
                        + call.profile.unknownField(member.name, among: ["field", "id", "max"]), at: name)
            }
        }
        self.init(id: id ?? 0, of: count ?? 1)
    }

    /// The seed of the hash that documents are spread by.
    private static let seed: UInt32 = 7919

    /// Whether a document of a shard is in it: shards are given to slices, and those of several are spread by the id.
    func contains(_ document: String, shard: Int, of shards: Int) -> Bool {
        if count < 2 { return true }
        if shards > 1, count < shards { return shard % count == id }
        if shards > 1, id % shards != shard { return false }
        let parts = shards > 1 ? count / shards + (count % shards > shard ? 1 : 0) : count
        if parts < 2 { return true }
        let own = shards > 1 ? id / shards : id
        let hash = Int(Murmur3.hash(DocumentTerm.bytes(of: document), seed: SearchSlice.seed))
        return (hash % parts + parts) % parts == own
    }
}
