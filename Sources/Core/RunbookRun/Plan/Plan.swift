/// What a run would do, told before it: every request rendered, nothing contacted, no secret inside.
package struct Plan: Sendable, Hashable {
    /// The version of the form; part of the hash.
    package static let formatVersion = 1

    /// Where the run would take place.
    @dynamicMemberLookup
    package struct Environment: Sendable, Hashable {
        /// Which environment it is; its members can be read as those of this.
        package let heading: EnvironmentHeading
        /// Whether its name is typed before a run.
        package let isProtected: Bool

        /// Makes an environment.
        package init(_ heading: EnvironmentHeading, isProtected: Bool = false) {
            self.heading = heading
            self.isProtected = isProtected
        }

        /// A member of the heading.
        package subscript<Value>(dynamicMember member: KeyPath<EnvironmentHeading, Value>) -> Value {
            heading[keyPath: member]
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
    package let document: DocumentHeading
    /// The runbook that prepares the environment before; nil where none does.
    package let fixture: DocumentHeading?
    /// What the document includes, in the order of its steps; one that is included twice is there twice.
    package let includes: [DocumentHeading]
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
        tool: String, title: String, document: DocumentHeading, fixture: DocumentHeading? = nil,
        includes: [DocumentHeading] = [], environment: Environment, targets: [PlannedTarget],
        parameters: [RunStart.Parameter], plugins: [Plugin], steps: [PlannedStep]
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
