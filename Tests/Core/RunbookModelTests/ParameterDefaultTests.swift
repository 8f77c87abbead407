import OrderedJSON
import RunbookModel
import Testing

struct ParameterDefaultTests {
    static let rows: [(written: JSON, filled: JSON?)] = [
        ("orders", "orders"),
        (3, 3),
        (["a", "${leader.port}"], ["a", "9200"]),
        (["seeds": ["${leader.private_ip}:9300", 1]], ["seeds": ["10.1.0.10:9300", 1]]),
        (["a", "${leader.nothing}"], nil),
        ("$${leader.port}", "${leader.port}"),
        ("${leader.private_ip}", "10.1.0.10"),
        ("at ${leader.private_ip}:${leader.port}, twice", "at 10.1.0.10:9200, twice"),
        ("${leader.nothing}", nil),
        ("${follower.port}", nil),
        ("${leader.port", nil),
    ]

    @Test(arguments: rows)
    func propertiesOfTargetsAreFilledIn(_ written: JSON, _ filled: JSON?) {
        #expect(parameter(written).filledDefault(value) == filled)
    }

    @Test func withoutADefaultThereIsNone() { #expect(parameter(nil).filledDefault(value) == nil) }

    private func value(_ reference: ValueReference) -> JSON? {
        reference.name == "leader" ? reference.resolve(in: ["private_ip": "10.1.0.10", "port": 9200]) : nil
    }

    private func parameter(_ value: JSON?) -> ParameterDeclaration {
        let place = SourceText(file: "a.md", text: "x").span(0..<1)
        return ParameterDeclaration(
            name: Located("p", at: place), schema: ParameterSchema(), description: nil, isSecret: false,
            defaultValue: value.map { Located($0, at: place) }, examples: [])
    }
}
