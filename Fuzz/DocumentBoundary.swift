import AlicloudHandler
import ConsoleHandler
import CurlHandler
import RunbookEngine
import RunbookModel
import RunbookReport
import RunbookSyntax
import ShellHandler

enum DocumentBoundary {
    private static let registry = HandlerRegistry([
        ConsoleHandler(), CurlHandler(), ShellHandler(variables: [:]), AlicloudHandler(clock: { 0 }, profiles: { nil }),
    ])

    static func feed(_ bytes: [UInt8]) {
        let source = SourceText(file: "fuzz.md", bytes: bytes)
        let parsed = RunbookParser.parse(source)
        var diagnostics = parsed.diagnostics
        if let runbook = parsed.runbook {
            let binding = Binder.bind(runbook, to: registry)
            diagnostics += binding.diagnostics
            let identities = binding.steps.map(\.id)
            promise(
                Set(identities).count == identities.count || diagnostics.contains { $0.severity == .error },
                "each step has an identity of its own")
        }
        for diagnostic in diagnostics {
            guard let span = diagnostic.span else { continue }
            promise(span.start <= span.end, "a span begins before it ends: \(diagnostic)")
            promise(span.end.offset <= bytes.count, "a span lies in the file: \(diagnostic)")
        }
        Renderings.promiseHarmless(diagnostics, source)
    }
}
