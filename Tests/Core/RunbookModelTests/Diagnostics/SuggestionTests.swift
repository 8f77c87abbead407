import RunbookModel
import Testing

struct SuggestionTests {
    @Test(arguments: [
        ("ServerIP", "ServerIp"), ("SERVERID", "ServerId"), ("ServerTyp", "ServerType"), ("SreverId", "ServerId"),
    ])
    func theNearestNameIsMeant(_ word: String, _ nearest: String) {
        #expect(Suggestion.nearest(to: word, among: ["ServerId", "ServerIp", "ServerType"]) == nearest)
    }

    @Test func aWordThatIsFarFromAllMeansNone() {
        #expect(Suggestion.nearest(to: "Weight", among: ["ServerId", "ServerIp"]) == nil)
        #expect(Suggestion.nearest(to: "ServerId", among: ["ServerId"]) == nil)
    }
}
