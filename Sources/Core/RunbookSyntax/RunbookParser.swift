package import RunbookModel

/// Reads Markdown as a runbook (docs/format.md).
///
/// The structure comes from libcmark's tree alone; the lines of the file are only read for what the tree does not keep:
/// the exact text and columns of info strings, comments and prose. Time and memory are linear in the file's size.
package enum RunbookParser {
    /// Reads a file, and says everything that is wrong with it by itself.
    ///
    /// Names are not resolved, bodies of `run` and `verify` are not looked into and filters are not compiled here.
    package static func parse(_ source: SourceText) -> ParseResult {
        if let problem = source.encodingProblem {
            return ParseResult(runbook: nil, diagnostics: [problem], executableFences: 0)
        }
        let frontMatter = FrontMatter(of: source)
        let events = MarkdownReader.events(of: FrontMatter.blanked(source, frontMatter))
        let fences = DocumentFences(events, of: source)
        guard let fence = fences.declarations.first else {
            return ParseResult(
                runbook: nil, diagnostics: fences.hints + lostDeclarations(source, events, fences, frontMatter),
                executableFences: fences.executableFences)
        }
        let (declaration, problems) = DeclarationReader.read(fence)
        var walk = DocumentWalk(source: source, fences: fences)
        walk.tellSwallowed(frontMatter)
        walk.walk(events)
        var diagnostics = problems + walk.diagnostics
        for other in fences.declarations.dropFirst() {
            diagnostics.append(
                Diagnostic(
                    "declaration/duplicate", .error, "this document already has a fence `yaml runbook`", at: other.span,
                    help: "move its content to the first one",
                    related: [Diagnostic.Related(span: fence.span, message: "the first one is here")]))
        }
        let runbook = declaration.map { declaration in
            Runbook(
                source: source, title: walk.title ?? frontMatter?.title ?? RunbookParser.name(of: source.file),
                declaration: declaration, sections: walk.sections, steps: walk.steps, undos: walk.undos,
                troubleshooting: walk.troubleshooting)
        }
        return ParseResult(
            runbook: runbook, diagnostics: diagnostics.inOrder, executableFences: fences.executableFences)
    }

    /// What is to be said of declarations that Markdown reads as a part of something else.
    private static func lostDeclarations(
        _ source: SourceText, _ events: [MarkdownEvent], _ fences: DocumentFences, _ frontMatter: FrontMatter?
    ) -> [Diagnostic] {
        let lines = Set(fences.swallowed.filter(\.isDeclaration).map(\.line))
        if lines.isEmpty { return [] }
        var walk = DocumentWalk(source: source, fences: fences)
        walk.tellSwallowed(frontMatter)
        walk.walk(events)
        return walk.diagnostics.filter { $0.code == "fence/swallowed" && lines.contains($0.span?.start.line ?? 0) }
    }

    /// The name of a file without its folder and ending.
    private static func name(of path: String) -> String {
        let name = path.split(separator: "/").last.map(String.init) ?? path
        return name.hasSuffix(".md") ? String(name.dropLast(3)) : name
    }
}
