import Testing

/// Each case runs the real binary and compares all it says, to the letter.
///
/// `RECORD=1` writes what it says now in place of comparing, and fails, so that nobody takes it for a test.
@Suite(.serialized)
struct GoldenTests {
    @Test(arguments: GoldenCase.all)
    func saysWhatIsRecorded(_ golden: GoldenCase) async throws {
        let outcome = try await golden.run()
        if GoldenCase.isRecording {
            golden.record(outcome)
            Issue.record("recorded; read the difference before it lands")
            return
        }
        #expect(outcome.status == golden.recorded.status)
        #expect(outcome.output == golden.recorded.output)
        #expect(outcome.errors == golden.recorded.errors)
    }

    @Test func hasCases() {
        #expect(GoldenCase.all.count >= 20)
    }
}
