import AlicloudContract
import Testing

struct AcsTimeTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00Z"), (1_698_315_752_000, "2023-10-26T10:22:32Z"),
        (951_782_400_000, "2000-02-29T00:00:00Z"), (-1000, "1969-12-31T23:59:59Z"),
    ])
    func readsWhatItWrites(milliseconds: Int, text: String) {
        #expect(AcsTime.text(milliseconds) == text)
        #expect(AcsTime.milliseconds(text) == milliseconds)
    }

    @Test(arguments: [
        "", "2023-10-26", "2023-10-26T10:22:32", "2023-13-26T10:22:32Z", "2023-02-30T10:22:32Z", "2023-10-26 10:22:32Z",
        "2023-10-26T24:22:32Z", "2023-10-2\u{e9}T10:22:3Z",
    ])
    func refusesOtherTexts(text: String) {
        #expect(AcsTime.milliseconds(text) == nil)
    }
}
