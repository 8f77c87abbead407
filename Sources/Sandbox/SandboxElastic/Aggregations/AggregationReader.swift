internal import OrderedJSON

/// Reads the `aggs` of a search's body.
struct AggregationReader {
    let call: Call

    init(_ call: Call) { self.call = call }

    var places: SourceMap { SourceMap(call.body) }

    /// Aggregations that a real server knows and the emulator does not.
    private static let unemulated: Set<String> = [
        "adjacency_matrix", "auto_date_histogram", "avg_bucket", "bucket_script", "bucket_selector", "bucket_sort",
        "children", "composite", "cumulative_sum", "date_range", "derivative",
        "diversified_sampler", "extended_stats", "extended_stats_bucket", "filter", "filters", "geo_bounds",
        "geo_centroid", "geo_distance", "geohash_grid", "geotile_grid", "global", "ip_range",
        "matrix_stats", "max_bucket", "median_absolute_deviation", "min_bucket", "moving_avg", "moving_fn", "nested",
        "parent", "percentile_ranks", "percentiles", "percentiles_bucket", "range", "reverse_nested", "sampler",
        "scripted_metric", "serial_diff", "significant_terms", "significant_text", "stats_bucket", "sum_bucket",
        "top_hits", "weighted_avg",
    ]

    /// Aggregations that are read here.
    private static let emulated: Set<String> = [
        "terms", "missing", "histogram", "date_histogram", "max", "min", "avg", "sum", "stats", "value_count",
        "cardinality",
    ]

    func read(_ json: JSON, at path: [String]) throws(ElasticError) -> [Aggregation] {
        var aggregations: [Aggregation] = []
        for member in json.object?.members ?? [] {
            let inner = path + [member.name]
            if member.name.contains(where: "[]>".contains) {
                throw .parsing(
                    "Invalid aggregation name [\(member.name)]. Aggregation names must be alpha-numeric and can only "
                        + "contain '_' and '-'", at: places.name(at: inner))
            }
            guard let definition = member.value.object else {
                throw .parsing(
                    "Aggregation definition for [\(member.name) starts with a [\(JSONToken.name(of: member.value))], "
                        + "expected a [START_OBJECT].", at: places.value(at: inner))
            }
            aggregations.append(try aggregation(member.name, definition, inner))
        }
        return aggregations
    }

    private func aggregation(
        _ name: String, _ definition: JSONObject, _ path: [String]
    ) throws(ElasticError) -> Aggregation {
        var found: Aggregation?
        var kindName = ""
        var children: [Aggregation] = []
        var meta: JSON?
        for member in definition {
            let inner = path + [member.name]
            switch member.name {
            case "meta" where member.value.object != nil: meta = member.value
            case "aggs" where member.value.object != nil, "aggregations" where member.value.object != nil:
                children = try read(member.value, at: inner)
            default:
                if found != nil {
                    throw .parsing(
                        "Found two aggregation type definitions in [\(name)]: [\(kindName)] and [\(member.name)]",
                        at: places.value(at: inner))
                }
                kindName = member.name
                found = try kind(name, member, inner)
            }
        }
        guard var aggregation = found else {
            throw .parsing("Missing definition for aggregation [\(name)]", at: places.end(at: path))
        }
        if !children.isEmpty, !aggregation.hasBuckets {
            throw ElasticError(
                "aggregation_initialization_exception",
                "Aggregator [\(name)] of type [\(kindName)] cannot accept sub-aggregations", status: 500)
        }
        aggregation.children = children
        aggregation.meta = meta
        return aggregation
    }

    private func kind(
        _ name: String, _ member: JSONObject.Member, _ path: [String]
    ) throws(ElasticError) -> Aggregation {
        let definition = member.value.object ?? JSONObject()
        let field = definition["field"]?.string ?? ""
        var known: Set<String> = ["field"]
        let kind: Aggregation.Kind
        switch member.name {
        case "value_count": kind = .valueCount
        case "missing": kind = .missing
        case "cardinality":
            kind = .cardinality
            known.insert("precision_threshold")
        case "terms":
            kind = .terms(try terms(name, definition, path))
            known.formUnion([
                "size", "shard_size", "min_doc_count", "order", "show_term_doc_count_error", "execution_hint",
            ])
        case "histogram", "date_histogram":
            try checkMembers(member, knownInHistogram(member.name), path)
            let options = try histogram(name, member.name, definition, path)
            return Aggregation(name: name, kind: .histogram(options), field: field)
        default:
            guard let metric = Aggregation.Metric(rawValue: member.name) else { throw unknown(member.name, path) }
            kind = .metric(metric)
        }
        try checkMembers(member, known, path)
        return Aggregation(name: name, kind: kind, field: field)
    }

    /// - Throws: The parser's error for a member that it does not know.
    private func checkMembers(
        _ member: JSONObject.Member, _ known: Set<String>, _ path: [String]
    ) throws(ElasticError) {
        for parameter in member.value.object ?? JSONObject() where !known.contains(parameter.name) {
            if ["missing", "script", "format", "include", "exclude", "value_type"].contains(parameter.name) {
                call.unemulated.add("\(member.name) \(parameter.name)")
            }
            let place = places.name(at: path + [parameter.name])
            throw .xContent("[\(member.name)] \(call.profile.unknownField(parameter.name))", at: place)
        }
    }

    private func unknown(_ name: String, _ path: [String]) -> ElasticError {
        if AggregationReader.unemulated.contains(name) { call.unemulated.add("aggregation \(name)") }
        let place = places.value(at: path)
        guard call.profile.has(.unknownQueryHasCause) else {
            return ElasticError(
                "named_object_not_found_exception",
                "[\(place.line):\(place.column)] unable to parse BaseAggregationBuilder with name [\(name)]: parser not "
                    + "found")
        }
        let known = AggregationReader.unemulated.union(AggregationReader.emulated)
        return .unknownName(
            name, "Unknown aggregation type [\(name)]\(call.profile.proposal(for: name, among: known))", at: place)
    }

    private func terms(
        _ name: String, _ definition: JSONObject, _ path: [String]
    ) throws(ElasticError) -> Aggregation.TermsOptions {
        var options = Aggregation.TermsOptions()
        options.size = definition["size"]?.int ?? 10
        if options.size <= 0 {
            let place = places.value(at: path + ["size"])
            throw .xContent(
                "[terms] failed to parse field [size]", at: place,
                cause: .illegalArgument("[size] must be greater than 0. Found [\(options.size)] in [\(name)]"))
        }
        options.minimumCount = max(definition["min_doc_count"]?.int ?? 1, 1)
        for entry in definition["order"].map({ $0.array ?? [$0] }) ?? [] {
            for member in entry.object?.members ?? [] {
                options.order.append((member.name, member.value.string == "desc"))
            }
        }
        return options
    }
}
