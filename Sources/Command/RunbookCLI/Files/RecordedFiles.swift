import RunbookApp
import RunbookModel
import RunbookRun
import RunbookStore

/// The documents that a run included as they were when it began, whatever became of the files since.
struct RecordedFiles: NamedFiles {
    private let documents: [RunStart.Document]
    private let texts: [String: String]

    /// Reads the texts that the store kept.
    init(of start: RunStart, in store: RunStore) async throws {
        documents = start.documents
        var texts: [String: String] = [:]
        for document in start.documents where document.inclusion != nil {
            texts[document.sha256] = try await store.text(sha256: document.sha256)
        }
        self.texts = texts
    }

    func root(of document: String) -> String { "/" }

    func read(
        _ name: String, from document: (file: String, path: String), inside root: String
    ) throws(NamedFileFailure) -> NamedFile {
        let kept = documents.first { other in
            guard let inclusion = other.inclusion, inclusion.name == name else { return false }
            return documents.indices.contains(inclusion.document)
                && documents[inclusion.document].path == document.path
        }
        guard let kept, let text = texts[kept.sha256] else {
            throw NamedFileFailure("the journal does not hold its text")
        }
        return NamedFile(source: SourceText(file: kept.file, text: text), path: kept.path)
    }
}
