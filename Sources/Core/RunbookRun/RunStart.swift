package import OrderedJSON
import RunbookModel

/// What the first event of a run says.
package struct RunStart: Sendable, Hashable {
    /// A document of the run.
    @dynamicMemberLookup
    package struct Document: Sendable, Hashable {
        /// What its steps do in the run.
        package enum Role: String, Sendable, Hashable {
            /// It is what was asked for.
            case runbook
            /// It prepares a disposable environment before.
            case fixture
            /// Another one of them runs it.
            case include
            /// It was the runbook, or a part of it, before an edited one was taken over; its steps that were done stay
            /// in the record.
            case former
        }

        /// How one document names another that it includes.
        package struct Inclusion: Sendable, Hashable {
            /// The position of the one that includes it.
            package let document: Int
            /// The path by which it is named there.
            package let name: String

            /// Makes an inclusion.
            package init(document: Int, name: String) {
                self.document = document
                self.name = name
            }
        }

        /// Which text it is; its members can be read as those of the document.
        package let heading: DocumentHeading
        /// The real path.
        package let path: String
        /// The commit of its repository, when it is in one.
        package let commit: String?
        /// Whether it differs from that commit; nil when that is not known.
        package let isModified: Bool?
        /// What its steps do in the run.
        package let role: Role
        /// How it is included; nil for a document that is not.
        package let inclusion: Inclusion?

        /// Makes a document.
        package init(
            file: String, path: String, sha256: String, commit: String?, isModified: Bool?, role: Role = .runbook,
            inclusion: Inclusion? = nil
        ) {
            self.inclusion = inclusion
            heading = DocumentHeading(file: file, sha256: sha256)
            self.path = path
            self.commit = commit
            self.isModified = isModified
            self.role = role
        }

        /// A member of the heading.
        package subscript<Value>(dynamicMember member: KeyPath<DocumentHeading, Value>) -> Value {
            heading[keyPath: member]
        }
    }

    /// A parameter's value and where it came from.
    package struct Parameter: Sendable, Hashable {
        /// The name.
        package let name: String
        /// The value; nil for a secret, and when there is none.
        package let value: JSON?
        /// Whether it is a secret.
        package let isSecret: Bool
        /// Where it came from: `option`, `file:PATH`, `environment`, `env:NAME`, `default`, `prompt`, `examples`.
        package let source: String
        /// Of a secret that was made up: what tells whether another one is the same; nil where that is not known.
        package let proof: String?

        /// Makes a parameter.
        package init(name: String, value: JSON?, isSecret: Bool, source: String, proof: String? = nil) {
            self.proof = proof
            self.name = name
            self.value = value
            self.isSecret = isSecret
            self.source = source
        }
    }

    /// The environment.
    @dynamicMemberLookup
    package struct Environment: Sendable, Hashable {
        /// Which one it is; its members can be read as those of the environment.
        package let heading: EnvironmentHeading
        /// The real path of its file; nil for a sandbox that the run started.
        package let path: String?
        /// Whether its file was found by name beside the runbook, and so is trusted less; nil where it is not known.
        package let isFound: Bool?
        /// Whether the run started a sandbox for what its file leaves out.
        package let startsSandbox: Bool
        /// The profiles of the clusters that are emulated, such as `7.10`; nil where none is, or nobody knows.
        package let profiles: String?

        /// Whether it is a sandbox that the run started, and nothing else.
        package var isOwnSandbox: Bool { heading.isSandbox && path == nil }

        /// Whether a part of it ended with the process of the run (semantics, "Journal").
        package var endsWithProcess: Bool { startsSandbox || isOwnSandbox }

        /// Makes an environment.
        package init(
            _ heading: EnvironmentHeading, path: String? = nil, isFound: Bool? = nil, startsSandbox: Bool = false,
            profiles: String? = nil
        ) {
            self.heading = heading
            self.path = path
            self.isFound = isFound
            self.profiles = profiles
            self.startsSandbox = startsSandbox
        }

        /// A member of the heading.
        package subscript<Value>(dynamicMember member: KeyPath<EnvironmentHeading, Value>) -> Value {
            heading[keyPath: member]
        }
    }

    /// A target as preflight found it.
    @dynamicMemberLookup
    package struct Target: Sendable, Hashable {
        /// Which one it is; its members can be read as those of the target.
        package let heading: TargetHeading
        /// Where it responds.
        package let address: String
        /// What tells it from others, such as a cluster's UUID.
        package let identity: String?
        /// What it says about itself, such as `Elasticsearch 7.0.0`.
        package let product: String?
        /// Its properties, never a credential.
        package let properties: JSONObject

        /// Makes a target.
        package init(
            _ heading: TargetHeading, address: String, identity: String? = nil, product: String? = nil,
            properties: JSONObject = JSONObject()
        ) {
            self.heading = heading
            self.address = address
            self.identity = identity
            self.product = product
            self.properties = properties
        }

        /// A member of the heading.
        package subscript<Value>(dynamicMember member: KeyPath<TargetHeading, Value>) -> Value {
            heading[keyPath: member]
        }
    }

    /// The version of the tool.
    package let tool: String
    /// Who started it.
    package let user: String
    /// On which machine.
    package let host: String
    /// The documents; the first one is what was asked for.
    package let documents: [Document]
    /// The environment.
    package private(set) var environment: Environment
    /// The targets.
    package private(set) var targets: [Target]
    /// The parameters.
    package private(set) var parameters: [Parameter]
    /// The steps.
    package let outline: Outline
    /// The SHA-256 of the plan that was reviewed before it; nil for a run without one.
    package let plan: String?
    /// The handlers of its steps and targets; nil where they were not kept.
    package let plugins: [Plan.Plugin]?
    /// The change ticket that it belongs to, as the person wrote it.
    package let ticket: String?
    /// What its command said beside all this; nothing in journals before 0.2.
    package var invocation = RunInvocation()

    /// Makes the content of a first event.
    package init(
        tool: String, user: String, host: String, document: Document, others: [Document] = [],
        environment: Environment, targets: [Target], parameters: [Parameter], outline: Outline,
        plan: String? = nil, plugins: [Plan.Plugin]? = nil, ticket: String? = nil
    ) {
        self.ticket = ticket
        self.plugins = plugins
        self.tool = tool
        self.user = user
        self.host = host
        documents = [document] + others
        self.environment = environment
        self.targets = targets
        self.parameters = parameters
        self.outline = outline
        self.plan = plan
    }

    /// The same run with other values of some parameters.
    func with(_ changed: [Parameter]) -> RunStart {
        var start = self
        start.parameters = parameters.map { old in changed.first { $0.name == old.name } ?? old }
        return start
    }

    /// The same run in an environment that was edited.
    func with(_ environment: Environment, _ targets: [Target]) -> RunStart {
        var start = self
        start.environment = environment
        start.targets = targets
        return start
    }

    /// The document that was asked for.
    package var document: Document { documents[0] }

    /// Whether a step prepares the environment.
    package func isPreparation(_ step: OutlineStep) -> Bool { isPreparation(document(of: step)) }

    /// Whether a document prepares the environment: it is the fixture, or included by it.
    package func isPreparation(_ document: Document) -> Bool {
        var document = document
        // Whoever includes comes before what is included; a journal that says otherwise ends the search.
        while let inclusion = document.inclusion, let position = documents.firstIndex(of: document),
            inclusion.document < position, inclusion.document >= 0
        {
            document = documents[inclusion.document]
        }
        return document.role == .fixture
    }

    /// The document that a step is in.
    package func document(of step: OutlineStep) -> Document {
        documents.indices.contains(step.document) ? documents[step.document] : document
    }
}
