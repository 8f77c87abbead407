import Glibc
import RunbookExternal
import RunbookModel
import Testing
import ToolTesting

/// Where plugins come from, and which are refused.
@Suite(.serialized) struct PluginSearchTests {
    private let folder: TestFolder

    init() throws { folder = try TestFolder() }

    private func search(_ named: [String] = [], variables: [String: String] = [:]) -> PluginSearch.Result {
        let base = ["XDG_CONFIG_HOME": folder.file("config"), "HOME": folder.path]
        return PluginSearch(named: named, variables: base.merging(variables) { $1 }).search()
    }

    @Test func theThreePlacesAreLookedInto() throws {
        try EchoPlugin.write(into: folder, at: "named")
        try EchoPlugin.write(into: folder, at: "many/one")
        try EchoPlugin.write(into: folder, at: "many/two")
        try folder.write("no plugin", to: "many/three/README.md")
        try EchoPlugin.write(into: folder, at: "config/runbook/plugins/mine")
        let result = search(
            [folder.file("named")], variables: ["RUNBOOK_PLUGIN_PATH": "\(folder.file("many")):\(folder.file("named"))"]
        )
        #expect(result.diagnostics == [])
        #expect(
            result.folders.map(\.path) == [
                folder.file("named"), folder.file("many/one"), folder.file("many/two"),
                folder.file("config/runbook/plugins/mine"),
            ])
        #expect(result.folders.map(\.origin) == [.option, .variable, .variable, .configuration])
    }

    @Test func withoutXDGItIsTheHome() throws {
        try EchoPlugin.write(into: folder, at: ".config/runbook/plugins/mine")
        #expect(search(variables: ["XDG_CONFIG_HOME": "relative"]).folders.count == 1)
        #expect(PluginSearch(named: [], variables: ["HOME": "relative"]).search().folders.isEmpty)
    }

    @Test(arguments: ["plugins", "./plugins", "", ":", "../x"])
    func relativePathsAreNotLookedInto(path: String) throws {
        let result = search(variables: ["RUNBOOK_PLUGIN_PATH": path])
        #expect(result.folders.isEmpty)
        #expect(result.diagnostics.map(\.code) == (path.contains { $0 != ":" } ? ["plugin/relative-path"] : []))
    }

    @Test func whatIsNamedMustBeAPlugin() throws {
        try folder.write("", to: "empty/file")
        for name in ["empty", "nowhere"] {
            let result = search([folder.file(name)])
            #expect(result.diagnostics.map(\.code) == ["plugin/unreadable"])
            #expect(result.diagnostics.map(\.severity) == [.error])
        }
    }

    @Test func whatCannotBeUsedIsLeftOutWithAWarning() throws {
        try EchoPlugin.write(into: folder, at: "config/runbook/plugins/bad", manifest: "{}")
        try EchoPlugin.write(into: folder, at: "config/runbook/plugins/good")
        let result = search()
        #expect(result.folders.map(\.path) == [folder.file("config/runbook/plugins/good")])
        #expect(!result.diagnostics.isEmpty)
        #expect(result.diagnostics.allSatisfy { $0.severity == .warning && $0.code == "plugin/manifest" })
    }

    @Test func aManifestOfABuiltInHandlerIsPassedOverAmongOthers() throws {
        let builtIn = EchoPlugin.manifest.replacing("\"executable\": \"echo.sh\", ", with: "")
            .replacing("\"calls\": [\"perform\", \"examine\", \"probe\"],", with: "")
        try folder.write(builtIn, to: "many/console/plugin.json")
        #expect(search([folder.file("many")]).folders.isEmpty)
        #expect(search([folder.file("many")]).diagnostics == [])
        #expect(search([folder.file("many/console")]).diagnostics.map(\.code) == ["plugin/manifest"])
    }

    /// Makes something wrong with a plugin's folder.
    enum Harm: String, CaseIterable, Sendable {
        case noProgram, noRight, programIsALink, manifestIsALink, linkInside, writableFile, writableFolder, pipe

        var code: String {
            switch self {
            case .noProgram, .noRight: "plugin/executable"
            case .programIsALink, .manifestIsALink, .linkInside, .pipe: "plugin/link"
            case .writableFile, .writableFolder: "plugin/writable"
            }
        }

        func apply(_ path: String) {
            switch self {
            case .noProgram: unlink(path + "/echo.sh")
            case .noRight: chmod(path + "/echo.sh", 0o644)
            case .programIsALink:
                unlink(path + "/echo.sh")
                symlink("/bin/sh", path + "/echo.sh")
            case .manifestIsALink:
                rename(path + "/plugin.json", path + "/other.json")
                symlink("other.json", path + "/plugin.json")
            case .linkInside: symlink("/etc", path + "/data")
            case .writableFile: chmod(path + "/echo.sh", 0o777)
            case .writableFolder: chmod(path, 0o777)
            case .pipe: mkfifo(path + "/pipe", 0o600)
            }
        }
    }

    @Test(arguments: Harm.allCases)
    func harmIsFound(_ harm: Harm) throws {
        try EchoPlugin.write(into: folder)
        harm.apply(folder.file("echo"))
        let result = search([folder.file("echo")])
        #expect(result.folders.isEmpty)
        #expect(result.diagnostics.map(\.code) == [harm.code])
        #expect(result.diagnostics.allSatisfy { !$0.help.isEmpty })
    }

    @Test func aLinkInTheConfigurationIsRefused() throws {
        try EchoPlugin.write(into: folder, at: "checkout/echo")
        try folder.write("", to: "config/runbook/plugins/.keep")
        symlink(folder.file("checkout/echo"), folder.file("config/runbook/plugins/echo"))
        let result = search()
        #expect(result.folders.isEmpty)
        #expect(result.diagnostics.map(\.code) == ["plugin/link"])
        #expect(search([folder.file("config/runbook/plugins/echo")]).folders.count == 1)
    }

    // MARK: Trust

    private func trust() throws {
        let plugin = try PluginFolder(folder.file("echo"), origin: .trusted)
        var list = try TrustList(configuration: folder.file("config/runbook"))
        list.add(plugin.path, sha256: try #require(plugin.content.hash))
        try list.write()
    }

    @Test func whatWasAcceptedIsUsedUntilItChanges() throws {
        try EchoPlugin.write(into: folder)
        try trust()
        #expect(search().folders.map(\.origin) == [.trusted])
        var status = stat()
        #expect(stat(folder.file("config/runbook/trusted-plugins.json"), &status) == 0)
        #expect(status.st_mode & 0o777 == 0o600)
        let before = try #require(search().folders.first?.content.hash)
        try folder.write("more", to: "echo/data.txt")
        let result = search()
        #expect(result.folders.isEmpty)
        let problem = try #require(result.diagnostics.first)
        #expect(problem.code == "plugin/changed")
        #expect(problem.help.contains("accepted: sha256 \(before)"))
        let now = try #require(try PluginFolder(folder.file("echo"), origin: .option).content.hash)
        #expect(problem.help.contains("now:      sha256 \(now)"))
        try trust()
        #expect(search().folders.count == 1)
    }

    @Test func aChangeWhileARunGoesOnIsNoticed() async throws {
        try EchoPlugin.write(into: folder)
        try trust()
        let handler = ExternalHandler(try #require(search().folders.first), home: nil)
        func perform() async -> Outcome {
            await handler.perform(EchoPlugin.action("answer"), on: EchoPlugin.target, timeout: .seconds(20))
        }
        #expect(await perform().response != nil)
        try folder.write("#!/bin/sh\necho evil\n", to: "echo/echo.sh")
        let refusal = try #require(await perform().refusal)
        #expect(refusal.isPermanent)
        #expect(refusal.reason.contains("changed after the command started"))
    }

    @Test func theHashSeesNamesRightsAndContents() throws {
        try EchoPlugin.write(into: folder)
        try folder.write("a", to: "echo/lib/data")
        func hash() throws -> String? { try PluginFolder(folder.file("echo"), origin: .option).content.hash }
        var hashes = [try hash()]
        #expect(try hash() == hashes[0])
        chmod(folder.file("echo/lib/data"), 0o700)
        hashes.append(try hash())
        rename(folder.file("echo/lib/data"), folder.file("echo/lib/other"))
        hashes.append(try hash())
        try folder.write("b", to: "echo/lib/other")
        hashes.append(try hash())
        #expect(Set(hashes).count == 4)
        #expect(!hashes.contains(nil))
    }

    @Test func aBrokenListIsToldAndNotUsed() throws {
        try folder.write("rubbish", to: "config/runbook/trusted-plugins.json")
        #expect(search().diagnostics.map(\.code) == ["plugin/unreadable"])
    }

    @Test func aListIsChangedByNoOtherFolder() throws {
        try EchoPlugin.write(into: folder)
        try trust()
        var list = try TrustList(configuration: folder.file("config/runbook"))
        list.remove(folder.file("other"))
        #expect(list.entries.count == 1)
        list.remove(folder.file("echo"))
        try list.write()
        #expect(search().folders.isEmpty)
    }
}
