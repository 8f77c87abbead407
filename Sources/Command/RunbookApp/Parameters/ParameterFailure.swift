package import RunbookModel

/// Why parameters have no values to run with.
package enum ParameterFailure: Error, Sendable {
    /// The command line or its file gives something that cannot be used; a sentence each.
    case misused([String])
    /// A variable, the environment or a default gives something that cannot be used.
    case unfit([Diagnostic])
    /// Nothing gives these a value.
    case missing([ParameterDeclaration])
}

extension ParameterResolution {
    /// All parameters with their values.
    ///
    /// - Throws: `ParameterFailure` with what was given wrong, or what is missing.
    package func complete() throws(ParameterFailure) -> [ResolvedParameter] {
        try check()
        if !missing.isEmpty { throw .missing(missing) }
        return parameters
    }

    /// Refuses what was given and cannot be used.
    package func check() throws(ParameterFailure) {
        if !usageProblems.isEmpty { throw .misused(usageProblems) }
        if !diagnostics.isEmpty { throw .unfit(diagnostics) }
    }
}
