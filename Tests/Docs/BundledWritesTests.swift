import AlicloudHandler
import ConsoleHandler
import CurlHandler
import Foundation
import RunbookEngine
import RunbookModel
import RunbookSyntax
import ShellHandler
import Testing

/// After a crash no bundled runbook needs a person: each request that acts can be repeated, or its step's check tells
/// what became of it (semantics, "In doubt").
struct BundledWritesTests {
    private static let registry = HandlerRegistry([
        ConsoleHandler(), CurlHandler(), ShellHandler(variables: [:]),
        AlicloudHandler(clock: { 0 }, profiles: { nil }),
    ])

    static let files =
        (try? FileManager.default.contentsOfDirectory(atPath: Page.root.path + "/runbooks"))?
        .filter { $0.hasSuffix(".md") }.sorted() ?? []

    @Test(arguments: files)
    func eachCanBeSettled(file: String) throws {
        let source = SourceText(file: file, text: Page("runbooks/" + file).text)
        let runbook = try #require(RunbookParser.parse(source).runbook)
        let binding = Binder.bind(runbook, to: Self.registry)
        #expect(binding.isRunnable)
        for step in binding.steps where step.step.role == .run && step.effect > .read {
            let once = step.actions.indices.filter { step.actions[$0].effect > .read && !step.actions[$0].isRepeatable }
            if once.isEmpty { continue }
            #expect(once == [step.actions.count - 1], "\(file), `\(step.id)`: only the last request can be settled")
            let check = step.unless.map { binding.steps[$0] }
            #expect(check != nil, "\(file), `\(step.id)`: nothing tells whether it was done; add `unless`")
            if let check {
                #expect(check.targets == step.targets, "\(file), `\(step.id)`: its check looks at another target")
            }
        }
    }

    @Test func thereAreSome() { #expect(Self.files.count > 2) }
}
