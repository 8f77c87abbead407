import OrderedJSON

/// Writes the members of an object and leaves out what there is not.
struct FieldWriter {
    private(set) var object = JSONObject()

    var json: JSON { .object(object) }

    subscript(name: String) -> String? {
        get { object[name]?.string }
        set { set(name, newValue.map { .string($0) }) }
    }

    mutating func set(_ name: String, _ value: JSON?) {
        if let value { object[name] = value }
    }
}
