import HTTPServer
import OrderedJSON
import RunbookModel
import RunbookPlugin

extension BlockText {
    /// A block that is the whole of a file.
    init(_ text: String) {
        let source = SourceText(file: "test.md", text: text)
        self.init(file: "test.md", text: text, origins: source.lineStarts.map { source.position(at: $0) })
    }
}

extension StepDraft {
    /// A step with a console block.
    init(_ text: String, language: String = "console", keys: [(String, String)] = []) {
        let block = BlockText(text)
        let others = keys.map {
            StepKeys.Other(name: Located($0.0, at: block.span), value: Located($0.1, at: block.span))
        }
        self.init(language: Located(language, at: block.span), text: block, keys: others, isVerify: false)
    }
}

extension Target {
    /// An Elasticsearch at a URL.
    init(
        url: String, settings: [(String, JSON)] = [], secrets: [String: String] = [:],
        requirements: [(String, JSON)] = []
    ) {
        self.init(
            name: "leader", kind: "elasticsearch", properties: JSONObject(),
            settings: JSONObject([("url", .string(url))] + settings), secrets: secrets.mapValues { Secret($0) },
            requirements: JSONObject(requirements))
    }
}

extension Action {
    /// A request to `leader`.
    init(_ method: String, _ path: String, query: String? = nil, body: String? = nil, effect: Effect = .write) {
        var fields = [Field("method", method), Field("path", path)]
        if let query { fields.append(Field("query", query)) }
        if let body { fields.append(Field("body", body)) }
        self.init(
            step: "s", target: "leader", index: 0, effect: effect, title: "\(method) \(path)", fields: fields,
            token: "t")
    }
}

extension HTTPServer.Reply {
    /// A response with a JSON body.
    static func json(_ status: Int, _ body: String, headers: [(String, String)] = []) -> Self {
        .response(
            HTTPServer.Response(
                status: status,
                headers: [HTTPServer.Header("Content-Type", "application/json; charset=UTF-8")]
                    + headers.map { HTTPServer.Header($0.0, $0.1) }, body: Array(body.utf8)))
    }
}

extension Outcome {
    var response: Response? { if case .answered(let response) = self { response } else { nil } }
    var refusal: Refusal? { if case .refused(let refusal) = self { refusal } else { nil } }
    var unknownReason: String? { if case .unknown(let reason, _) = self { reason } else { nil } }
}
