import OrderedJSON
import RunbookModel
import RunbookPlugin

extension StepDraft {
    /// A step with a block of curl commands.
    init(
        _ text: String, language: String = "sh", target: String = "leader", names: [String] = ["leader"],
        keys: [(String, String)] = []
    ) {
        let source = SourceText(file: "test.md", text: text)
        let block = BlockText(
            file: "test.md", text: text, origins: source.lineStarts.map { source.position(at: $0) })
        let others = keys.map {
            StepKeys.Other(name: Located($0.0, at: block.span), value: Located($0.1, at: block.span))
        }
        self.init(
            language: Located(language, at: block.span), text: block, keys: others, isVerify: false,
            targets: [target], names: names)
    }
}

extension Target {
    /// An Elasticsearch at a URL.
    init(url: String, settings: [(String, JSON)] = [], secrets: [String: String] = [:]) {
        self.init(
            name: "leader", kind: "elasticsearch", properties: JSONObject(),
            settings: JSONObject([("url", .string(url))] + settings), secrets: secrets.mapValues { Secret($0) })
    }
}

extension ActionTemplate {
    /// The request with values put in.
    func action(_ values: [String: JSON] = [:]) throws -> Action {
        Action(
            step: "s", target: "leader", index: 0, effect: effect, title: title.source,
            fields: try fields.map { field in
                Action.Field(field.name, try field.template.filled { values[$0.name] })
            }, token: "t")
    }
}
