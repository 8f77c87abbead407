import OrderedJSON
import RunbookModel

/// What was there of single requests, as an attempt keeps it: in the order of targets and positions.
extension [ActionPlace: Before] {
    var json: JSON? {
        if isEmpty { return nil }
        let rows = sorted { ($0.key.target ?? "", $0.key.index) < ($1.key.target ?? "", $1.key.index) }
        return .array(
            rows.map { place, before in
                var fields = FieldWriter()
                place.write(into: &fields)
                fields.set("absent", .bool(before.isAbsent))
                fields.set("details", before.details)
                return fields.json
            })
    }

    init(_ rows: [FieldReader]) {
        self.init()
        for row in rows {
            guard let place = ActionPlace(row), let isAbsent = row.bool("absent") else { continue }
            self[place] = Before(isAbsent: isAbsent, details: row.value("details"))
        }
    }
}
