/// What a run would do, told before it: every request rendered, nothing contacted, no secret inside.
public struct Plan: Sendable, Hashable {
    /// The version of the form; part of the hash.
    public static let formatVersion = 1

    /// A document of which the plan is made.
    public struct Document: Sendable, Hashable {
        /// The file as the user named it; not part of the hash, for checkouts differ.
        public let file: String
        /// The SHA-256 of its text.
        public let sha256: String

        /// Makes a document.
        public init(file: String, sha256: String) {
            self.file = file
            self.sha256 = sha256
        }
    }

    /// Where the run would take place.
    public struct Environment: Sendable, Hashable {
        /// Its name; `sandbox` for the embedded one.
        public let name: String
        /// The SHA-256 of its file's text; nil for a sandbox that the run would start.
        public let sha256: String?
        /// Whether nothing real is touched.
        public let isSandbox: Bool
        /// Whether everything in it may be lost.
        public let isDisposable: Bool
        /// Whether its name is typed before a run.
        public let isProtected: Bool

        /// Makes an environment.
        public init(name: String, sha256: String?, isSandbox: Bool, isDisposable: Bool, isProtected: Bool) {
            self.name = name
            self.sha256 = sha256
            self.isSandbox = isSandbox
            self.isDisposable = isDisposable
            self.isProtected = isProtected
        }
    }

    /// A handler that carries steps out, by what it is made of.
    public struct Plugin: Sendable, Hashable {
        /// The handler's name.
        public let name: String
        /// The SHA-256 of its manifest.
        public let manifest: String
        /// The SHA-256 of its executable; nil when it is a part of the tool.
        public let executable: String?

        /// Makes a plugin.
        public init(name: String, manifest: String, executable: String?) {
            self.name = name
            self.manifest = manifest
            self.executable = executable
        }
    }

    /// The version of the tool.
    public let tool: String
    /// The runbook's title.
    public let title: String
    /// The document.
    public let document: Document
    /// The runbook that prepares the environment before; nil where none does.
    public let fixture: Document?
    /// Where it would run.
    public let environment: Environment
    /// The targets in the order of the declaration.
    public let targets: [PlannedTarget]
    /// The parameters in the order of the declaration; one without value has it only in the run.
    public let parameters: [RunStart.Parameter]
    /// The handlers that the steps need, by name.
    public let plugins: [Plugin]
    /// The steps in the order they run.
    public var steps: [PlannedStep]

    /// Makes a plan.
    public init(
        tool: String, title: String, document: Document, fixture: Document? = nil, environment: Environment,
        targets: [PlannedTarget], parameters: [RunStart.Parameter], plugins: [Plugin], steps: [PlannedStep]
    ) {
        self.tool = tool
        self.title = title
        self.document = document
        self.fixture = fixture
        self.environment = environment
        self.targets = targets
        self.parameters = parameters
        self.plugins = plugins
        self.steps = steps
    }

    /// Whether the reads were performed for it.
    public var isProbed: Bool { steps.contains { $0.probe != nil } }
}
