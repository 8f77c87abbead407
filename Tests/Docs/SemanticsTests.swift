import RunbookModel
import RunbookRun
import Testing

/// `docs/semantics.md` names what the model has.
struct SemanticsTests {
    private let page = Page("docs/semantics.md")

    /// The code spans of the first cells of the rows of a section's tables.
    private func firstCells(of section: String) -> Set<String> {
        var isInside = false
        var cells: Set<String> = []
        for line in page.prose {
            if line.hasPrefix("## ") { isInside = line == "## \(section)" }
            guard isInside, line.hasPrefix("| `"), let cell = line.split(separator: "|").first else { continue }
            cells.formUnion(String(cell).matches(of: /`([^`]+)`/).map { String($0.output.1) })
        }
        return cells
    }

    @Test func itsStatesAreTheModels() {
        #expect(firstCells(of: "States") == Set(StepState.allCases.map(\.rawValue)))
        for phase in RunPhase.allCases { #expect(page.codeSpans.contains(phase.rawValue)) }
    }

    @Test func itsEffectsAreTheModels() {
        #expect(firstCells(of: "Effects of console requests") == Set(Effect.allCases.map(\.rawValue)))
    }

    /// Comments in the sources refer to sections by their names.
    @Test func itHasTheSectionsThatTheSourcesName() {
        let headings = page.prose.filter { $0.hasPrefix("## ") }
        let named = SourceFiles.all.flatMap { file in
            file.text.matches(of: /semantics(?:\.md`)?, "([^"]+)"/).map {
                (file: file.path, section: String($0.output.1))
            }
        }
        #expect(named.count > 10)
        for (file, section) in named {
            #expect(headings.contains { $0.hasPrefix("## \(section)") }, "\(file): \(section)")
        }
    }
}
