internal import Glibc
import Processes
import RunbookApp
import RunbookEngine
import RunbookFilters
import RunbookModel
import RunbookReport
import RunbookRun
import RunbookStore
import Terminal

/// What the commands know of the process they run in.
struct CommandContext: Sendable {
    /// The process's environment.
    let variables: [String: String]
    /// The secrets that this process holds; everything that it says goes through their masker.
    let secrets: SecretLedger
    /// Where the result goes.
    let result: TextOutput
    /// Where messages for people go.
    let messages: TextOutput
    /// What the command was given of stores and plugins.
    private let sharedPlace = SharedPlace()
    /// The way to start this program again.
    let executable = "/proc/self/exe"
    /// The handlers: those that are built in, and the plugins that a command was given.
    var registry: HandlerRegistry
    /// What evaluates filters.
    let expressions: any Expressions

    /// What checks documents; those that they include are read from their repository.
    var check: DocumentCheck { check(of: RepositoryFiles()) }

    /// What checks documents.
    ///
    /// - Parameter files: What reads the documents that they include.
    func check(of files: any NamedFiles) -> DocumentCheck {
        DocumentCheck(registry: registry, expressions: expressions, files: files)
    }

    /// The context of this process.
    ///
    /// - Parameter looks: What its output may look like.
    static func current(_ looks: LooksOption) -> CommandContext {
        let secrets = SecretLedger()
        var variables = ProcessVariables.all()
        if looks.hasNoColor { variables["NO_COLOR"] = "1" }
        var result = TextOutput(.result, secrets: secrets, variables: variables)
        var messages = TextOutput(.messages, secrets: secrets, variables: variables)
        result.isPlain = looks.isPlain
        messages.isPlain = looks.isPlain
        let context = CommandContext(
            variables: variables, secrets: secrets, result: result, messages: messages,
            registry: BuiltInHandlers.registry, expressions: JQExpressions())
        // A store that is named from this folder is another one in the next.
        if let store = variables["RUNBOOK_STORE"], !store.isEmpty, !store.hasPrefix("/") {
            context.sharedPlace.note(store: store)
        }
        return context
    }

    /// What the commands that are printed must say.
    var place: CommandPlace { sharedPlace.value }

    /// Notes what the command was given.
    func note(store: String? = nil, plugins: [String] = []) { sharedPlace.note(store: store, plugins: plugins) }

    /// Notes which run the command is about: what continues it needs the plugins that it was started with.
    func note(_ start: RunStart?) { sharedPlace.note(start) }

    /// Who runs this, for journals and gates.
    var user: String {
        if let entry = getpwuid(getuid()), let name = entry.pointee.pw_name { return String(cString: name) }
        return variables["USER"] ?? String(getuid())
    }

    /// The terminal of a person who can be asked: standard input and standard error are one, and no program drives it.
    var person: Console? {
        if AgentSigns.sign(in: variables) != nil || Descent.isOfRun || StepSign.isThere(in: variables) { return nil }
        return Console.standard { [secrets, variables] text in
            let columns = Appearance(of: .error, environment: variables).columns
            return ScreenText(columns: columns).laidOut(secrets.masked(text))
        }
    }

    /// The machine's name.
    var host: String {
        var buffer = [CChar](repeating: 0, count: 256)
        guard gethostname(&buffer, buffer.count - 1) == 0 else { return "unknown" }
        return String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    /// Prints diagnostics for people, with the places in these sources.
    func print(_ diagnostics: [Diagnostic], sources: [SourceText]) {
        if diagnostics.isEmpty { return }
        let appearance = Appearance(of: .error, environment: variables)
        let text = DiagnosticText(
            sources: Dictionary(sources.map { ($0.file, $0) }) { first, _ in first },
            style: TerminalStyle(isColored: appearance.usesColor),
            columns: messages.columns)
        messages.write(text.text(diagnostics.map { $0.completed(by: place) }))
    }

    /// Writes a file for people or programs, without secrets, instead of what it held.
    ///
    /// What runs have done is as private as their store: a new file is readable for nobody else.
    ///
    /// - Throws: `Diagnostic` that says why it cannot be written.
    func write(_ text: String, to file: String) throws(Diagnostic) {
        try DocumentFile.write(secrets.masked(text), to: file, isPrivate: true)
    }

    /// Opens the store to read; commands that are printed from now on name it.
    func storeToRead(_ option: String?) throws -> RunStore {
        note(store: option)
        let store = try RunStore(StoreFolder(option: option, environment: variables), access: .read)
        if store.folder.isOpenToOthers {
            tellOnce(
                Diagnostic(
                    "store/open", .warning,
                    "other users of this machine have access to the store "
                        + "`\(VisibleText.visible(store.folder.path))`",
                    at: nil,
                    help:
                        "remove their access: `chmod 700 \(NextCommands.quoted(store.folder.path))`; the next command "
                        + "that writes to it does so"))
        }
        return store
    }

    /// Prints a warning that several parts of a command come across.
    private func tellOnce(_ warning: Diagnostic) {
        if sharedPlace.isNew(warning.message) { print([warning], sources: []) }
    }

    /// Opens the store to write, and says so when it had to be closed to others.
    func store(_ option: String?) throws -> RunStore {
        note(store: option)
        let store = try RunStore(StoreFolder(option: option, environment: variables), access: .write)
        let path = VisibleText.visible(store.folder.path)
        if let user = store.otherOwner {
            tellOnce(
                Diagnostic(
                    "store/owner", .warning, "the store `\(path)` belongs to the user \(VisibleText.visible(user))",
                    at: nil, help: "this user can read and change its runs, and answer their questions"))
        }
        if store.wasOpenToOthers {
            tellOnce(
                Diagnostic(
                    "store/open", .warning, "other users of this machine had access to the store `\(path)`", at: nil,
                    help: "their access is now removed; it is not known what they read or changed before"))
        }
        return store
    }

    /// With which tool, by whom and where something runs.
    var origin: RunDraft.Origin { RunDraft.Origin(tool: Tool.version, user: user, host: host) }

    /// The session of this process for the store.
    var session: Session { Session(user: user, host: host, now: RealClock.wallTime) }
}
