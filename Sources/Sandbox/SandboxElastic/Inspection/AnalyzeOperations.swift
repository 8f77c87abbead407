internal import OrderedJSON

/// `_analyze`: what becomes of a text.
enum AnalyzeOperations {
    static func analyze(_ call: Call, _ state: inout ClusterState) throws(ElasticError) -> Answer {
        let isBare = call.body.isEmpty && !call.query.all.contains { ["text", "analyzer"].contains($0.name) }
        if isBare { throw .parse("request body or source parameter is required") }
        var call = call
        // Older versions say it of the request, newer ones only what was wrong.
        if call.profile.has(.parseErrorsAre500) { call.unreadable = .request }
        let body = call.body.isEmpty ? [:] : try call.json()
        let known: Set<String> = [
            "analyzer", "text", "tokenizer", "filter", "char_filter", "field", "explain", "attributes", "normalizer",
        ]
        if let unknown = body.object?.names.first(where: { !known.contains($0) }) {
            let place = SourceMap(call.body).name(unknown)
            throw ElasticError(
                "x_content_parse_exception",
                "[\(place.line):\(place.column)] [analyze_request] \(call.profile.unknownField(unknown))")
        }
        let texts = body["text"]?.array?.compactMap(\.string) ?? body["text"]?.string.map { [$0] } ?? []
        if texts.isEmpty { throw .validation("text is missing") }
        for name in ["char_filter", "explain", "attributes"] where body[name] != nil {
            call.unemulated.add("analyze \(name)")
        }
        let index = try call.index.map { name throws(ElasticError) in try state.indices.resolveOne(name) }
        let chain = try chain(body, index)
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
            position += (found.last?.position ?? -1) + 1 + 100
            offset += text.utf16.count + 1
        }
        return Answer(["tokens": .array(tokens)])
    }

    private static func chain(_ body: JSON, _ index: Index?) throws(ElasticError) -> AnalysisChain {
        let place = index == nil ? "global " : ""
        if let name = body["analyzer"]?.string {
            guard let chain = AnalysisChain(analyzer: name) else {
                throw .illegalArgument("failed to find \(place)analyzer [\(name)]")
            }
            return chain
        }
        if let tokenizer = body["tokenizer"] ?? (body["filter"] == nil ? nil : .string("keyword")) {
            var chain = AnalysisChain(tokenizer: tokenizer.string ?? "standard")
            guard chain.isKnown else {
                throw .illegalArgument(
                    "failed to find \(place)tokenizer under [\(tokenizer.string ?? tokenizer.text())]")
            }
            for filter in body["filter"]?.array ?? body["filter"].map({ [$0] }) ?? [] {
                let name = filter.string ?? filter["type"]?.string ?? ""
                guard chain.add(filter: name) else {
                    throw .illegalArgument("failed to find \(place)filter under [\(name)]")
                }
            }
            return chain
        }
        if let name = body["field"]?.string, let field = index?.mapping.field(name) {
            if field.type == "keyword" { return AnalysisChain(tokenizer: "keyword") }
            let analyzer = field.parameters["analyzer"]?.string ?? "standard"
            return AnalysisChain(analyzer: analyzer) ?? AnalysisChain(tokenizer: "standard")
        }
        if body["field"] != nil, index == nil {
            throw .illegalArgument("No analyzer found for [field] parameter without an index")
        }
        return AnalysisChain(analyzer: "standard") ?? AnalysisChain(tokenizer: "standard")
    }
}
