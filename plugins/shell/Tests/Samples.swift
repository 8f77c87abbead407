import OrderedJSON
import RunbookModel
import RunbookPlugin

extension StepDraft {
    /// A step with a block of commands.
    init(
        _ text: String, language: String = "sh", isVerify: Bool = false, status: String? = nil,
        names: [String] = ["operator", "name"]
    ) {
        let source = SourceText(file: "test.md", text: text)
        let block = BlockText(
            file: "test.md", text: text, origins: source.lineStarts.map { source.position(at: $0) })
        let keys = status.map {
            [StepKeys.Other(name: Located("status", at: block.span), value: Located($0, at: block.span))]
        }
        self.init(
            language: Located(language, at: block.span), text: block, keys: keys ?? [], isVerify: isVerify,
            targets: ["operator"], names: names)
    }
}

extension Target {
    /// This machine.
    static func host(isLocal: JSON? = true, allow: JSON? = ["shell"]) -> Target {
        var settings = JSONObject()
        if let isLocal { settings.append("local", isLocal) }
        if let allow { settings.append("allow", allow) }
        return Target(name: "operator", kind: "host", properties: JSONObject(), settings: settings, secrets: [:])
    }
}
