/// Rules of a new index that several of its settings make together.
enum IndexRules {
    /// What the mapping of an index with settings is read by.
    static func mapping(_ settings: SettingsMap, _ call: Call) -> MappingRules {
        let analysis = AnalysisSettings(settings)
        let prefix = "index.similarity."
        let similarities = settings.names.filter { $0.hasPrefix(prefix) }
            .compactMap { $0.dropFirst(prefix.count).split(separator: ".").first.map(String.init) }
        var rules = mapping(call)
        rules.analyzers = analysis.names("analyzer")
        rules.normalizers = analysis.names("normalizer")
        rules.similarities = Set(similarities)
        return rules
    }

    /// What the mapping of an index is read by whose settings are not known.
    static func mapping(_ call: Call) -> MappingRules {
        MappingRules(
            namesParameters: call.profile.has(.fieldTypesHaveParsers),
            passesOver: call.profile.has(.passesOverParameters), warnings: call.warnings)
    }

    /// - Throws: The server's error for settings that do not go together.
    static func check(_ settings: SettingsMap) throws(ElasticError) {
        let analysis = AnalysisSettings(settings)
        if let problem = analysis.problem ?? analysis.problem(within: settings) { throw problem }
        try checkStore(settings)
        try checkCopies(settings, replicas: settings.text("index.number_of_replicas").flatMap { Int($0) } ?? 1)
        let shards = settings.text("index.number_of_shards").flatMap { Int($0) } ?? 1
        if let slots = settings.text("index.number_of_routing_shards").flatMap({ Int($0) }), shards > 0,
            slots % shards != 0
        {
            throw .illegalArgument("the number of source shards [\(shards)] must be a factor of [\(slots)]")
        }
    }

    /// - Throws: The server's error for a kind of files that there is not.
    static func checkStore(_ settings: SettingsMap) throws(ElasticError) {
        if let type = settings.text("index.store.type"),
            !["fs", "niofs", "mmapfs", "simplefs", "hybridfs"].contains(type)
        {
            throw .illegalArgument("Unknown store type [\(type)]")
        }
    }

    /// - Throws: The server's error for a write that would wait for more copies than there are.
    static func checkCopies(_ settings: SettingsMap, replicas: Int) throws(ElasticError) {
        guard let text = settings.text("index.write.wait_for_active_shards") else { return }
        try checkCopies(text, called: "index.write.wait_for_active_shards", replicas: replicas)
    }

    /// - Throws: The server's error for a number of copies that somebody is to wait for, when there are fewer.
    static func checkCopies(_ text: String, called name: String, replicas: Int) throws(ElasticError) {
        if text == "all" { return }
        guard let count = Int32(text).map(Int.init) else {
            throw .illegalArgument("cannot parse ActiveShardCount[\(text)]", cause: .numberFormat(text))
        }
        if count < 0 { throw .illegalArgument("shard count cannot be a negative value") }
        if count > replicas + 1 {
            throw .illegalArgument(
                "invalid \(name)[\(count)]: cannot be greater than number of shard copies [\(replicas + 1)]")
        }
    }

    /// - Throws: The server's error for a field that documents cannot be kept in the order of.
    static func checkSort(_ index: Index) throws(ElasticError) {
        let orders = index.settings.text("index.sort.order").map(elements) ?? []
        for order in orders where !["asc", "desc"].contains(order) {
            throw .illegalArgument("Illegal sort order:\(order)")
        }
        for name in index.settings.text("index.sort.field").map(elements) ?? [] {
            guard let field = index.mapping.field(name) else {
                throw .illegalArgument("unknown index sort field:[\(name)]")
            }
            if field.type == "text" {
                throw .illegalArgument("docvalues not found for index sort field:[\(name)]")
            }
        }
    }

    /// Warns of settings that say how long a translog is kept, or refuses them.
    ///
    /// - Throws: The error of a version that does not have them any more.
    static func checkTranslog(_ changes: SettingsMap, creating: Bool, _ call: Call) throws(ElasticError) {
        let names = ["index.translog.retention.age", "index.translog.retention.size"]
        guard names.contains(where: { changes.text($0) != nil }) else { return }
        let settings = "Translog retention settings [\(names[0])] and [\(names[1])] are"
        if creating, call.profile.has(.translogRetentionIsGone) {
            throw .illegalArgument("\(settings) no longer supported. Please do not specify values for these settings")
        }
        guard call.profile.has(.translogRetentionIsDeprecated) else { return }
        call.warnings.add(
            "\(settings) deprecated and effectively ignored. They will be removed in a future version.")
    }
}
