import RunbookModel
import Testing

@testable import RunbookExternal

struct WireReplyTests {
    private func response(_ members: String) throws -> Response? {
        let line = #"{"type":"outcome","outcome":"answered",\#(members)}"#
        guard case .outcome(.answered(let response)) = try WireReply(line: Array(line.utf8)) else { return nil }
        return response
    }

    /// A plugin that began and failed may have changed something, unless it knows better.
    @Test(arguments: [
        (#""verdict":"success""#, Applied.yes), (#""verdict":"missing""#, .no), (#""verdict":"denied""#, .no),
        (#""verdict":"rejected""#, .partly), (#""verdict":"broken""#, .partly),
        (#""verdict":"rejected","applied":"no""#, .no), (#""verdict":"broken","applied":"yes""#, .yes),
    ])
    func saysWhatWasChanged(members: String, applied: Applied) throws {
        #expect(try response(members)?.applied == applied)
    }

    @Test(arguments: [
        "-9223372036854775808", "9223372036854775807", "1e18", "1000000001", "-1000000001", "1e999999999", "1.5",
    ])
    func refusesNumbersThatNobodyMeans(number: String) throws {
        #expect(throws: WireReply.Malformed(reason: "`status` is not a whole number")) {
            try response(#""verdict":"success","status":\#(number)"#)
        }
        let line = #"{"type":"outcome","outcome":"refused","reason":"r","retry_after_ms":\#(number)}"#
        #expect(throws: WireReply.Malformed.self) { try WireReply(line: Array(line.utf8)) }
    }

    @Test func refusesAnotherWord() {
        let error = #expect(throws: WireReply.Malformed.self) {
            try response(#""verdict":"success","applied":"perhaps""#)
        }
        #expect(error?.reason == #"unknown `applied` "perhaps""#)
    }
}
