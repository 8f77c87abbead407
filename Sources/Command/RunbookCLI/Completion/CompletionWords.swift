import Arguments
import Files
import OrderedJSON
import RunbookEnvironment
import RunbookModel
import RunbookReport
import RunbookRun
import RunbookStore
import RunbookSyntax

/// The words for a value that no declaration knows: from files, from the store, by what help calls the value.
struct CompletionWords {
    /// Which files fit besides, as the scripts read it.
    enum Files: Equatable {
        /// None.
        case none
        /// Those of these endings; of any when there are none.
        case files([String])
        /// Folders.
        case folders

        /// The first line of an answer.
        var text: String {
            switch self {
            case .none: "words"
            case .files(let endings): (["files"] + endings).joined(separator: " ")
            case .folders: "folders"
            }
        }
    }

    /// A document beyond this is not read for a completion.
    private static let longestDocument = 1_048_576
    /// How many runs are offered.
    private static let mostRuns = 50
    /// How many runs are looked at.
    private static let mostRead = 5000

    private let completion: Completion
    private let context: CommandContext

    init(_ completion: Completion, context: CommandContext) {
        self.completion = completion
        self.context = context
    }

    /// Which files fit.
    var files: Files {
        guard let value = completion.value else { return .none }
        switch value.placeholder {
        case "FILE" where value.option == nil || value.option == "for": return .files([".md"])
        case "FILE" where value.option == "params": return .files([".yaml", ".yml", ".json"])
        case "FILE" where value.option == "write-env": return .files([".yaml"])
        case "FILE": return .files([])
        case "NAME|PATH": return .files([".yaml"])
        case "DIR": return .folders
        default: return .none
        }
    }

    /// The words, those that begin with what is typed.
    func candidates() async -> [Completion.Candidate] {
        guard let value = completion.value else { return [] }
        let all =
            switch value.placeholder {
            case "NAME=VALUE": parameters(value.typed)
            case "NAME|PATH": environments()
            case "RUN": await runs()
            case "STEP": await steps()
            case "STEP[,STEP]": await steps(behind: value.typed)
            case "CODE" where completion.given["curl"] != nil: await steps()
            case "CODE": CodeCatalogue.entries.map { Completion.Candidate($0.code) }
            default: [Completion.Candidate]()
            }
        return all.filter { $0.word.hasPrefix(value.typed) }.map {
            Completion.Candidate(value.lead + $0.word, help: $0.help)
        }
    }

    /// The steps behind those that are typed already, with commas between them.
    private func steps(behind typed: String) async -> [Completion.Candidate] {
        guard let comma = typed.utf8.lastIndex(of: UInt8(ascii: ",")) else { return await steps() }
        let given = typed[...comma]
        let chosen = Set(given.split(separator: ",").map(String.init))
        return await steps().filter { !chosen.contains($0.word) }.map {
            Completion.Candidate(given + $0.word, help: $0.help)
        }
    }

    // MARK: From the runbook

    /// The runbook that the line names.
    private var runbook: Runbook? {
        guard let file = completion.given["FILE"]?.first ?? completion.given["curl"]?.last else { return nil }
        guard let bytes = try? FileReader.read(file, .own, limit: Self.longestDocument) else { return nil }
        return RunbookParser.parse(SourceText(file: file, bytes: bytes)).runbook
    }

    /// `name=` for each parameter, and behind the sign its values where they can be listed.
    private func parameters(_ typed: String) -> [Completion.Candidate] {
        let given = Set((completion.given["param"] ?? []).map { $0.prefix { $0 != "=" } })
        let all = runbook?.declaration.parameters.filter { !$0.isSecret } ?? []
        guard typed.contains("=") else {
            return all.filter { !given.contains($0.name.value[...]) }.map {
                Completion.Candidate($0.name.value + "=", help: $0.description ?? "")
            }
        }
        let name = typed.prefix { $0 != "=" }
        guard let parameter = all.first(where: { $0.name.value == name }) else { return [] }
        return (parameter.schema.alternatives ?? []).map { Completion.Candidate("\(name)=\($0)") }
    }

    private func environments() -> [Completion.Candidate] {
        let runbook = completion.given["FILE"]?.first ?? "./runbook.md"
        return EnvironmentSearch(runbook: runbook, variables: context.variables).available.map {
            Completion.Candidate($0.name, help: $0.file)
        }
    }

    // MARK: From the store

    private var store: RunStore? {
        try? RunStore(
            StoreFolder(option: completion.given["store"]?.last, environment: context.variables), access: .read)
    }

    private func runs() async -> [Completion.Candidate] {
        guard let store, let runs = try? await store.runs(limit: Self.mostRead) else { return [] }
        let fitting = runs.filter { run in
            switch completion.path.last {
            case "confirm": run.phase == .waiting
            case "resume": [.waiting, .failed, .interrupted].contains(run.phase)
            case "stop": run.owner != nil
            case "undo": run.phase != .undone && run.phase != .running
            default: true
            }
        }
        let continues = ["confirm", "resume", "undo"].contains(completion.path.last)
        var candidates: [Completion.Candidate] = []
        for run in fitting.prefix(Self.mostRuns * 4) where candidates.count < Self.mostRuns {
            if continues, run.isSandbox, run.owner == nil, await isGone(run.run, in: store) { continue }
            candidates.append(Completion.Candidate(run.run, help: "\(run.phase.rawValue), \(run.file)"))
        }
        return candidates
    }

    /// Whether the sandbox of a run ended with its process, so that nothing continues it.
    private func isGone(_ run: String, in store: RunStore) async -> Bool {
        guard let entries = try? await store.entries(of: run), case .run(let start as RunStart)? = entries.first?.event
        else { return false }
        return start.environment.endsWithProcess
    }

    /// The steps of the run that the line names that wait; of a runbook those that have an id of their own.
    private func steps() async -> [Completion.Candidate] {
        guard let text = completion.given["RUN"]?.first else {
            return runbook?.steps.compactMap { step in
                step.id.map { Completion.Candidate($0.value, help: step.title.source) }
            } ?? []
        }
        guard let store, let name = try? await store.find(text), let entries = try? await store.entries(of: name),
            let state = try? ReportWriter.state(of: entries), let start = state.start
        else { return [] }
        return start.outline.steps.filter { state.step($0.id).state == .waiting }.map {
            Completion.Candidate($0.id, help: $0.title)
        }
    }
}
