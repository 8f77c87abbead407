package import RunbookEngine
package import RunbookModel
package import RunbookRun

/// A run before its parameters have values: what `exec`, `resume` and `test` begin with.
package struct RunDraft: Sendable {
    /// With which tool, by whom and where something runs.
    package struct Origin: Sendable {
        /// The version of the tool.
        package let tool: String
        /// The person.
        package let user: String
        /// The machine.
        package let host: String

        /// Makes an origin.
        package init(tool: String, user: String, host: String) {
            self.tool = tool
            self.user = user
            self.host = host
        }
    }

    let document: RunnableDocument
    let path: String
    let commit: (id: String?, isModified: Bool?)?
    let fixture: Fixture?
    let setting: RunSetting
    let saysYes: Bool
    let plan: String?
    let ticket: String?
    let secrets: SecretLedger
    let origin: Origin
    /// Whether everything in the environment could be lost when the run began: an edited environment file does not allow
    /// `--yes` more than that.
    let wasDisposable: Bool
    /// What the command said beside what is here.
    package var invocation = RunInvocation()
    /// The texts that an edited one has replaced, newest first: what was done of them is taken back from there.
    package var replaced: [ReplacedDocument] = []

    /// Makes a draft.
    ///
    /// - Parameters:
    ///   - path: The document's real path.
    ///   - commit: The commit of its repository.
    ///   - fixture: What prepares the environment, should it be disposable.
    ///   - saysYes: Whether `--yes` answers questions.
    ///   - plan: The SHA-256 of the plan that was reviewed.
    ///   - wasDisposable: Whether everything in the environment could be lost when the run began.
    ///   - ticket: The change ticket that it belongs to.
    ///   - secrets: Where the run's secrets are added, so that nothing that leaves the process holds one.
    package init(
        document: RunnableDocument, path: String, commit: (id: String?, isModified: Bool?)? = nil,
        fixture: Fixture? = nil, setting: RunSetting, saysYes: Bool, plan: String? = nil,
        ticket: String? = nil, secrets: SecretLedger = SecretLedger(), origin: Origin, wasDisposable: Bool = true
    ) {
        self.document = document
        self.path = path
        self.commit = commit
        self.fixture = fixture
        self.setting = setting
        self.saysYes = saysYes
        self.plan = plan
        self.ticket = ticket
        self.secrets = secrets
        self.origin = origin
        self.wasDisposable = wasDisposable
    }

    /// Finds the values of the parameters, looks at the targets, and joins what the run needs.
    ///
    /// - Parameters:
    ///   - registry: The handlers that know the targets.
    ///   - parameters: Finds the values; it may ask a person.
    /// - Throws: What `parameters` throws, and `PreflightFailure` when a target is not what it must be.
    package func prepare(
        with registry: HandlerRegistry, parameters: () async throws -> [ResolvedParameter]
    ) async throws -> PreparedRun {
        secrets.add(setting.credentials)
        let parameters = try await parameters()
        for parameter in parameters where parameter.declaration.isSecret { secrets.add(parameter.value.leaves) }
        let preflight = await Preflight.examine(
            at: setting, for: document.binding, parameters: parameters, registry: registry)
        if preflight.diagnostics.contains(where: { $0.severity == .error }) {
            throw PreflightFailure(diagnostics: preflight.diagnostics)
        }
        return try PreparedRun(
            self, with: registry, targets: preflight.targets.map { $0.masked(by: secrets.masker) },
            parameters: parameters, warnings: preflight.diagnostics)
    }
}

extension RunStart.Target {
    /// The target without secrets: what a server says of itself is compared when the run continues, so it is masked
    /// before it is kept and before it is compared.
    fileprivate func masked(by masker: Masker) -> RunStart.Target {
        RunStart.Target(
            heading, address: masker.masked(address), identity: identity.map(masker.masked),
            product: product.map(masker.masked), properties: properties)
    }
}
