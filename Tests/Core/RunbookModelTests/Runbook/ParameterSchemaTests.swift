import OrderedJSON
import RunbookModel
import Testing

struct ParameterSchemaTests {
    private func schema(_ change: (inout ParameterSchema) -> Void) -> ParameterSchema {
        var schema = ParameterSchema()
        change(&schema)
        return schema
    }

    static let typed: [(ParameterSchema.Kind, JSON, Bool)] = [
        (.string, "a", true), (.string, 1, false), (.integer, 3, true), (.integer, "3", false), (.number, 3, true),
        (.boolean, true, true), (.boolean, "true", false), (.array, [], true), (.object, [:], true),
        (.object, [], false),
    ]

    @Test(arguments: typed)
    func admitsItsType(kind: ParameterSchema.Kind, value: JSON, isAdmitted: Bool) {
        #expect(schema { $0.kind = kind }.problems(with: value).isEmpty == isAdmitted)
    }

    @Test(arguments: [("3.0", true), ("3.5", false), ("1e2", true)])
    func takesAnIntegerByItsValue(text: String, isAdmitted: Bool) throws {
        let value = try JSON(parsing: text)
        #expect(schema { $0.kind = .integer }.problems(with: value).isEmpty == isAdmitted)
    }

    @Test func holdsNumbersToTheirBounds() {
        let schema = schema { schema in
            schema.kind = .integer
            schema.minimum = JSONNumber(2)
            schema.maximum = JSONNumber(5)
        }
        #expect(schema.problems(with: 2).isEmpty && schema.problems(with: 5).isEmpty)
        #expect(schema.problems(with: 1) == ["it is less than 2"])
        #expect(schema.problems(with: 6) == ["it is more than 5"])
    }

    @Test func holdsTextToItsLengthPatternAndFormat() {
        let schema = schema { schema in
            schema.kind = .string
            schema.minimumLength = 2
            schema.maximumLength = 3
            schema.pattern = "^[a-z]+$"
            schema.format = "hostname"
        }
        #expect(schema.problems(with: "ab").isEmpty)
        #expect(schema.problems(with: "a").count == 1)
        #expect(schema.problems(with: "A_B!").count == 3)
        // One character to people, two code points to JSON Schema.
        #expect(self.schema { $0.maximumLength = 1 }.problems(with: "e\u{301}").count == 1)
    }

    @Test func checksElements() {
        let schema = schema { schema in
            schema.kind = .array
            schema.items = [self.schema { $0.kind = .integer }]
        }
        #expect(schema.problems(with: [1, 2]).isEmpty)
        #expect(schema.problems(with: [1, "x"]) == ["element 1: it is a string, not an integer"])
    }

    @Test func choosesFromAList() {
        let schema = schema { $0.choices = ["new", 2, true] }
        #expect(schema.alternatives == ["new", "2", "true"])
        #expect(schema.problems(with: "new").isEmpty && schema.problems(with: 2).isEmpty)
        #expect(schema.problems(with: "old") == ["it is not one of `new`, `2`, `true`"])
        #expect(schema.value(of: "2") == 2 && schema.value(of: "new") == "new")
        #expect(self.schema { $0.kind = .boolean }.alternatives == ["true", "false"])
        #expect(self.schema { $0.choices = [[1]] }.alternatives == nil)
    }

    static let texts: [(ParameterSchema.Kind, String, JSON?)] = [
        (.string, "3", "3"), (.integer, "3", 3), (.boolean, "true", true), (.array, "[1]", [1]),
        (.object, #"{"a":1}"#, ["a": 1]), (.integer, "three", nil), (.array, "[", nil),
    ]

    @Test(arguments: texts)
    func readsATextByItsType(kind: ParameterSchema.Kind, text: String, value: JSON?) {
        #expect(schema { $0.kind = kind }.value(of: text) == value)
    }

    @Test(arguments: [
        (ParameterFormat.ipv4, "127.0.0.1", true), (.ipv4, "127.0.0.01", false), (.ipv4, "1.2.3", false),
        (.ipv4, "1.2.3.256", false), (.hostname, "a-1.example", true), (.hostname, "-a", false),
        (.hostname, "a..b", false),
        (.uri, "https://x", true), (.uri, "x", false), (.uri, "a b:c", false), (.date, "2024-02-29", true),
        (.date, "2023-02-29", false), (.date, "2023-2-9", false), (.date, "2023-00-10", false),
    ])
    func knowsFormats(format: ParameterFormat, text: String, isAdmitted: Bool) {
        #expect(format.admits(text) == isAdmitted)
    }
}
