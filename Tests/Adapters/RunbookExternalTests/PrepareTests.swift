import OrderedJSON
import RunbookExternal
import RunbookModel
import RunbookPlugin
import Testing
import ToolTesting

/// What the manifest makes of a block, without starting anything.
@Suite struct PrepareTests {
    private func prepare(
        _ text: String, language: String = "echo", keys: [(String, String?)] = [], isVerify: Bool = false
    ) throws -> Preparation {
        // A program that leaves a mark proves that none is started.
        let plugin = try EchoPlugin(script: "#!/bin/sh\necho started > started\n")
        let source = SourceText(file: "test.md", text: text)
        let block = BlockText(
            file: "test.md", text: text, origins: source.lineStarts.map { source.position(at: $0) })
        let others = keys.map { name, value in
            StepKeys.Other(
                name: Located(name, at: block.span), value: value.map { Located($0, at: block.span) })
        }
        let preparation = plugin.handler.prepare(
            StepDraft(
                language: Located(language, at: block.span), text: block, keys: others, isVerify: isVerify,
                targets: ["bell"], names: ["bell", "name"]))
        #expect(!TestFolder.names(in: plugin.folder.file("echo")).contains("started"))
        return preparation
    }

    @Test func aBlockIsOneAction() throws {
        let preparation = try prepare("\n  answer ${name}  \nmore\n")
        let action = try #require(preparation.actions.first)
        #expect(preparation.actions.count == 1)
        #expect(preparation.diagnostics == [])
        #expect(action.title.source == "answer ${name}")
        #expect(action.effect == .write)
        #expect(
            action.fields.map { "\($0.name)=\($0.template.source)" } == [
                "language=echo", "body=\n  answer ${name}  \nmore\n", "key.size=3",
            ])
        #expect(action.holes.map(\.reference.name) == ["name"])
    }

    @Test func valuesComeBesideTheContent() throws {
        let preparation = try prepare("a ${name} b ${bell.host} ${name} $${x}", language: "echo-values")
        let action = try #require(preparation.actions.first)
        #expect(
            action.fields.map { "\($0.name)=\($0.template.source)" } == [
                "language=echo-values", "body=a ${name} b ${bell.host} ${name} $${x}", "value.name=${name}",
                "value.bell.host=${bell.host}", "key.size=3",
            ])
        let filled = try action.fields[2].template.filled { _ in .string("'; drop table \"x\"") }
        #expect(filled == #""'; drop table \"x\"""#)
        #expect(try action.fields[1].template.filled { _ in .string("no") } == "a ${name} b ${bell.host} ${name} $${x}")
    }

    @Test func jsonIsCheckedAndEscaped() throws {
        let good = try #require(try prepare("{\"a\": \"x ${name}\"}", language: "echo-json").actions.first)
        let filled = try good.fields[1].template.filled { _ in .string("\"") }
        #expect(filled == "{\"a\": \"x \\\"\"}")
        #expect(try !prepare("{\"a\": ", language: "echo-json").diagnostics.isEmpty)
    }

    @Test(arguments: [("answer", true, Effect.read), ("Burn it", false, .destroy), ("Burn it", true, .read)])
    func effectsFollowTheManifest(text: String, isVerify: Bool, effect: Effect) throws {
        #expect(try prepare(text, isVerify: isVerify).actions.map(\.effect) == [effect])
    }

    @Test(arguments: [
        ("size", "4", "4"), ("color", "red", "\"red\""), ("loud", nil, "true"), ("loud", "false", "false"),
    ])
    func keysHaveTheirTypes(name: String, value: String?, json: String) throws {
        let preparation = try prepare("x", keys: [(name, value)])
        #expect(preparation.diagnostics == [])
        let field = preparation.actions.first?.fields.first { $0.name == "key.\(name)" }
        #expect(field?.template.source == json)
    }

    @Test(arguments: [
        ("size", "many", "`size` has an invalid value: `many` does not have the type integer"),
        ("size", "10", "`size` has an invalid value: it is more than 9"),
        ("size", nil, "`size` has an invalid value: it has no value"),
        ("color", "green", "`color` has an invalid value: it is not one of `red`, `blue`"),
    ])
    func keysThatDoNotFitAreRefused(name: String, value: String?, message: String) throws {
        let diagnostics = try prepare("x", keys: [(name, value)]).diagnostics
        #expect(diagnostics.map(\.code) == ["key/unfit"])
        #expect(diagnostics.map(\.message) == [message])
    }

    @Test func aLongTitleIsCutBetweenCharacters() throws {
        let title = try #require(try prepare(String(repeating: "ä", count: 200)).actions.first).title.source
        #expect(title == String(repeating: "ä", count: 60) + "…")
    }
}
