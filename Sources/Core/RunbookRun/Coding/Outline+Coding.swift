import OrderedJSON
import RunbookModel

extension OutlineStep {
    /// The members; the document is omitted where it is the one that is implied.
    func json(unlessIn implied: Int) -> JSON {
        var fields = FieldWriter()
        heading.write(into: &fields)
        fields["prose"] = prose
        fields["template"] = template
        fields.set("within", within.map { .number(JSONNumber($0.inMilliseconds)) })
        if !checks.isEmpty { fields.set("checks", .array(checks.map(JSON.string))) }
        if showsResponse { fields.set("shows", .bool(true)) }
        if document != implied { fields.set("document", .number(JSONNumber(document))) }
        return fields.json
    }

    init?(_ fields: FieldReader, impliedDocument: (String) -> Int) {
        guard let heading = StepHeading(fields) else { return nil }
        self.init(
            heading: heading, prose: fields.string("prose") ?? "", template: fields.string("template") ?? "",
            within: fields.milliseconds("within"), document: fields.int("document") ?? impliedDocument(heading.id),
            checks: fields.strings("checks"), showsResponse: fields.bool("shows") ?? false)
    }
}
