import Arguments
import OrderedJSON
import RunbookApp
import RunbookEngine
import RunbookModel
import RunbookReport
import Terminal

/// `runbook check FILE...`: what is wrong with documents, without touching anything.
struct CheckCommand {
    /// How it writes the problems that it finds.
    enum Format: String, CaseIterable, ArgumentValue {
        /// For people.
        case text
        /// For programs.
        case json
        /// As annotations of GitHub Actions.
        case github
    }

    static func command(_ context: CommandContext) -> Command {
        Command(
            "check", "find mistakes in runbooks",
            discussion: """
                Check contacts no target and runs no step. Of a folder it checks all Markdown files; `-` is standard
                input. With --format github the problems appear beside the lines
                of a pull request:
                  runbook check runbooks/*.md
                  runbook check --strict --format github runbooks/*.md
                """
        ) { d in
            let files = d.arguments("FILE", help: "a runbook, another Markdown file, or a folder of them")
            let strict = d.flag("strict", help: "treat warnings and hints as errors")
            let format = d.option("format", nil, "FORMAT", default: Format.text, help: "output format")
            let plugins = PluginOption.declare(&d)
            return { a in
                let context = try context.with(plugins: a[plugins])
                return await CheckCommand(context: context, isStrict: a[strict], format: a[format]).run(a[files])
            }
        }
    }

    let context: CommandContext
    let isStrict: Bool
    let format: Format

    private func run(_ files: [String]) async -> Int32 {
        let check = context.check
        var found: [Diagnostic] = []
        var sources: [SourceText] = []
        var status = ExitStatus.done
        for file in files.flatMap(MarkdownFiles.files) {
            let (diagnostics, read) = await problems(of: file, check: check)
            found += diagnostics
            sources += read
            if diagnostics.contains(where: { $0.severity == .error || isStrict }) { status = ExitStatus.invalid }
        }
        switch format {
        case .json: context.result.verbatimLine(DiagnosticJSON.json(found).text(.pretty))
        case .github: context.result.verbatim(GitHubAnnotations.text(found))
        case .text: show(found, sources: sources)
        }
        return status
    }

    private func problems(of file: String, check: DocumentCheck) async -> ([Diagnostic], [SourceText]) {
        let source: SourceText
        do {
            source = try DocumentFile.read(file)
        } catch {
            return ([error], [])
        }
        let document = await check.check(source, at: DocumentFile.realPath(file))
        if let runnable = RunnableDocument(document) {
            let fixture = await FixtureFile.problems(of: runnable, at: DocumentFile.realPath(file), context: context)
            let problems = document.diagnostics + fixture.diagnostics
            if format == .text, problems.isEmpty { context.result.line(success(of: runnable, file)) }
            return (problems, runnable.sources + fixture.sources)
        }
        if document.isRunbook { return (document.diagnostics, document.binding?.all.map(\.runbook.source) ?? [source]) }
        let name = VisibleText.visible(file)
        if format == .text { context.result.line("\(name): not a runbook") }
        guard document.executableFences > 0 else { return ([], [source]) }
        let count = document.executableFences
        let hint = Diagnostic(
            "document/no-runbook", .hint,
            "\(count) \(count == 1 ? "fence looks" : "fences look") executable, but the document is not a runbook",
            at: source.span(0..<0), help: "to make it a runbook, declare its targets in a fence `yaml runbook`")
        return ([hint], [source])
    }

    /// That nothing is wrong with a runbook, and what was looked at.
    private func success(of document: RunnableDocument, _ file: String) -> String {
        let steps = document.binding.steps.count
        let count = steps == 1 ? "1 step" : "\(steps) steps"
        return "\(VisibleText.visible(file)): no problems, \(count)"
    }

    private func show(_ diagnostics: [Diagnostic], sources: [SourceText]) {
        if diagnostics.isEmpty { return }
        let appearance = Appearance(of: .output, environment: context.variables)
        let text = DiagnosticText(
            sources: Dictionary(sources.map { ($0.file, $0) }) { first, _ in first },
            style: TerminalStyle(isColored: appearance.usesColor),
            columns: context.result.columns)
        context.result.write(text.text(diagnostics))
        guard let summary = DiagnosticText.summary(diagnostics),
            Appearance(of: .error, environment: context.variables).isTerminal
        else { return }
        // Once and only to a person: in a log the codes themselves are enough.
        let gravest = diagnostics.first { $0.severity == .error } ?? diagnostics[0]
        context.messages.line("\n\(summary); to see what a code means: runbook explain \(gravest.code)")
    }
}
