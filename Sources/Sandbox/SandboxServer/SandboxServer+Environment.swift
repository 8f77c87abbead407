import SandboxWorld

extension SandboxServer {
    /// An environment file (YAML) for this sandbox; it reaches systems through their consoles, where they have some.
    package var environmentText: String {
        var text = """
            # Written by `runbook sandbox`. It is valid while that process runs.
            environment:
              version: 1
              description: sandbox
              disposable: true
              sandbox: \(controlURL)

            targets:

            """
        for system in world.systems {
            let url = url(of: system.name) ?? ""
            let lines = SystemFamilies.of(system.kind)?.environment(of: system, url: url) ?? []
            text += "  \(system.name):\n    kind: \(system.kind)\n"
            for line in lines + securityLines(of: system) {
                let console = line.name == "url" ? consoleURL(of: system.name) : nil
                text += "    \(console == nil ? line.name : "kibana"): \(console ?? line.value)\n"
            }
        }
        return text
    }

    /// Writes the environment file, readable by its owner only; a file of that name is replaced at once or not at all.
    ///
    /// - Throws: `EnvironmentFileError` when it cannot be written.
    package func writeEnvironment(to path: String) throws(EnvironmentFileError) {
        try PrivateFile.write(environmentText, to: path)
    }

    /// Who asks, and whose certificates are trusted.
    private func securityLines(of system: SandboxSystem) -> [SandboxSystem.Property] {
        guard let access = system.access, let files = securityFiles else { return [] }
        let name = system.name
        let trust = SandboxSystem.Property("tls", "{ ca: \"\(files.authority)\" }")
        return [
            SandboxSystem.Property("user", access.user),
            SandboxSystem.Property("password", "{ file: \"\(files.password(of: name))\" }"),
        ] + (consoleURL(of: name) == nil ? [trust] : [])
    }
}
