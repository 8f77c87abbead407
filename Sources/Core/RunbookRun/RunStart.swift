package import OrderedJSON
import RunbookModel

/// What the first event of a run says.
package struct RunStart: Sendable, Hashable {
    /// A document of the run.
    package struct Document: Sendable, Hashable {
        /// What its steps do in the run.
        package enum Role: String, Sendable, Hashable {
            /// It is what was asked for.
            case runbook
            /// It prepares a disposable environment before.
            case fixture
            /// Another one of them runs it.
            case include
            /// It was the runbook, or a part of it, before an edited one was taken over; its steps that were done stay in
            /// the record.
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

        /// The file as the user named it.
        package let file: String
        /// The real path.
        package let path: String
        /// The SHA-256 of its text, under which the store keeps the text itself.
        package let sha256: String
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
            self.file = file
            self.path = path
            self.sha256 = sha256
            self.commit = commit
            self.isModified = isModified
            self.role = role
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

        /// Makes a parameter.
        package init(name: String, value: JSON?, isSecret: Bool, source: String) {
            self.name = name
            self.value = value
            self.isSecret = isSecret
            self.source = source
        }
    }

    /// The environment.
    package struct Environment: Sendable, Hashable {
        /// Its name; `sandbox` for the embedded one.
        package let name: String
        /// The real path of its file; nil for a sandbox that the run started.
        package let path: String?
        /// The SHA-256 of its text, under which the store keeps the text itself.
        package let sha256: String?
        /// Whether nothing real is touched.
        package let isSandbox: Bool
        /// Whether everything in it may be lost.
        package let isDisposable: Bool
        /// Whether its file was found by name beside the runbook, and so is trusted less; nil where it is not known.
        package let isFound: Bool?
        /// Whether the run started a sandbox for what its file leaves out.
        package let startsSandbox: Bool

        /// Whether a part of it ended with the process of the run (semantics, "Journal").
        package var endsWithProcess: Bool { startsSandbox || isSandbox && path == nil }

        /// Makes an environment.
        package init(
            name: String, path: String?, sha256: String?, isSandbox: Bool, isDisposable: Bool, isFound: Bool? = nil,
            startsSandbox: Bool = false
        ) {
            self.isFound = isFound
            self.startsSandbox = startsSandbox
            self.name = name
            self.path = path
            self.sha256 = sha256
            self.isSandbox = isSandbox
            self.isDisposable = isDisposable
        }
    }

    /// A target as preflight found it.
    package struct Target: Sendable, Hashable {
        /// The name that steps use.
        package let name: String
        /// The kind.
        package let kind: String
        /// Where it answers.
        package let address: String
        /// What tells it from others, such as a cluster's UUID.
        package let identity: String?
        /// What it says about itself, such as `Elasticsearch 7.0.0`.
        package let product: String?
        /// Its properties, never a credential.
        package let properties: JSONObject
        /// Whether nothing keeps it from being somebody else: false when its certificate is not verified.
        package let isVerified: Bool

        /// Makes a target.
        package init(
            name: String, kind: String, address: String, identity: String?, product: String?, properties: JSONObject,
            isVerified: Bool = true
        ) {
            self.name = name
            self.kind = kind
            self.address = address
            self.identity = identity
            self.product = product
            self.properties = properties
            self.isVerified = isVerified
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
    package let environment: Environment
    /// The targets.
    package let targets: [Target]
    /// The parameters.
    package let parameters: [Parameter]
    /// The steps.
    package let outline: Outline
    /// The SHA-256 of the plan that was reviewed before it; nil for a run without one.
    package let plan: String?
    /// The handlers of its steps and targets; nil where they were not kept.
    package let plugins: [Plan.Plugin]?

    /// Makes the content of a first event.
    package init(
        tool: String, user: String, host: String, document: Document, others: [Document] = [],
        environment: Environment, targets: [Target], parameters: [Parameter], outline: Outline,
        plan: String? = nil, plugins: [Plan.Plugin]? = nil
    ) {
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

    /// The document that a step stands in.
    package func document(of step: OutlineStep) -> Document {
        documents.indices.contains(step.document) ? documents[step.document] : document
    }
}
