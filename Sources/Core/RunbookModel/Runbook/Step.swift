/// One thing to do, as its author wrote it: a block with the role `run` or `verify`, or a task item.
public struct Step: Sendable {
    /// What is done.
    public enum Role: String, Sendable, Hashable {
        /// A block that is done once.
        case run
        /// A read that must pass.
        case verify
        /// Something a person does.
        case manual
        /// Another runbook, or a section of one, that is run in its place.
        case include
        /// A block that takes other steps back; a run does not include it.
        case undo
    }

    /// A step that is taken back.
    public enum Undone: Sendable, Hashable {
        /// The one at this position in `Runbook.steps`.
        case step(Int)
        /// The one with this id.
        case named(Located<String>)
    }

    /// What is done.
    public var role: Role
    /// The explicit id.
    public var id: Located<String>?
    /// The first sentence of the nearest paragraph before it, else the heading; at most 120 characters.
    public var title: Template
    /// The paragraphs that lead to it, as Markdown; what is shown while it runs, and the whole text of a manual step.
    public var prose: Template
    /// The author's item number, with a letter when an item holds several steps; nil outside numbered lists.
    public var number: String?
    /// The index into `Runbook.sections`; nil before the first heading.
    public var section: Int?
    /// An identifier of the list item or section body that holds it; what belongs to it is in the same one.
    public var container: Int
    /// The fence, or the item's first line.
    public var span: SourceSpan
    /// The fence's language and content; nil for a manual step.
    public var block: Block?
    /// Its keys: first its own, then what items and headings around it say, the nearest first.
    public var keys: StepKeys
    /// What is asked of the response, in the order of the text.
    public var checks: [Check]
    /// The index into `Runbook.steps` of the manual step whose item holds this `verify`.
    public var manualStep: Int?
    /// What is run in the place of an include; nil for every other step.
    public var include: Include?
    /// The parameter that a person gives its value here; nil for every other step.
    public var input: Located<String>?
    /// The steps that it takes back; none for a step of the run itself.
    public var undoes: [Undone] = []

    /// A fence's language and content.
    public struct Block: Sendable {
        /// The first word of the info string.
        public var language: Located<String>
        /// The content.
        public var text: BlockText

        /// Makes a block.
        public init(language: Located<String>, text: BlockText) {
            self.language = language
            self.text = text
        }
    }

    /// Makes a step.
    public init(
        role: Role, id: Located<String>? = nil, title: Template, prose: Template, number: String?, section: Int?,
        container: Int, span: SourceSpan, block: Block?, keys: StepKeys, checks: [Check] = [], manualStep: Int? = nil,
        include: Include? = nil
    ) {
        self.include = include
        self.role = role
        self.id = id
        self.title = title
        self.prose = prose
        self.number = number
        self.section = section
        self.container = container
        self.span = span
        self.block = block
        self.keys = keys
        self.checks = checks
        self.manualStep = manualStep
    }
}
