package import OrderedJSON
package import RunbookModel
package import RunbookRun

/// A parameter with its value and where it came from.
package struct ResolvedParameter: Sendable {
    /// The declaration.
    package let declaration: ParameterDeclaration
    /// The value.
    package let value: JSON
    /// Where it came from: `option`, `file:PATH`, `environment`, `env:NAME`, `prompt`, `examples`, `default`.
    package let source: String

    /// Of a secret that was made up, what tells whether another one is the same, and says nothing of the secret.
    package let proof: String?

    /// Makes a parameter.
    package init(declaration: ParameterDeclaration, value: JSON, source: String, proof: String? = nil) {
        self.proof = proof
        self.declaration = declaration
        self.value = value
        self.source = source
    }

    /// The parameter as the journal keeps it: without the value of a secret.
    package var record: RunStart.Parameter {
        RunStart.Parameter(
            name: declaration.name.value, value: declaration.isSecret ? nil : value, isSecret: declaration.isSecret,
            source: source, proof: proof)
    }
}
