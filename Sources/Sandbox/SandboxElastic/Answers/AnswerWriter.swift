internal import OrderedJSON
internal import SandboxWorld

/// Writes an answer in the form the request asks for.
struct AnswerWriter {
    let query: QueryParameters
    let profile: Profile
    let path: String

    func write(_ answer: Answer, warnings: [String]) -> SandboxResponse {
        var headers = answer.headers.map { SandboxHeader($0.name, $0.value) }
        headers += warnings.map { SandboxHeader("Warning", profile.warning($0)) }
        let (type, body) = content(of: answer)
        headers.append(SandboxHeader("content-type", type))
        var response = SandboxResponse(status: answer.status, headers: headers, body: body)
        response.wait = answer.wait
        return response
    }

    private func content(of answer: Answer) -> (type: String, body: [UInt8]) {
        switch answer.body {
        case .text(let text): return ("text/plain; charset=UTF-8", Array(text.utf8))
        case .json(let json): return content(of: json, isFiltered: answer.isFiltered)
        case .source(let bytes):
            guard isPretty || query["filter_path"] != nil || query.format != nil,
                let json = try? JSON(bytes: bytes)
            else { return (AnswerWriter.json, bytes) }
            return content(of: json)
        }
    }

    private func content(of json: JSON, isFiltered: Bool = true) -> (type: String, body: [UInt8]) {
        var json = json
        if isFiltered, let list = query.list("filter_path"), !list.isEmpty {
            json = PathFilter(list).apply(to: json) ?? [:]
        }
        if query.format == "yaml" { return ("application/yaml", Array(YAMLWriter.text(json).utf8)) }
        return (AnswerWriter.json, isPretty ? Array(PrettyWriter.text(json).utf8) : json.bytes())
    }

    /// The root answers pretty by default.
    private var isPretty: Bool {
        query["pretty"].map { $0 != "false" } ?? (path == "/")
    }

    static let json = "application/json; charset=UTF-8"
}
