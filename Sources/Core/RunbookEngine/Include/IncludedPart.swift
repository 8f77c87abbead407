package import RunbookModel

/// A document, or a section of one, that an include runs: read and parsed, and bound together with what includes it.
package struct IncludedPart: Sendable {
    /// The document, with the steps of the section alone.
    package let runbook: Runbook
    /// Its real path.
    package let path: String
    /// The path by which the include names it.
    package let name: String
    /// The position among its sections of the one that is run; nil for all of it.
    package let section: Int?
    /// What its own includes run, by the position of the step.
    package let parts: [Int: IncludedPart]

    /// Makes a part.
    package init(runbook: Runbook, path: String, name: String, section: Int?, parts: [Int: IncludedPart]) {
        self.runbook = runbook
        self.path = path
        self.name = name
        self.section = section
        self.parts = parts
    }
}
