import OrderedJSON
import RunbookPlugin
import Testing

@Suite struct TargetKindTests {
    private static let shop = TargetKind(
        name: "shop",
        keys: [
            .init(name: "door", form: .host, summary: "The door."),
            .init(name: "gate", form: .port, summary: "Its port."),
            .init(name: "page", form: .url, summary: "The page."), .init(name: "tls", form: .tls, summary: "TLS."),
            .init(name: "clerk", form: .secretOrText, meaning: .user, summary: "Who sells."),
        ], properties: ["name", "door"], requirements: [])

    @Test(
        arguments: [
            (["door": "a.example", "gate": 81, "page": "http://b"], "a.example:81"),
            (["door": "a.example"], "a.example"),
            (["page": "http://b", "gate": 81], "http://b"), (["gate": 81], nil), ([:], nil),
        ] as [(JSON, String?)])
    func tellsWhereATargetIs(settings: JSON, place: String?) {
        let settings = settings.object ?? JSONObject()
        #expect(Self.shop.place(settings: settings, properties: JSONObject()) == place)
        #expect(Self.shop.place(settings: JSONObject(), properties: settings) == place)
    }

    @Test(
        arguments: [
            ([:], true), (["tls": [:]], true), (["tls": ["verify": true]], true), (["tls": ["verify": false]], false),
            (["other": ["verify": false]], true),
        ] as [(JSON, Bool)])
    func tellsWhetherACertificateIsVerified(settings: JSON, isVerified: Bool) {
        #expect(Self.shop.isVerified(settings: settings.object ?? JSONObject()) == isVerified)
    }

    @Test func tellsAsWhomRequestsAreMade() {
        #expect(Self.shop.user(settings: JSONObject([("clerk", "ada")])) == "ada")
        #expect(Self.shop.user(settings: JSONObject([("door", "ada")])) == nil)
    }

    @Test func aKindThatContradictsItselfIsRefused() {
        let kind = TargetKind(
            name: "shop",
            keys: [
                .init(name: "kind", form: .text, summary: "Not a key."),
                .init(
                    name: "till", form: .group(.init(keys: [], rules: [.needs("a", "b", help: "add b")])),
                    summary: "The till."),
            ], rules: [.anyOf(["dor"], help: "add a door")], properties: ["name", "page"], requirements: [])
        let manifest = Manifest(
            name: "shop", version: "1.0.0", summary: "Sells.", languages: [.init("sale", targetKind: "shop")],
            targetKinds: [kind], keys: [], examples: [.init(language: "sale", content: "x", actions: [])])
        #expect(
            manifest.problems == [
                "a rule of the kind `shop` refers to `dor`, which is not one of its keys",
                "a rule of the kind `shop` refers to `a`, which is not one of its keys",
                "a rule of the kind `shop` refers to `b`, which is not one of its keys",
                "`kind` cannot be a key of a target",
                "the property `page` of `shop` is not a key of `connection`",
            ])
    }

    /// Several handlers may act on one kind; it is there once.
    @Test func aKindOfTwoHandlersIsOne() {
        let one = Manifest.sample(name: "one")
        let kinds = TargetKinds([one, Manifest.sample(name: "two")])
        #expect(kinds.all.map(\.name) == ["echo"])
        #expect(kinds.known("shop") == nil)
    }
}
