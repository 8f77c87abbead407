/// What requests that work through what a query finds say of the work, whichever they are.
struct ByQueryOptions: Sendable {
    /// Whether conflicts are only counted.
    private(set) var goesOn = false
    /// How many documents are worked on; nil for all.
    private(set) var most: Int?
    /// Into how many parts the work is divided; nil for as many as there are shards.
    private(set) var slices: Int? = 1
    /// The pipeline that documents go through before they are written.
    var pipeline: String?
    /// What is said of each document that is written.
    private(set) var ofWrites: [(name: String, value: String)] = []

    /// Sets what becomes of conflicts.
    mutating func setConflicts(_ word: String) throws(ElasticError) {
        guard ["proceed", "abort"].contains(word) else {
            throw .illegalArgument("conflicts may only be \"proceed\" or \"abort\" but was [\(word)]")
        }
        goesOn = word == "proceed"
    }

    /// Sets how many documents are worked on, as it was before if it was set already.
    mutating func limit(to count: Int, _ profile: Profile) throws(ElasticError) {
        let name = ByQueryOptions.limitName(profile)
        if let most, most != count {
            throw .illegalArgument("[\(name)] set to two different values [\(most)] and [\(count)]")
        }
        if count < 0 { throw .illegalArgument("[\(name)] parameter cannot be negative, found [\(count)]") }
        if count < slices ?? 1 { throw .illegalArgument("[\(name)] should be >= [slices]") }
        most = count
    }

    /// What the limit of documents is called.
    static func limitName(_ profile: Profile) -> String { profile.has(.limitsDocuments) ? "max_docs" : "size" }

    /// Warns of the older name of the limit.
    static func warnOfSize(_ call: Call) {
        call.warnings.add("Deprecated field [size] used, expected [max_docs] instead")
    }

    /// Reads what all of these requests may say in their query.
    mutating func read(_ call: Call) throws(ElasticError) {
        _ = try call.query.bool("refresh")
        if let text = call.query["slices"], text != "auto" {
            slices = try ByQueryOptions.slices(text)
        } else if call.query["slices"] != nil {
            slices = nil
        }
        if let slices, let most, most < slices {
            throw .illegalArgument("[\(ByQueryOptions.limitName(call.profile))] should be >= [slices]")
        }
        if let copies = call.query["wait_for_active_shards"] {
            if copies != "all", Int(copies) == nil {
                throw .illegalArgument("cannot parse ActiveShardCount[\(copies)]", cause: .numberFormat(copies))
            }
            ofWrites.append(("wait_for_active_shards", copies))
        }
        _ = try TaskOperations.rate(call)
        if let scroll = call.query["scroll"], let problem = TimeValue.problem("scroll", scroll) { throw problem }
        if call.profile.has(.limitsDocuments), let count = try call.query.int("max_docs") {
            try limit(to: count, call.profile)
        }
    }

    private static func slices(_ text: String) throws(ElasticError) -> Int {
        let wrong = "[slices] must be a positive integer or the string \"auto\", but was [\(text)]"
        guard let slices = Int(text) else { throw .illegalArgument(wrong, cause: .numberFormat(text)) }
        if slices < 1 { throw .illegalArgument(wrong) }
        return slices
    }

    /// Checks that documents can go through the pipeline: the emulator keeps none.
    func checkPipeline() throws(ElasticError) {
        guard let pipeline, pipeline != "_none" else { return }
        throw .illegalArgument("pipeline with id [\(pipeline)] does not exist")
    }
}
