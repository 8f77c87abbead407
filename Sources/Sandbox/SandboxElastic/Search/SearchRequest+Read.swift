internal import OrderedJSON

extension SearchRequest {
    /// Reads a search from its body and its query.
    init(_ call: Call) throws(ElasticError) {
        if !call.body.isEmpty { try read(try call.json(), call) }
        let query = call.query
        types = call.arguments["type"].map(elements) ?? []
        routing = query.list("routing") ?? []
        let checks = call.profile.has(.checksNegativeNumbers)
        if let number = try query.count("from") {
            if number >= 0 {
                from = number
            } else if number != -1 || checks {
                throw .illegalArgument(
                    "[from] parameter cannot be negative" + (checks ? " but was [\(number)]" : ""))
            }
        }
        if let number = try query.count("size") {
            if number >= 0 {
                size = number
            } else if number != -1 || checks {
                throw .illegalArgument("[size] parameter cannot be negative, found [\(number)]")
            }
        }
        if let text = query["sort"] { sort = SortKey.keys(text) }
        // Sorting by score alone is what is done anyway, and is not shown.
        if sort == [SortKey("_score")] { sort = [] }
        if query["_source"] != nil || query["_source_includes"] != nil || query["_source_excludes"] != nil {
            source = SourceSelection(query)
        }
        if let text = query["scroll"], let problem = TimeValue.problem("scroll", text) { throw problem }
        if let preference = query["preference"], preference.hasPrefix("_"),
            !SearchRequest.preferences.contains(where: preference.hasPrefix)
        {
            unknownPreference = preference
        }
        if let number = try query.int("terminate_after") {
            if number < 0 { throw .illegalArgument("terminateAfter must be > 0") }
            if number > 0 { terminateAfter = number }
        }
        if let kind = query["search_type"], !["query_then_fetch", "dfs_query_then_fetch"].contains(kind) {
            throw .illegalArgument("No search type for [\(kind)]")
        }
        try readText(query)
        tracksScores = try query.bool("track_scores", default: tracksScores)
        // Here, unlike elsewhere, a parameter without a value is not true.
        if query["version"] != "" { showsVersion = try query.bool("version", default: showsVersion) }
        if query["seq_no_primary_term"] != "" {
            showsSequenceNumber = try query.bool("seq_no_primary_term", default: showsSequenceNumber)
        }
        try checkAfter()
        if let text = query["track_total_hits"] { tracking = try SearchRequest.tracking(text) }
        showsTypes = try query.bool("typed_keys")
        mostBuckets = call.profile.has(.manyBuckets) ? 65_535 : 10_000
        tellsClusters = call.profile.has(.clustersHaveDetails)
        hidesTypes = call.profile.hasNoTypes
        scoresNothingAsZero = !call.profile.has(.totalsAreObjects)
        totalAsNumber = try query.bool("rest_total_hits_as_int", default: !call.profile.has(.totalsAreObjects))
        if totalAsNumber {
            if case .upTo(let limit) = tracking, limit != 10_000 {
                throw .illegalArgument(
                    "[rest_total_hits_as_int] cannot be used if the tracking of total hits is not accurate, got \(limit)"
                )
            }
            if tracking != .none { tracking = .exact }
        }
    }

    /// Reads the query of a count.
    init(count call: Call) throws(ElasticError) {
        routing = call.query.list("routing") ?? []
        types = call.arguments["type"].map(elements) ?? []
        if !call.body.isEmpty {
            let json = try call.json()
            for name in json.object?.names ?? [] where name != "query" {
                throw .parsing("request does not support [\(name)]", at: SourceMap(call.body).name(name))
            }
            if let query = json["query"] { self.query = try QueryReader(call).query(query) }
        }
        try readText(call.query)
        size = 0
        tracking = .exact
    }

    /// What a preference may begin with that names a rule, and not whom to ask the same of again.
    private static let preferences = [
        "_shards:", "_prefer_nodes:", "_local", "_primary", "_replica", "_only_local", "_only_node:", "_only_nodes:",
    ]

    /// Checks what hits are asked for behind.
    private func checkAfter() throws(ElasticError) {
        guard let after else { return }
        if sort.isEmpty {
            throw .illegalArgument("Sort must contain at least one field.")
        }
        if after.count != sort.count {
            throw .illegalArgument("search_after has \(after.count) value(s) but sort has \(sort.count).")
        }
        if from > 0 { throw .illegalArgument("`from` parameter must be set to 0 when `search_after` is used.") }
    }

    private mutating func readText(_ parameters: QueryParameters) throws(ElasticError) {
        text = parameters["q"]
        defaultField = parameters["df"]
        isLenient = try parameters.bool("lenient")
        switch parameters["default_operator"]?.uppercased() {
        case nil, "OR"?: allWords = false
        case "AND"?: allWords = true
        case let word?:
            throw .illegalArgument("No enum constant org.elasticsearch.index.query.Operator.\(word)")
        }
    }

    private static func tracking(_ text: String) throws(ElasticError) -> Tracking {
        switch text {
        case "true", "": return .exact
        case "false": return .none
        default:
            guard let limit = Int(text) else {
                throw .illegalArgument(
                    "Failed to parse int parameter [track_total_hits] with value [\(text)]", cause: .numberFormat(text))
            }
            return limit == -1 ? .none : .upTo(limit)
        }
    }

    /// What a real server takes in a search's body and the emulator does not.
    private static let unemulated: Set<String> = [
        "collapse", "docvalue_fields", "explain", "ext", "fields", "highlight", "indices_boost",
        "post_filter", "profile", "rescore", "script_fields", "stats", "stored_fields", "suggest",
    ]

    private mutating func read(_ json: JSON, _ call: Call) throws(ElasticError) {
        guard let object = json.object else {
            let token = JSONToken.name(of: json)
            throw .parsing("Expected [START_OBJECT] but found [\(token)]", at: SourceMap(call.body).value())
        }
        for member in object.members {
            guard try read(member, call) else {
                if SearchRequest.unemulated.contains(member.name) { call.unemulated.add("search \(member.name)") }
                throw .parsing(
                    "Unknown key for a \(JSONToken.name(of: member.value)) in [\(member.name)].",
                    at: SourceMap(call.body).value(member.name))
            }
        }
    }

    /// Reads one member; false when there is no such member of such a kind.
    private mutating func read(_ member: JSONObject.Member, _ call: Call) throws(ElasticError) -> Bool {
        let value = member.value
        let isScalar = value.array == nil && value.object == nil
        switch member.name {
        case "query" where value.object != nil: query = try QueryReader(call).query(value)
        case "from" where isScalar:
            let number = try SearchRequest.int(value, call)
            if number < -1 {
                if call.profile.has(.checksNegativeNumbers) {
                    throw .illegalArgument("[from] parameter cannot be negative but was [\(number)]")
                }
                impossibleStart = number
            }
            from = max(number, 0)
        case "size" where isScalar:
            let number = try SearchRequest.int(value, call)
            if number >= 0 {
                size = number
            } else if number < -1 {
                if call.profile.has(.checksNegativeNumbers) {
                    throw .illegalArgument("[size] parameter cannot be negative, found [\(number)]")
                }
                isImpossible = true
            }
        case "sort" where value.number == nil: sort = try SortKey.keys(value)
        case "_source" where value.number == nil && !value.isNull: source = SourceSelection(value)
        case "track_total_hits" where isScalar:
            let text = value.string ?? value.text()
            guard ["true", "false"].contains(text) || Int32(text) != nil else { throw .numberFormat(text) }
            tracking = try SearchRequest.tracking(text)
        case "min_score" where value.number != nil: minimumScore = value.number?.double
        case "terminate_after" where value.number != nil: terminateAfter = try SearchRequest.int(value, call)
        case "track_scores" where isScalar: tracksScores = value.bool ?? false
        case "version" where isScalar: showsVersion = value.bool ?? false
        case "seq_no_primary_term" where isScalar: showsSequenceNumber = value.bool ?? false
        case "timeout" where isScalar:
            if let problem = TimeValue.problem("timeout", value.string ?? value.text()) { throw problem }
        case "search_after" where value.array != nil: after = value.array
        case "slice" where value.object != nil: slice = try SearchSlice(value.object ?? JSONObject(), call)
        case "aggs" where value.object != nil, "aggregations" where value.object != nil:
            aggregations = try AggregationReader(call).read(value, at: [member.name])
        default: return false
        }
        return true
    }

    private static func int(_ json: JSON, _ call: Call) throws(ElasticError) -> Int {
        let text = json.string ?? json.text()
        if let number = json.int ?? Int(text), Int32(exactly: number) != nil { return number }
        guard json.number != nil else { throw .numberFormat(text) }
        // A fraction is cut off, as everywhere where numbers are read.
        if let number = json.number?.double, number.magnitude < 2_147_483_648 {
            return Int(number.rounded(.towardZero))
        }
        throw .outOfRange(text, in: call.body)
    }
}
