import RunbookApp
import RunbookRun

/// The text with which a run continues, and what is adopted with it.
struct ResumedText {
    /// Which text counts when the document was edited.
    enum Choice {
        /// A person is asked, where there is one.
        case ask
        /// The one that the run began with.
        case recorded
        /// The new one.
        case adopted
    }

    /// The document.
    let document: RunnableDocument
    /// What a person said about single steps, when an edited text is taken over; nil when it is not.
    var decisions: [RunEvent]?
    /// The former identities of steps that the new text calls otherwise, by the new ones.
    var moved: [String: String] = [:]
}
