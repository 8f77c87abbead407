import RunbookBodies

/// What is noticed in a query: the same as in a body, parameter by parameter.
enum QueryNotes {
    /// Looks at a query without its `?`; a byte 0 stands for a value.
    static func notes(in query: ArraySlice<UInt8>) -> [BodyNotes.Note] {
        query.split(separator: UInt8(ascii: "&")).flatMap(notes(inParameter:))
    }

    private static func notes(inParameter parameter: ArraySlice<UInt8>) -> [BodyNotes.Note] {
        let name = parameter.prefix { $0 != UInt8(ascii: "=") }
        let value = parameter[name.endIndex...].dropFirst()
        var notes: [BodyNotes.Note] = []
        if Placeholder.isWhole(name) { notes.append(BodyNotes.Note(kind: .placeholder, range: name.indices)) }
        let key = PercentEncoding.decoded(String(decoding: name, as: UTF8.self))
        if Placeholder.isWhole(value) {
            notes.append(BodyNotes.Note(kind: .placeholder, range: value.indices))
        } else if BodyNotes.isSecret(value, named: key) {
            notes.append(BodyNotes.Note(kind: .secret, range: value.indices, name: key))
        } else if let place = LiteralSecret.secret(in: value), !BodyNotes.isFilled(value[place]) {
            notes.append(BodyNotes.Note(kind: .secret, range: place, name: key))
        }
        return notes
    }
}
