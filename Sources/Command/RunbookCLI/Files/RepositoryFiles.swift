import Files
import RunbookApp
import RunbookModel

/// Reads what documents name by their paths: regular files inside the document's repository, links followed.
struct RepositoryFiles: NamedFiles {
    func root(of document: String) -> String {
        let folder = RepositoryFiles.folder(of: document)
        let above = folder.count > 1 ? String(folder.dropLast()) : folder
        return Checkout.root(above: above) ?? above
    }

    func read(
        _ name: String, from document: (file: String, path: String), inside root: String
    ) throws(NamedFileFailure) -> NamedFile {
        // Seen from the working directory, as the document itself is.
        let file = RepositoryFiles.folder(of: document.file) + name
        do throws(FileFailure) {
            let reader = try FileReader(RepositoryFiles.folder(of: document.path) + name, .inside(root))
            let bytes = try reader.bytes(limit: DocumentFile.limit)
            return NamedFile(source: SourceText(file: file, bytes: bytes), path: reader.path)
        } catch {
            throw NamedFileFailure(error.reason)
        }
    }

    /// The folder of a path with a slash at its end; empty for the working directory.
    private static func folder(of path: String) -> String {
        path.lastIndex(of: "/").map { String(path[...$0]) } ?? ""
    }
}
