import RunbookModel
import Testing

struct RequestLineTests {
    @Test(arguments: [
        ("GET /", true), ("get _search", true), ("\n\n# first\n// second\n  PUT\t/a\n{}", true), ("GET", false),
        ("{ \"a\": 1 }", false), ("", false), ("# GET /", false), ("GETTING started", false), ("BREW /pot", false),
    ])
    func isToldFromOtherContent(_ text: String, _ isRequest: Bool) {
        #expect(RequestLine.begins(text) == isRequest)
    }
}
