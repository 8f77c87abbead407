import RunbookModel

/// A container that the walk is in: the body of a section, a list, an item or a quotation.
struct Frame {
    /// What it is.
    enum Kind: Equatable {
        /// What is between two headings, outside lists.
        case body
        /// A list; of a numbered one the number of its next item.
        case list(next: Int?)
        /// An item of a list.
        case item
        /// A quotation.
        case quote
    }

    /// What becomes of the blocks in it.
    enum Mode: Equatable {
        /// They are steps.
        case normal
        /// They are in a task item: only `verify` blocks count, for the manual step of this index.
        case manual(Int)
        /// They are shown as a part of a manual step.
        case shown
        /// They do not belong to the run.
        case excluded
        /// They take steps back.
        case undoing
        /// They are shown as a part of the task item of this index, which takes steps back.
        case undoItem(Int)
        /// They find causes, for the section of this index.
        case troubleshooting(Int)

        /// Whether its paragraphs lead to steps.
        var leadsToSteps: Bool {
            switch self {
            case .normal, .undoing, .troubleshooting: true
            case .manual, .shown, .excluded, .undoItem: false
            }
        }
    }

    /// What checks belong to.
    enum Acting: Equatable {
        /// There was no block yet.
        case nothing
        /// The step of this index.
        case step(Int)
        /// What takes steps back, of this index.
        case undo(Int)
        /// What finds a cause: the section and the item.
        case check(Int, Int)
        /// A block that is not a step.
        case other
    }

    var kind: Kind
    /// Its identifier, unique in the document.
    let container: Int
    var mode: Mode
    /// The first line and column.
    let line: Int
    let column: Int
    /// Where its content begins, behind the mark of a list.
    var content: SourcePosition?
    /// The author's number of the nearest numbered item, with those around it: `3`, `3.1`.
    var number: String?
    /// The container of that item.
    var numberedItem: Int?
    /// What its directives say.
    var given = GivenKeys()
    var acting = Acting.nothing
    /// The last `run` block.
    var lastRun: Int?
    /// Whether it is a task item that takes steps back.
    var isUndoItem = false
    /// The manual step that it is.
    var manualStep: Int?
    /// The title that its nearest paragraph gives.
    var title: Template?
    /// Whether its last paragraph leads to something, and ends with a colon.
    var leads = false
    /// Where its first link to a Markdown file leads to.
    var link: Located<String>?
    /// The paragraphs around an alternative, which lead to the next one as well.
    var outerProse: [(container: Int, text: Template)]?
    /// Whether nothing but its beginning was met.
    var isAtStart = true
    /// Whether a step is in it, other than itself.
    var hasSteps = false
    /// The first directive that gives it keys or makes a manual step of it; nil when what it says is wrong anyway.
    var directive: SourceSpan?

    /// Whether a check here would belong to a block.
    var takesChecks: Bool { acting != .nothing && acting != .other }

    init(_ kind: Kind, container: Int, mode: Mode, line: Int, column: Int) {
        self.kind = kind
        self.container = container
        self.mode = mode
        self.line = line
        self.column = column
    }
}
