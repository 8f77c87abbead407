/// A document that can be executed, as its author wrote it: the result of parsing, before anything is resolved.
public struct Runbook: Sendable {
    /// The file and its text.
    public let source: SourceText
    /// The first level-1 heading; without one the front matter's `title`, else the file's name.
    public let title: String
    /// What the fence `yaml runbook` declares.
    public let declaration: Declaration
    /// The headings in document order.
    public let sections: [Section]
    /// The steps in document order.
    public let steps: [Step]
    /// What takes steps back, in document order: blocks with the role `undo`, and task items.
    public let undos: [Step]
    /// The sections that find causes, in document order.
    public let troubleshooting: [Troubleshooting]
    /// Whether it is a section of a document, and steps that others of it name may be missing.
    public let isPart: Bool

    /// Makes a runbook.
    public init(
        source: SourceText, title: String, declaration: Declaration, sections: [Section], steps: [Step],
        undos: [Step] = [], troubleshooting: [Troubleshooting] = [], isPart: Bool = false
    ) {
        self.isPart = isPart
        self.undos = undos
        self.troubleshooting = troubleshooting
        self.source = source
        self.title = title
        self.declaration = declaration
        self.sections = sections
        self.steps = steps
    }
}
