internal import OrderedJSON

/// `_analyze`: what becomes of a text.
enum AnalyzeOperations {
    static func analyze(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        try checkBody(call)
        var call = call
        // Older versions say it of the request, newer ones only what was wrong.
        if call.profile.has(.parseErrorsAre500) { call.unreadable = .request }
        let body = call.body.isEmpty ? [:] : try call.json()
        try checkMembers(body, call)
        let texts = body["text"]?.array?.compactMap(\.string) ?? body["text"]?.string.map { [$0] } ?? []
        let problems = problems(body, texts, call)
        if !problems.isEmpty { throw .validation(problems) }
        for name in ["char_filter", "explain", "attributes"] where body[name] != nil {
            call.unemulated.add("analyze \(name)")
        }
        let index = try call.index.map { name throws(ElasticError) in try state.indices.resolveOne(name) }
        let chain = try chain(body, index, call)
        var tokens: [JSON] = []
        var (position, offset) = (0, 0)
        for text in texts {
            let found = try chain.tokens(of: text)
            for token in found {
                tokens.append([
                    "token": .string(token.text), "start_offset": JSON(offset + token.start),
                    "end_offset": JSON(offset + token.end), "type": .string(token.type),
                    "position": JSON(position + token.position),
                ])
            }
            // Only analyzers of an index leave room between texts.
            position += (found.last?.position ?? -1) + 1 + (index == nil ? 0 : 100)
            offset += text.utf16.count + 1
        }
        return Answer(["tokens": .array(tokens)])
    }

    /// - Throws: The server's error for a request that says nothing.
    static func checkBody(_ call: Call) throws(ElasticError) {
        if call.body.isEmpty { throw .parse("request body or source parameter is required") }
    }

    private static func checkMembers(_ body: JSON, _ call: Call) throws(ElasticError) {
        let known: Set<String> = [
            "analyzer", "text", "tokenizer", "filter", "char_filter", "field", "explain", "attributes", "normalizer",
        ]
        for member in body.object?.members ?? [] {
            let isText = member.name == "text" && (member.value.string != nil || member.value.array != nil)
            if known.contains(member.name), member.name != "text" || isText { continue }
            let token = JSONToken.name(of: member.value)
            guard call.profile.has(.analysisHasParser) else {
                throw .illegalArgument(
                    "Unknown parameter [\(member.name)] in request body or parameter is of the wrong type[\(token)] ")
            }
            let isKnown = known.contains(member.name)
            let places = SourceMap(call.body)
            let place = isKnown ? places.value(member.name) : places.name(member.name)
            let what =
                isKnown
                ? "text doesn't support values of type: \(token)"
                : call.profile.unknownField(member.name, among: known)
            throw .xContent("[analyze_request] \(what)", at: place)
        }
    }

    /// What does not go together.
    private static func problems(_ body: JSON, _ texts: [String], _ call: Call) -> [String] {
        var problems: [String] = []
        if texts.isEmpty { problems.append("text is missing") }
        if body["normalizer"] != nil {
            if call.index == nil { problems.append("index is required if normalizer is specified") }
            if body["tokenizer"] != nil || body["analyzer"] != nil {
                problems.append("tokenizer/analyze should be null if normalizer is specified")
            }
        }
        let isChained = ["tokenizer", "filter", "char_filter"].contains { body[$0] != nil }
        if call.profile.has(.analysisHasParser), isChained {
            if body["analyzer"] != nil { problems.append("cannot define extra components on a named analyzer") }
            if body["normalizer"] != nil { problems.append("cannot define extra components on a named normalizer") }
            if body["field"] != nil {
                problems.append("cannot define extra components on a field-specific analyzer")
            }
        }
        return problems
    }

    private static func chain(_ body: JSON, _ index: Index?, _ call: Call) throws(ElasticError) -> AnalysisChain {
        let place = index == nil ? "global " : ""
        if let name = body["analyzer"]?.string {
            guard let chain = AnalysisChain(analyzer: name) else {
                if MappingRules.isAnalyzer(name) || index?.analysis.names("analyzer").contains(name) == true {
                    call.unemulated.add("analyzer \(name)")
                }
                throw .illegalArgument("failed to find \(place)analyzer [\(name)]")
            }
            return chain
        }
        if let tokenizer = body["tokenizer"] ?? (body["filter"] == nil ? nil : .string("keyword")) {
            let name = tokenizer.string ?? tokenizer["type"]?.string ?? tokenizer.text()
            var chain = AnalysisChain(tokenizer: name)
            guard chain.isKnown, tokenizer.object.map({ $0.count == 1 }) ?? true else {
                call.unemulated.add("tokenizer \(name)")
                throw .illegalArgument("failed to find \(place)tokenizer under [\(name)]")
            }
            for filter in body["filter"]?.array ?? body["filter"].map({ [$0] }) ?? [] {
                let name = filter.string ?? filter["type"]?.string ?? ""
                guard chain.add(filter: name) else {
                    let isOwn = index?.analysis.names("filter").contains(name) == true
                    if AnalysisSettings.isKnown(name, as: "filter") || isOwn {
                        call.unemulated.add("token filter \(name)")
                    }
                    let what = call.profile.has(.analysisHasParser) ? "filter" : "token filter"
                    throw .illegalArgument("failed to find \(place)\(what) under [\(name)]")
                }
            }
            return chain
        }
        if let name = body["normalizer"]?.string {
            if name == "lowercase" { return AnalysisChain(tokenizer: "keyword", filters: ["lowercase"]) }
            if index?.analysis.names("normalizer").contains(name) == true { call.unemulated.add("normalizer \(name)") }
            throw .illegalArgument("failed to find normalizer under [\(name)]")
        }
        if let name = body["field"]?.string, let field = index?.mapping.field(name) {
            if field.type == "keyword" { return AnalysisChain(tokenizer: "keyword") }
            if field.type != "text" {
                throw .illegalArgument(
                    "Can't process field [\(name)], Analysis requests are only supported on tokenized fields")
            }
            let analyzer = field.parameters["analyzer"]?.string ?? "standard"
            if AnalysisChain(analyzer: analyzer) == nil { call.unemulated.add("analyzer \(analyzer)") }
            return AnalysisChain(analyzer: analyzer) ?? AnalysisChain(tokenizer: "standard")
        }
        if body["field"] != nil, index == nil {
            throw .illegalArgument(
                call.profile.has(.analysisHasParser)
                    ? "analysis based on a specific field requires an index"
                    : "No index provided, and trying to analyzer based on a specific field which requires the index "
                        + "parameter")
        }
        return AnalysisChain(analyzer: "standard") ?? AnalysisChain(tokenizer: "standard")
    }
}

extension Index {
    /// What its settings say of analysis.
    fileprivate var analysis: AnalysisSettings { AnalysisSettings(settings) }
}
