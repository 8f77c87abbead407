import RunbookModel
import RunbookTesting
import Testing

@testable import RunbookEnvironment

struct EnvironmentSearchTests {
    private let folder: TestFolder

    init() throws {
        folder = try TestFolder()
        _ = try folder.makeFolder("repository/.git")
        try folder.write("", to: "repository/environments/root.yaml")
        try folder.write("", to: "repository/environments/both.yaml")
        try folder.write("", to: "repository/books/deep/book.md")
        try folder.write("", to: "repository/books/deep/environments/beside.yaml")
        try folder.write("", to: "repository/books/deep/environments/both.yaml")
        try folder.write("", to: "repository/books/deep/environments/mine.yaml")
        try folder.write("", to: "repository/books/deep/environments/notes.txt")
        try folder.write("", to: "config/runbook/environments/mine.yaml")
    }

    private var search: EnvironmentSearch {
        EnvironmentSearch(
            runbook: folder.path + "/repository/books/deep/book.md",
            variables: ["XDG_CONFIG_HOME": folder.path + "/config"])
    }

    @Test(arguments: [
        ("mine", "config/runbook/environments/mine.yaml", EnvironmentOrigin.configuration),
        ("beside", "repository/books/deep/environments/beside.yaml", .repository),
        ("both", "repository/books/deep/environments/both.yaml", .repository),
        ("root", "repository/environments/root.yaml", .repository),
    ])
    func takesTheFirstOfTheFolders(name: String, file: String, origin: EnvironmentOrigin) throws {
        let found = try search.file(for: name)
        #expect(found.name == name)
        #expect(found.file == folder.path + "/" + file)
        #expect(found.path == folder.path + "/" + file)
        #expect(found.origin == origin)
    }

    @Test(arguments: ["./root", "/absolute/root.yaml", "root.yaml", "a/b", "../x.yaml"])
    func takesAPathAsItIs(text: String) throws {
        let found = try search.file(for: text)
        #expect(found.file == text)
        #expect(found.origin == .path)
        #expect(found.path.hasPrefix("/"))
    }

    @Test func listsEachNameOnceAsItWouldBeFound() {
        #expect(search.available.map(\.name) == ["mine", "beside", "both", "root"])
        #expect(search.available.map(\.origin) == [.configuration, .repository, .repository, .repository])
    }

    @Test func saysWhichEnvironmentsExistAndWhere() throws {
        let error = #expect(throws: EnvironmentProblems.self) { try search.file(for: "roto") }
        let problem = try #require(error?.diagnostics.first)
        #expect(problem.code == "environment/unknown")
        #expect(problem.message == "there is no environment `roto`")
        #expect(problem.help.count == 3)
        #expect(problem.help.first == "did you mean `root`?")
        for name in ["mine", "beside", "both", "root"] {
            #expect(problem.help[1].contains("`\(name)` (\(folder.path)/"))
        }
        for searched in search.folders { #expect(problem.help[2].contains(searched.path)) }
    }

    @Test func saysThatNoneExists() throws {
        let empty = try TestFolder()
        let search = EnvironmentSearch(runbook: empty.path + "/book.md", variables: [:])
        #expect(search.folders.map(\.path) == [empty.path + "/environments"])
        let error = #expect(throws: EnvironmentProblems.self) { try search.file(for: "staging") }
        #expect(error?.diagnostics.first?.help.first?.contains("there are no environment files yet") == true)
    }

    @Test(arguments: [
        (["XDG_CONFIG_HOME": "/c", "HOME": "/h"], "/c/runbook/environments"),
        (["XDG_CONFIG_HOME": "c", "HOME": "/h"], "/h/.config/runbook/environments"),
        (["XDG_CONFIG_HOME": "", "HOME": "/h"], "/h/.config/runbook/environments"),
        (["HOME": "/h"], "/h/.config/runbook/environments"),
    ])
    func followsTheBaseDirectories(variables: [String: String], folder: String) {
        let search = EnvironmentSearch(runbook: "/nowhere/book.md", variables: variables)
        #expect(search.folders.first == EnvironmentSearch.Folder(path: folder, origin: .configuration, root: nil))
    }

    @Test func aBookAtTheRootHasOneFolder() throws {
        let search = EnvironmentSearch(runbook: folder.path + "/repository/book.md", variables: [:])
        #expect(search.folders.map(\.path) == [folder.path + "/repository/environments"])
    }
}
