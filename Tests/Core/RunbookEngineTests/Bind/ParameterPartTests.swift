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

    /// `${parameters.input}` of the server's own language is not declared: the way to send it is said first.
    @Test(arguments: [
        ("${parameters.input}", 0, "`verbatim=yes`"),
        ("${parameters.input}", 1, "`parameters: { parameters: { type: object"),
        ("${parameters}", 0, "`parameters: { parameters: { type: string"), ("${lst[0]}", 1, "`verbatim=yes`"),
        ("${list.x}", 1, "`verbatim=yes`"),
    ])
    func saysHowToSendIt(use: String, index: Int, help: String) {
        var book = SampleBook()
        book.parameter("list", kind: .string)
        book.add(.run, "GET /\(use)", id: "one")
        let found = book.binding().diagnostics.first { $0.code == "value/unknown" }
        #expect(found?.help.indices.contains(index) == true)
        #expect(found?.help.dropFirst(index).first?.contains(help) == true, "\(found?.help ?? [])")
    }
}
