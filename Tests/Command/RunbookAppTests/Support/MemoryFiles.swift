import RunbookModel

@testable import RunbookApp

/// Files in memory, by their real paths; names are not resolved further than `../`.
struct MemoryFiles: NamedFiles {
    var texts: [String: String] = [:]

    func root(of document: String) -> String { "/" }

    func read(
        _ name: String, from document: (file: String, path: String), inside root: String
    ) throws(NamedFileFailure) -> NamedFile {
        let path = "/" + name
        guard let text = texts[path] else { throw NamedFileFailure("no such file or directory") }
        return NamedFile(source: SourceText(file: name, text: text), path: path)
    }
}
