import RunbookTesting
import Testing

@testable import Files

/// Folders are listed in order, and what cannot be listed is empty.
struct FolderNamesTests {
    @Test func theyAreSorted() throws {
        let folder = try TestFolder()
        for name in ["b", ".a", "a"] { _ = try folder.write("", to: name) }
        #expect(FolderNames.sorted(in: folder.path) == [".a", "a", "b"])
    }

    @Test func aFolderThatIsNotThereHasNone() throws {
        #expect(FolderNames.sorted(in: try TestFolder().path + "/nowhere") == [])
    }
}
