/// What a run would do, told before it: every request rendered, nothing contacted, no secret inside.
package struct Plan: Sendable, Hashable {
    /// The version of the form; part of the hash.
    package static let formatVersion = 1

    /// A document of which the plan is made.
    package struct Document: Sendable, Hashable {
        /// The file as the user named it; not part of the hash, for checkouts differ.
        package let file: String
        /// The SHA-256 of its text.
        package let sha256: String

        /// Makes a document.
        package init(file: String, sha256: String) {
            self.file = file
            self.sha256 = sha256
        }
    }

    /// Where the run would take place.
    package struct Environment: Sendable, Hashable {
        /// Its name; `sandbox` for the embedded one.
        package let name: String
        /// The SHA-256 of its file's text; nil for a sandbox that the run would start.
        package let sha256: String?
        /// Whether nothing real is touched.
        package let isSandbox: Bool
        /// Whether everything in it may be lost.
        package let isDisposable: Bool
        /// Whether its name is typed before a run.
        package let isProtected: Bool

        /// Makes an environment.
        package init(name: String, sha256: String?, isSandbox: Bool, isDisposable: Bool, isProtected: Bool) {
            self.name = name
            self.sha256 = sha256
            self.isSandbox = isSandbox
            self.isDisposable = isDisposable
            self.isProtected = isProtected
        }
    }

    /// A handler that carries steps out, by what it is made of.
    package struct Plugin: Sendable, Hashable {
        /// The handler's name.
        package let name: String
        /// The SHA-256 of its manifest.
        package let manifest: String
        /// The SHA-256 of its executable; nil when it is a part of the tool.
        package let executable: String?

        /// Makes a plugin.
        package init(name: String, manifest: String, executable: String?) {
            self.name = name
            self.manifest = manifest
            self.executable = executable
        }
    }

    /// The version of the tool.
    package let tool: String
    /// The runbook's title.
    package let title: String
    /// The document.
    package let document: Document
    /// The runbook that prepares the environment before; nil where none does.
    package let fixture: Document?
    /// What the document includes, in the order of its steps; one that is included twice is there twice.
    package let includes: [Document]
    /// Where it would run.
    package let environment: Environment
    /// The targets in the order of the declaration.
    package let targets: [PlannedTarget]
    /// The parameters in the order of the declaration; one without value has it only in the run.
    package let parameters: [RunStart.Parameter]
    /// The handlers that the steps need, by name.
    package let plugins: [Plugin]
    /// The steps in the order they run.
    package var steps: [PlannedStep]

    /// Makes a plan.
    package init(
        tool: String, title: String, document: Document, fixture: Document? = nil, includes: [Document] = [],
        environment: Environment,
        targets: [PlannedTarget], parameters: [RunStart.Parameter], plugins: [Plugin], steps: [PlannedStep]
    ) {
        self.tool = tool
        self.title = title
        self.document = document
        self.fixture = fixture
        self.includes = includes
        self.environment = environment
        self.targets = targets
        self.parameters = parameters
        self.plugins = plugins
        self.steps = steps
    }

    /// Whether the reads were performed for it.
    package var isProbed: Bool { steps.contains { $0.probe != nil } }
}
