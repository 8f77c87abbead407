import OrderedJSON
import RunbookModel
import RunbookPlugin
import Testing

@Suite struct ManifestTests {
    @Test func aGoodOneHasNoProblems() { #expect(Manifest.sample().problems == []) }

    @Test(arguments: [
        (Manifest.sample(name: "Echo"), "`name`"),
        (Manifest.sample(version: "1.0"), "`version`"),
        (Manifest.sample(summary: "two\nlines"), "`summary`"),
        (Manifest.sample(executable: "../echo"), "`executable`"),
        (Manifest.sample(executable: "/bin/sh"), "`executable`"),
        (Manifest.sample(protocolNumber: 2), "it uses protocol 2"),
        (Manifest.sample(calls: [.examine]), "`calls` must have `perform`"),
        (Manifest.sample(languages: []), "`languages` is empty"),
        (Manifest.sample(languages: [.init("jq", targetKind: "echo", body: .text)]), "reserved for the format"),
        (Manifest.sample(languages: [.init("echo", targetKind: "echo", body: .own)]), "the body `own`"),
        (
            Manifest.sample(languages: [
                .init("echo", targetKind: "echo", body: .text), .init("echo", targetKind: "echo", body: .json),
            ]), "twice"
        ),
        (Manifest.sample(keys: [.init(name: "timeout", summary: "A time.")]), "reserved for the format"),
        (Manifest.sample(keys: [.init(name: "size", summary: "")]), "one sentence"),
        (Manifest.sample(properties: ["password"]), "so it cannot be a property"),
        (Manifest.sample(properties: ["color"]), "is not a key of `connection`"),
        (Manifest.sample(examples: []), "`examples` is empty"),
        (Manifest.sample(examples: [.init(language: "other", content: "", actions: [])]), "not in `languages`"),
        (Manifest.sample(effects: nil), "`effects` is missing"),
    ])
    func problemsAreFound(manifest: Manifest, problem: String) {
        #expect(manifest.problems.contains { $0.contains(problem) }, "\(manifest.problems)")
    }

    @Test(arguments: [
        ("insert into a values (1)", false, Effect.write), ("DROP TABLE a", false, .destroy),
        ("drop\ttable a", false, .destroy), ("select dropped from a", false, .write),
        ("drop table a", true, .read), ("", false, .write),
    ])
    func effectsFollowTheRule(content: String, isVerify: Bool, effect: Effect) {
        let effects = Manifest.Effects(run: .write, verify: .read, destroyWords: ["drop", "truncate"])
        #expect(effects.effect(of: content, isVerify: isVerify) == effect)
    }

    @Test func aWordNeverLowersAnEffect() {
        let effects = Manifest.Effects(run: .spend, verify: .read, destroyWords: ["drop"])
        #expect(effects.effect(of: "drop it", isVerify: false) == .spend)
    }
}

extension Manifest {
    /// A manifest of an external handler.
    static func sample(
        name: String = "echo", version: String = "1.0.0", protocolNumber: Int = 1, summary: String = "Echoes.",
        executable: String? = "echo.sh", calls: [Call] = [.perform],
        languages: [Language] = [.init("echo", targetKind: "echo", body: .text)], properties: [String] = ["name"],
        keys: [Key] = [], effects: Effects? = Effects(run: .write, verify: .read),
        examples: [Example] = [.init(language: "echo", content: "a\n", actions: [(title: "a", effect: .write)])]
    ) -> Manifest {
        Manifest(
            name: name, version: version, protocolNumber: protocolNumber, summary: summary, executable: executable,
            calls: calls, languages: languages,
            targetKinds: [
                .init(
                    name: "echo", keys: [.init(name: "password", form: .secret, summary: "The password.")],
                    properties: properties, requirements: [])
            ], keys: keys, effects: effects, examples: examples)
    }
}
