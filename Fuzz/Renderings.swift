import OrderedJSON
import RunbookModel
import RunbookReport

/// What any diagnostic must look like, whatever text it quotes.
enum Renderings {
    static func promiseHarmless(_ diagnostics: [Diagnostic], _ source: SourceText) {
        let text = DiagnosticText(sources: [source.file: source], style: TerminalStyle(isColored: false))
            .text(diagnostics)
        let hasControls = text.unicodeScalars.contains {
            ($0.properties.generalCategory == .control && $0 != "\n") || (0x202A...0x202E).contains($0.value)
        }
        promise(!hasControls, "no control character reaches a terminal")
        let annotations = GitHubAnnotations.text(diagnostics).split(separator: "\n")
        promise(annotations.count == diagnostics.count, "an annotation is one line")
        _ = DiagnosticJSON.json(diagnostics).text(.pretty)
    }
}
