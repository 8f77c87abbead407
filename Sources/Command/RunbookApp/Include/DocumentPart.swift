import Digests
import OrderedJSON
import RunbookEngine
import RunbookModel
import RunbookRun

/// A document of a run with what it is run with: its own targets and values, or those that an include passes to it.
struct DocumentPart: Sendable {
    /// The bound document.
    let binding: Binding
    /// Its parameters that have a value before the run.
    let parameters: [ResolvedParameter]
    /// Its targets by the names that it knows them by.
    let targets: [String: Target]
    /// The targets of the run that the environment does not have.
    let absent: Set<String>
    /// What its includes run, by the position of the step.
    let includes: [Int: DocumentPart]
    /// What is wrong with the values of its parameters.
    private let own: [Diagnostic]

    /// Takes a document with all that it includes.
    init(
        _ binding: Binding, parameters: [ResolvedParameter], targets: [String: Target], absent: Set<String> = []
    ) {
        self.init(binding, parameters: parameters, targets: targets, absent: absent, diagnostics: [])
    }

    private init(
        _ binding: Binding, parameters: [ResolvedParameter], targets: [String: Target], absent: Set<String>,
        diagnostics: [Diagnostic]
    ) {
        self.absent = absent
        self.binding = binding
        self.parameters = parameters
        self.targets = targets
        own = diagnostics
        var includes: [Int: DocumentPart] = [:]
        for step in binding.steps {
            guard let included = step.included else { continue }
            includes[step.index] = DocumentPart.part(included, passing: parameters, targets, absent)
        }
        self.includes = includes
    }

    /// What an include runs, with what is passed to it.
    private static func part(
        _ binding: Binding, passing parameters: [ResolvedParameter], _ targets: [String: Target], _ absent: Set<String>
    ) -> DocumentPart {
        let inclusion = binding.inclusion
        var own: [String: Target] = [:]
        for (theirs, ours) in inclusion?.targets ?? [:] { own[theirs] = targets[ours] }
        let declaration = binding.runbook.declaration
        var sources = ParameterSources()
        var secrets: [String: ResolvedParameter] = [:]
        for (theirs, ours) in inclusion?.parameters ?? [:] {
            guard let passed = parameters.first(where: { $0.declaration.name.value == ours }) else { continue }
            sources.environment[theirs] = passed.value
            if passed.declaration.isSecret { secrets[theirs] = passed }
        }
        // What is passed by another step is known in the run, and must not be taken for a default before it.
        let later = Set((inclusion?.parameters ?? [:]).keys).filter { sources.environment[$0] == nil }
        let known = Declaration(
            version: declaration.version, targets: declaration.targets,
            parameters: declaration.parameters.filter { !later.contains($0.name.value) },
            fixture: declaration.fixture, span: declaration.span)
        let resolution = ParameterResolution(
            known, from: sources, targets: own.mapValues(\.properties), late: binding.lateParameters)
        return DocumentPart(
            binding,
            parameters: resolution.parameters.map { parameter in
                guard secrets[parameter.declaration.name.value] != nil else { return parameter }
                return ResolvedParameter(
                    declaration: parameter.declaration.asSecret, value: parameter.value, source: parameter.source)
            }, targets: own, absent: absent, diagnostics: resolution.diagnostics)
    }

    /// It, and the documents that its includes run, in the order of their steps.
    var all: [DocumentPart] { [self] + binding.steps.flatMap { includes[$0.index]?.all ?? [] } }

    /// The chosen values of the parameters that `if` may name.
    var choice: [String: String] { PreparedRun.choice(parameters) }

    /// The properties of the targets, which the document may read.
    var properties: [String: JSONObject] {
        // Of a target that is missing the name is known.
        let missing = absent.map { ($0, JSONObject([("name", .string($0))])) }
        return targets.mapValues(\.properties).merging(missing) { given, _ in given }
    }

    /// What is wrong with the values that are passed to what is included.
    var diagnostics: [Diagnostic] { all.flatMap(\.own) }

    /// What the runner gets.
    ///
    /// - Parameters:
    ///   - values: A store that holds what is not the document's own.
    ///   - position: The first free position among the run's documents; it moves on by the documents that are included.
    ///   - used: The names among its values that the document uses which includes it.
    func scope(
        at own: Int, next position: inout Int, values empty: ValueStore, policy: GatePolicy, used: Set<String> = []
    ) -> Scope {
        var values = empty
        for (name, properties) in properties { values.set(name, to: .object(properties)) }
        for parameter in parameters {
            values.set(
                parameter.declaration.name.value, to: parameter.value, isSecret: parameter.declaration.isSecret,
                hidesNames: true)
        }
        var scopes: [Int: Scope] = [:]
        for step in binding.steps {
            guard let included = includes[step.index] else { continue }
            position += 1
            scopes[step.index] = included.scope(
                at: position - 1, next: &position, values: empty, policy: policy, used: binding.namesUsed(of: step))
        }
        let source = binding.runbook.source
        return Scope(
            document: .init(position: own, file: source.file, sha256: SHA256.hex(source.bytes)), binding: binding,
            targets: Dictionary(targets.values.map { ($0.name, $0) }) { first, _ in first }, absent: absent,
            values: values, choice: choice, policy: policy, includes: scopes, namesUsedOutside: used)
    }
}

extension Scope {
    /// What the journal keeps of the documents that it includes, in the order of their positions.
    var includedRecords: [RunStart.Document] {
        binding.steps.flatMap { step -> [RunStart.Document] in
            guard let included = includes[step.index], let inclusion = included.binding.inclusion else { return [] }
            let record = RunStart.Document(
                file: included.document.file, path: inclusion.path, sha256: included.document.sha256, commit: nil,
                isModified: nil, role: .include,
                inclusion: .init(document: document.position, name: inclusion.name))
            return [record] + included.includedRecords
        }
    }

    /// The texts of those documents.
    var includedTexts: [String] { all.dropFirst().map(\.binding.runbook.source.text) }
}
