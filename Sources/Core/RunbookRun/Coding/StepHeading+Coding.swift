import OrderedJSON
import RunbookModel

extension StepHeading {
    /// Writes the heading among other members; names are stable.
    func write(into fields: inout FieldWriter) {
        fields["id"] = id
        fields["role"] = role.rawValue
        fields["title"] = title
        fields["number"] = number
        fields.set("section", .array(section.map(JSON.string)))
        fields.set("line", .number(JSONNumber(line)))
        fields["effect"] = effect.rawValue
        if isLowered { fields.set("as_author_says", true) }
        fields.set("targets", .array(targets.map(JSON.string)))
    }

    init?(_ fields: FieldReader) {
        guard let id = fields.string("id"), let role = fields.string("role").flatMap(Step.Role.init) else { return nil }
        self.init(
            id: id, role: role, title: fields.string("title") ?? id, number: fields.string("number"),
            section: fields.strings("section"), line: fields.int("line") ?? 0,
            effect: fields.string("effect").flatMap(Effect.init) ?? .write,
            isLowered: fields.bool("as_author_says") ?? false, targets: fields.strings("targets"))
    }
}
