import OrderedJSON

/// Something that an account owns: its fields by the names of the API, the state among them.
struct Resource: Sendable, Hashable {
    /// What it is, `product.Kind`.
    let kind: String
    /// What it is called by the cloud; unique among its kind.
    let id: String
    /// The region it is in; empty for what is in none.
    let region: String
    /// Its fields.
    var data: JSONObject

    /// The text of a field; empty when there is none.
    func text(_ name: String) -> String { data[name]?.string ?? "" }

    /// The integer of a field.
    func int(_ name: String) -> Int? { data[name]?.int }

    /// Whether a field is `true`.
    func isOn(_ name: String) -> Bool { data[name]?.bool ?? false }

    /// The elements of a field that is a list.
    func list(_ name: String) -> [JSON] { data[name]?.array ?? [] }
}
