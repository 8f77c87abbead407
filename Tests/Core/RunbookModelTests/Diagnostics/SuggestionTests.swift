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

    /// A part of a name, where only one name has it, and a name with something added.
    @Test(
        arguments: [
            ("Zone", ["ZoneId", "VpcId"], "ZoneId"),
            ("Protocol", ["ListenerProtocol", "ListenerPort"], "ListenerProtocol"),
            ("HealthCheckPort", ["HealthCheckConnectPort", "HealthCheckUrl"], "HealthCheckConnectPort"),
            ("AutoAccept", ["AutoAcceptConnection", "Name"], "AutoAcceptConnection"),
            ("is_hidden", ["hidden", "order"], "hidden"),
            ("Id", ["ServerId", "Name"], nil), ("leader_id", ["id", "name"], nil),
        ] as [(String, [String], String?)])
    func aPartOfANameMeansIt(_ word: String, _ names: [String], _ nearest: String?) {
        #expect(Suggestion.nearest(to: word, among: names) == nearest)
    }
}
