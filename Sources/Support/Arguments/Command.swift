/// A command of a program: declared once, from which parsing, help and usage errors follow.
///
/// A command is either a group of other commands or does something itself:
///
/// ```swift
/// Command("runbook", "Run annotated Markdown.", version: "runbook 1.0", commands: [
///     Command("exec", "Run a runbook.") { d in
///         let file = d.argument("FILE", help: "the runbook")
///         let yes = d.flag("yes", "y", help: "answer every confirmation with yes")
///         return { a in try await execute(a[file], yes: a[yes]) }
///     }
/// ])
/// ```
///
/// The conventions are GNU's (`--name=value`, `--name value`, `-abc`, `-nVALUE`, `--`, options anywhere), except that
/// names are never abbreviated: a script must not change its meaning when an option is added.
package struct Command: Sendable {
    /// What a command does once its arguments are read: it returns the exit status of the process.
    package typealias Action = @Sendable (ArgumentValues) async throws -> Int32

    /// Declares the arguments of a command and returns what reads them; called only when the command was chosen.
    package typealias Body = @Sendable (inout ArgumentDeclaration) -> Action

    /// What is behind a command's name.
    enum Content: Sendable {
        case action(Body)
        case group([Command])
    }

    /// The word that chooses the command.
    package let name: String
    /// One sentence that says what it does.
    package let abstract: String
    /// What help says at its end: paragraphs that are wrapped, and indented lines, such as examples, that are kept.
    package let discussion: String
    /// Whether help and suggestions leave the command out.
    package let isHidden: Bool
    /// What `--version` says; only the outermost command has one.
    package let version: String?
    /// What people call the commands of a group who come from other tools, for suggestions.
    let synonyms: [String: String]
    let content: Content

    /// Makes a command that does something itself.
    package init(
        _ name: String, _ abstract: String, discussion: String = "", isHidden: Bool = false, version: String? = nil,
        _ body: @escaping Body
    ) {
        self.name = name
        self.abstract = abstract
        self.discussion = discussion
        self.isHidden = isHidden
        self.version = version
        synonyms = [:]
        content = .action(body)
    }

    /// Makes a command that consists of others.
    package init(
        _ name: String, _ abstract: String, discussion: String = "", isHidden: Bool = false, version: String? = nil,
        synonyms: [String: String] = [:], commands: [Command]
    ) {
        self.synonyms = synonyms
        self.name = name
        self.abstract = abstract
        self.discussion = discussion
        self.isHidden = isHidden
        self.version = version
        content = .group(commands)
    }

    /// The commands of a group that may be shown, in the order of their declaration; none for a command that acts.
    package var visibleCommands: [Command] {
        if case .group(let commands) = content { commands.filter { !$0.isHidden } } else { [] }
    }
}
