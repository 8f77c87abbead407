import RunbookEngine
import RunbookModel
import RunbookSyntax

/// Reads the documents that a runbook includes, and those that they include (semantics, "Include").
struct IncludeReader {
    /// The deepest nesting.
    static let depth = 8
    /// The most documents that one runbook includes in all: a few that include each other twice would make too many.
    static let most = 200

    private let files: any NamedFiles
    private let root: String
    private var count = 0
    private(set) var diagnostics: [Diagnostic] = []

    /// Makes a reader for a document at a real path.
    init(_ files: any NamedFiles, for path: String) {
        self.files = files
        root = files.root(of: path)
    }

    /// What the includes of a runbook run, by the position of the step; one that cannot be used is missing, and told.
    ///
    /// - Parameters:
    ///   - path: The real path of the runbook.
    ///   - chain: The real paths of those that include it, the first one first.
    mutating func parts(of runbook: Runbook, at path: String, below chain: [String] = []) -> [Int: IncludedPart] {
        var parts: [Int: IncludedPart] = [:]
        for (index, step) in runbook.steps.enumerated() {
            guard let include = step.include else { continue }
            parts[index] = part(include, of: runbook, at: path, below: chain)
        }
        return parts
    }

    private mutating func part(
        _ include: Include, of runbook: Runbook, at path: String, below chain: [String]
    ) -> IncludedPart? {
        let name = VisibleText.visible(include.file.value)
        let span = include.file.span
        if include.file.value.hasPrefix("/") {
            report("include/unreadable", "the path of an included document is relative to this document", at: span) {
                "write a relative path, such as `[name](parts/name.md)`"
            }
            return nil
        }
        let file: NamedFile
        do throws(NamedFileFailure) {
            file = try files.read(include.file.value, from: (runbook.source.file, path), inside: root)
        } catch {
            report("include/unreadable", "cannot read `\(name)`: \(VisibleText.visible(error.reason))", at: span) {
                "the path is relative to the folder of this document, and must stay inside its repository"
            }
            return nil
        }
        if (chain + [path]).contains(file.path) {
            report("include/cycle", "`\(name)` includes this document", at: span) {
                "move the common steps to a document of their own"
            }
            return nil
        }
        if chain.count + 1 > IncludeReader.depth {
            report(
                "include/depth", "documents include each other more than \(IncludeReader.depth) levels deep", at: span
            ) {
                "include the document that you need directly"
            }
            return nil
        }
        count += 1
        if count > IncludeReader.most {
            if count == IncludeReader.most + 1 {
                report("include/depth", "more than \(IncludeReader.most) documents are included", at: span) {
                    "include fewer documents"
                }
            }
            return nil
        }
        guard let (included, section) = part(file.source, include, name: name) else { return nil }
        let parts = parts(of: included, at: file.path, below: chain + [path])
        return IncludedPart(
            runbook: included, path: file.path, name: include.file.value, section: section, parts: parts)
    }

    /// The runbook of a file, or the part of it that the link names.
    private mutating func part(
        _ source: SourceText, _ include: Include, name: String
    ) -> (Runbook, section: Int?)? {
        let parsed = RunbookParser.parse(source)
        let problems = parsed.diagnostics.filter { $0.severity == .error || $0.preventsRun }
        guard let runbook = parsed.runbook, problems.isEmpty else {
            let isRunbook = !problems.isEmpty
            let related = problems.prefix(5).compactMap { problem in
                problem.span.map { Diagnostic.Related(span: $0, message: problem.message) }
            }
            report(
                "include/unusable", isRunbook ? "`\(name)` has errors" : "`\(name)` is not a runbook",
                at: include.file.span, related: related
            ) {
                isRunbook
                    ? "see `runbook check \(VisibleText.visible(source.file))`"
                    : "declare its targets in a fence `yaml runbook`"
            }
            return nil
        }
        let warnings = parsed.diagnostics.filter { $0.severity == .warning }
        guard let fragment = include.fragment else {
            diagnostics += warnings
            return (runbook, nil)
        }
        guard let section = runbook.sections.firstIndex(where: { $0.slug == fragment }) else {
            let slugs = runbook.sections.map(\.slug)
            report(
                "include/no-section", "`\(name)` has no section `#\(VisibleText.visible(fragment))`",
                at: include.file.span
            ) {
                Suggestion.help(for: fragment, among: slugs, noun: "section")
            }
            return nil
        }
        let lines = runbook.lines(of: section)
        diagnostics += warnings.filter { $0.span.map { lines.contains($0.start.line) } ?? true }
        return (runbook.part(section), section)
    }

    private mutating func report(
        _ code: String, _ message: String, at span: SourceSpan, related: [Diagnostic.Related] = [],
        help: () -> String
    ) {
        diagnostics.append(Diagnostic(code, .error, message, at: span, help: help(), related: related))
    }
}
