import OrderedJSON

extension OutlineStep {
    /// The members; the document is left out where it is the one that is implied.
    func json(unlessIn implied: Int) -> JSON {
        var fields = FieldWriter()
        fields["id"] = id
        fields["role"] = role.rawValue
        fields["title"] = title
        fields["prose"] = prose
        fields["number"] = number
        fields.set("section", .array(section.map { .string($0) }))
        fields.set("line", .number(JSONNumber(line)))
        fields["effect"] = effect.rawValue
        fields.set("targets", .array(targets.map { .string($0) }))
        fields["template"] = template
        fields.set("within", within.map { .number(JSONNumber($0.inMilliseconds)) })
        if document != implied { fields.set("document", .number(JSONNumber(document))) }
        return fields.json
    }

    init?(_ fields: FieldReader, impliedDocument: (String) -> Int) {
        guard let id = fields.string("id"), let role = fields.string("role").flatMap(Step.Role.init) else { return nil }
        self.init(
            id: id, role: role, title: fields.string("title") ?? id, prose: fields.string("prose") ?? "",
            number: fields.string("number"), section: fields.strings("section"), line: fields.int("line") ?? 0,
            effect: fields.string("effect").flatMap(Effect.init) ?? .write, targets: fields.strings("targets"),
            template: fields.string("template") ?? "", within: fields.milliseconds("within"),
            document: fields.int("document") ?? impliedDocument(id))
    }
}
