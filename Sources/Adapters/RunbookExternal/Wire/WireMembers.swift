internal import OrderedJSON

/// The members of an object on the wire, read by their types.
struct WireMembers {
    private let object: JSONObject?

    init(_ json: JSON) { object = json.object }

    subscript(name: String) -> JSON? { object?[name] }

    /// Refuses members that are not known, or there twice.
    func check(_ known: [String]) throws(WireReply.Malformed) {
        guard let object else { throw WireReply.Malformed(reason: "a value must be an object") }
        var seen: Set<String> = []
        for name in object.names {
            if !known.contains(name) { throw WireReply.Malformed(reason: "unknown member \(JSON.quoted(name))") }
            if !seen.insert(name).inserted {
                throw WireReply.Malformed(reason: "the member \(JSON.quoted(name)) is repeated")
            }
        }
    }

    func text(_ name: String) throws(WireReply.Malformed) -> String {
        guard let text = try optionalText(name) else { throw WireReply.Malformed(reason: "`\(name)` is missing") }
        return text
    }

    func optionalText(_ name: String) throws(WireReply.Malformed) -> String? {
        guard let value = object?[name], !value.isNull else { return nil }
        guard let text = value.string else { throw WireReply.Malformed(reason: "`\(name)` is not a string") }
        return text
    }

    func number(_ name: String) throws(WireReply.Malformed) -> Int? {
        guard let value = object?[name], !value.isNull else { return nil }
        guard let number = value.int, (-1_000_000_000...1_000_000_000).contains(number) else {
            throw WireReply.Malformed(reason: "`\(name)` is not a whole number")
        }
        return number
    }

    func flag(_ name: String) throws(WireReply.Malformed) -> Bool {
        guard let value = object?[name] else { return false }
        guard let flag = value.bool else { throw WireReply.Malformed(reason: "`\(name)` is not true or false") }
        return flag
    }

    func list(_ name: String) throws(WireReply.Malformed) -> [JSON] {
        guard let value = object?[name] else { return [] }
        guard let list = value.array else { throw WireReply.Malformed(reason: "`\(name)` is not an array") }
        return list
    }

    func headers() throws(WireReply.Malformed) -> JSONObject {
        guard let value = object?["headers"] else { return JSONObject() }
        guard let headers = value.object, headers.allSatisfy({ $0.value.string != nil }) else {
            throw WireReply.Malformed(reason: "`headers` is not an object of strings")
        }
        return JSONObject(headers.map { ($0.name.lowercased(), $0.value) })
    }
}
