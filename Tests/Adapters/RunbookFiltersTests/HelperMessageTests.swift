import Testing

@testable import RunbookFilters

struct HelperMessageTests {
    @Test(arguments: [
        HelperRequest.compile(7, ".a"), .compile(.max, ""), .run(256, [UInt8("1".utf8.first ?? 0)]), .run(0, []),
    ])
    func requests(request: HelperRequest) {
        #expect(HelperRequest(bytes: request.bytes) == request)
    }

    @Test(arguments: [
        HelperReply.compiled, .syntaxErrors(["a", "é\n"]), .values([91, 93]), .failure("x"), .failure(""),
    ])
    func replies(reply: HelperReply) {
        #expect(HelperReply(bytes: reply.bytes) == reply)
    }

    @Test(arguments: [[], [0], [99, 0, 0, 0], [120, 0, 0, 0, 1]] as [[UInt8]])
    func garbage(bytes: [UInt8]) {
        #expect(HelperRequest(bytes: bytes) == nil)
        #expect(HelperReply(bytes: bytes) == nil)
    }
}
