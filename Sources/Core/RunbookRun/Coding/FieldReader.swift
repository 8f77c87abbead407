import OrderedJSON

/// Reads the members of an object that may come from another version, or from garbage.
struct FieldReader {
    private let json: JSON

    init(_ json: JSON) { self.json = json }

    func string(_ name: String) -> String? { json[name]?.string }
    /// An integer; one that no journal needs is brought into the range in which it can be counted up and scaled.
    func int(_ name: String) -> Int? { json[name]?.int.map { min(max($0, -FieldReader.limit), FieldReader.limit) } }
    private static let limit = 1 << 51
    func bool(_ name: String) -> Bool? { json[name]?.bool }
    func value(_ name: String) -> JSON? { json[name] }
    func strings(_ name: String) -> [String] { json[name]?.array?.compactMap(\.string) ?? [] }
    func object(_ name: String) -> FieldReader? { json[name]?.object.map { FieldReader(.object($0)) } }
    func fields(_ name: String) -> FieldReader { FieldReader(json[name] ?? .null) }
    func objects(_ name: String) -> [FieldReader] { json[name]?.array?.map(FieldReader.init) ?? [] }
    func milliseconds(_ name: String) -> Duration? { int(name).map { .milliseconds($0) } }
}
