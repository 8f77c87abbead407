/// What a runbook declares about itself in its fence `yaml runbook`.
public struct Declaration: Sendable {
    /// The format's version; 1 is the only one.
    public let version: Int
    /// The systems it acts on, in the order they are written.
    public let targets: [TargetDeclaration]
    /// Its typed inputs, in the order they are written.
    public let parameters: [ParameterDeclaration]
    /// A runbook that prepares a disposable environment, relative to this one.
    public let fixture: Located<String>?
    /// Where the fence is.
    public let span: SourceSpan

    /// Makes a declaration.
    public init(
        version: Int, targets: [TargetDeclaration], parameters: [ParameterDeclaration], fixture: Located<String>?,
        span: SourceSpan
    ) {
        self.version = version
        self.targets = targets
        self.parameters = parameters
        self.fixture = fixture
        self.span = span
    }

    /// The target of a name.
    public func target(_ name: String) -> TargetDeclaration? { targets.first { $0.name.value == name } }

    /// The parameter of a name.
    public func parameter(_ name: String) -> ParameterDeclaration? { parameters.first { $0.name.value == name } }
}
