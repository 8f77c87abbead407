import OrderedJSON

/// Which of a step's requests: the target and the position.
package struct ActionPlace: Sendable, Hashable {
    /// The target's name; nil for a handler that needs none.
    package let target: String?
    /// The position among the requests of the step, from 0.
    package let index: Int

    /// Makes a place.
    package init(target: String?, index: Int) {
        self.target = target
        self.index = index
    }
}

extension ActionRecord {
    /// Which of its step's requests it is.
    package var place: ActionPlace { ActionPlace(target: target, index: index) }
}

extension ActionPlace {
    /// Reads a place; nil where there is none.
    init?(_ fields: FieldReader) {
        guard let index = fields.int("index") else { return nil }
        self.init(target: fields.string("target"), index: index)
    }

    /// Writes the place beside other members.
    func write(into fields: inout FieldWriter) {
        fields["target"] = target
        fields.set("index", .number(JSONNumber(index)))
    }
}
