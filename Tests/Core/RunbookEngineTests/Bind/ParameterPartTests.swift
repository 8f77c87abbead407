import RunbookModel
import Testing

@testable import RunbookEngine

/// A way into a value that has no parts is found before a run.
struct ParameterPartTests {
    @Test(
        arguments: [
            ("${a[0]}", .string, true), ("${a.b}", .integer, true), ("${a[0]}", .array, false),
            ("${a.b}", .object, false),
            ("${a}", .string, false), ("${a.b}", nil, false),
        ] as [(String, ParameterSchema.Kind?, Bool)])
    func ofAScalar(use: String, kind: ParameterSchema.Kind?, isWrong: Bool) {
        var book = SampleBook()
        book.parameter("a", kind: kind)
        book.add(.run, "GET /\(use)", id: "one")
        #expect(book.codes.contains("value/unknown") == isWrong)
    }
}
