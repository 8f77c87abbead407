internal import OrderedJSON
internal import RunbookBodies
internal import RunbookModel
package import RunbookPlugin

extension ExternalHandler {
    /// Makes one action of a block, by the rules of the manifest alone.
    package func prepare(_ step: StepDraft) -> Preparation {
        let language = manifest.languages.first { $0.name == step.language.value }
        let body = ExternalHandler.body(step.text, as: language?.body ?? .text)
        var fields = [
            ActionTemplate.Field("language", Template(literal: step.language.value)),
            ActionTemplate.Field("body", body.template),
        ]
        var diagnostics = body.diagnostics
        // The keys of a block with `uses:` are looked at where they are checked.
        if step.operation == nil { diagnostics += ExternalHandler.notes(in: step.text, language?.body) }
        var named: Set<String> = []
        for hole in body.values where named.insert("\(hole.reference)").inserted {
            fields.append(.init(ActionFields.value + "\(hole.reference)", Template([.hole(hole)])))
        }
        for key in manifest.keys {
            let (value, problem) = ExternalHandler.value(of: key, in: step)
            if let problem { diagnostics.append(problem) }
            if let value { fields.append(.init(ActionFields.key + key.name, Template(literal: value.text()))) }
        }
        let effect = manifest.effects?.effect(of: step.text.text, isVerify: step.isVerify) ?? .write
        let action = ActionTemplate(
            effect: effect, title: ExternalHandler.title(of: step), fields: fields, span: step.text.span)
        return Preparation(actions: [action], diagnostics: diagnostics)
    }

    // MARK: Content

    private struct Body {
        let template: Template
        /// The holes whose values come beside the content.
        var values: [Hole] = []
        let diagnostics: [Diagnostic]
    }

    private static func body(_ text: BlockText, as form: Manifest.Language.Body) -> Body {
        let parsed: ParsedBody
        switch form {
        case .json: parsed = JSONBody.parse(text)
        case .yaml: parsed = YAMLBody.parse(text)
        case .text, .own: parsed = TextBody.parse(text)
        case .values:
            parsed = TextBody.parse(text, as: .jsonValue)
            return Body(
                template: Template(literal: text.text), values: parsed.template.holes, diagnostics: parsed.diagnostics)
        }
        return Body(template: parsed.template, diagnostics: parsed.diagnostics)
    }

    /// Warnings of secrets in a body, and of placeholders where its members have names; JSON is read as the YAML that it
    /// is.
    private static func notes(in text: BlockText, _ form: Manifest.Language.Body?) -> [Diagnostic] {
        if form == .values || form == .text { return LiteralSecret.notes(inStatements: text) }
        guard form == .json || form == .yaml, let tree = YAMLBody.tree(text).node else { return [] }
        return LiteralSecret.notes(in: tree) + Placeholder.notes(in: tree)
    }

    /// The longest title, in bytes.
    private static let titleLimit = 120

    /// The first line that is not blank, with its values; the language where there is none.
    private static func title(of step: StepDraft) -> Template {
        let bytes = Array(step.text.text.utf8)
        func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
        guard let start = bytes.firstIndex(where: { !isBlank($0) }) else {
            return Template(literal: step.language.value)
        }
        var end = bytes[start...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
        while end > start, isBlank(bytes[end - 1]) { end -= 1 }
        guard end - start > titleLimit else {
            return TextBody.parse(step.text, in: start..<end, malformed: .literal).template
        }
        var cut = start + titleLimit
        // Not inside a character: its further bytes begin with the bits 10.
        while cut > start, bytes[cut] & 0xC0 == 0x80 { cut -= 1 }
        let template = TextBody.parse(step.text, in: start..<cut, malformed: .literal).template
        return Template(template.segments + [.literal("…")])
    }

    // MARK: Keys

    private static func value(of key: Manifest.Key, in step: StepDraft) -> (JSON?, Diagnostic?) {
        guard let written = step.keys.first(where: { $0.name.value == key.name }) else {
            guard key.isRequired, key.defaultValue == nil else { return (key.defaultValue, nil) }
            let missing = Diagnostic(
                "key/missing", "a `\(step.language.value)` block needs the key `\(key.name)`",
                at: step.language.span, help: "add `\(key.name)=...`: \(key.summary)")
            return (nil, missing)
        }
        guard let located = written.value else {
            if key.schema.kind == .boolean { return (true, nil) }
            return (nil, unfit(key, "it has no value", at: written.name.span))
        }
        guard let value = key.schema.value(of: located.value) else {
            let kind = key.schema.kind?.rawValue ?? "value"
            return (
                nil,
                unfit(key, "`\(VisibleText.visible(located.value))` does not have the type \(kind)", at: located.span)
            )
        }
        if let problem = key.schema.problems(with: value).first {
            return (nil, unfit(key, problem, at: located.span))
        }
        return (value, nil)
    }

    private static func unfit(_ key: Manifest.Key, _ reason: String, at span: SourceSpan) -> Diagnostic {
        Diagnostic(
            "key/unfit", "`\(key.name)` has an invalid value: \(reason)", at: span, help: "its meaning: \(key.summary)")
    }
}
