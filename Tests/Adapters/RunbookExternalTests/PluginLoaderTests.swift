import ConsoleHandler
import RunbookExternal
import RunbookModel
import RunbookPlugin
import Testing
import ToolTesting

/// A plugin takes nothing from another handler.
@Suite struct PluginLoaderTests {
    private func load(_ manifests: [String], origin: PluginOrigin = .configuration) throws -> PluginLoader.Result {
        let folder = try TestFolder()
        let folders = try manifests.enumerated().map { index, manifest in
            try EchoPlugin.write(into: folder, at: "p\(index)", manifest: manifest)
            return try PluginFolder(folder.file("p\(index)"), origin: origin)
        }
        return PluginLoader(builtIn: [ConsoleHandler.manifest], home: nil)
            .load(folders)
    }

    private static let other = EchoPlugin.manifest.replacing("\"echo\"", with: "\"other\"")
        .replacing("echo-", with: "other-")

    @Test func differentOnesAreLoadedInOrder() throws {
        let result = try load([EchoPlugin.manifest, Self.other])
        #expect(result.handlers.map(\.manifest.name) == ["echo", "other"])
        #expect(result.diagnostics == [])
    }

    @Test(arguments: [
        (
            "\"name\": \"echo\", \"version\"", "\"name\": \"console\", \"version\"",
            "its name `console` is already used by a plugin"
        ),
        (
            "{ \"name\": \"echo\", \"target_kind\": \"echo\", \"body\": \"text\" }",
            "{ \"name\": \"console\", \"target_kind\": \"elasticsearch\", \"body\": \"text\" }, "
                + "{ \"name\": \"echo\", \"target_kind\": \"echo\", \"body\": \"text\" }",
            "`console` blocks for `elasticsearch` belong to `console` which is built in"
        ),
        (
            "{ \"name\": \"echo\", \"properties\"", "{ \"name\": \"elasticsearch\", \"properties\"",
            "targets of the kind `elasticsearch` belong to `console`"
        ),
    ])
    func nothingIsTakenFromBuiltInHandlers(old: String, new: String, message: String) throws {
        let result = try load([EchoPlugin.manifest.replacing(old, with: new)])
        #expect(result.handlers.isEmpty)
        #expect(result.diagnostics.map(\.code) == ["plugin/taken"])
        #expect(result.diagnostics.first?.message.contains(message) == true, "\(result.diagnostics)")
        #expect(result.diagnostics.first?.severity == .warning)
    }

    @Test func ofTwoWithOneNameTheFirstIsUsed() throws {
        let result = try load([EchoPlugin.manifest, EchoPlugin.manifest], origin: .option)
        #expect(result.handlers.count == 1)
        #expect(result.diagnostics.map(\.code) == ["plugin/taken"])
        #expect(result.diagnostics.first?.severity == .error)
    }

    @Test func theCodeHashIsThatOfTheFolder() throws {
        let plugin = try EchoPlugin()
        #expect(plugin.handler.codeHash?.count == 64)
        #expect(plugin.handler.codeHash == plugin.handler.folder.content.hash)
    }
}
