import OrderedJSON
import RunbookModel
import Testing

struct ParameterProblemsTests {
    private func parameter(isSecret: Bool) -> ParameterDeclaration {
        let place = SourceText(file: "a.md", text: "x").span(0..<1)
        return ParameterDeclaration(
            name: Located("p", at: place), schema: ParameterSchema(), description: nil, isSecret: isSecret,
            defaultValue: nil, examples: [])
    }

    @Test(arguments: [
        ("abc", ["it has less than 4 characters, and could not be masked in reports"]),
        ("abcd", []),
        ("abcd\nefgh", ["it has several lines"]),
        ("abcd\r", ["it has several lines"]),
    ])
    func aSecretMustBeOneThatCanBeMasked(_ text: String, _ problems: [String]) {
        #expect(parameter(isSecret: true).problems(with: .string(text)) == problems)
        #expect(parameter(isSecret: false).problems(with: .string(text)).isEmpty)
    }

    @Test func aNumberMayBeOne() {
        #expect(parameter(isSecret: true).problems(with: 123).count == 1)
        #expect(parameter(isSecret: true).problems(with: 1234).isEmpty)
    }

    /// Who is asked for a value reads what it may be.
    @Test func saysWhatAValueMayBe() {
        var schema = ParameterSchema()
        #expect(schema.limits == "")
        schema.kind = .integer
        (schema.minimum, schema.maximum) = (JSONNumber(2), JSONNumber(9))
        #expect(schema.limits == "integer, from 2 to 9")
        schema = ParameterSchema()
        schema.kind = .string
        (schema.minimumLength, schema.pattern, schema.format) = (3, "^a", "hostname")
        #expect(schema.limits == "at least 3 characters, format `hostname`, must match `^a`")
        schema.choices = ["red"]
        #expect(schema.limits == "")
    }
}
