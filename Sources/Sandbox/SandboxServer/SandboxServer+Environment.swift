import Glibc
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
            for line in lines {
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
        let temporary = "\(path).\(getpid()).tmp"
        unlink(temporary)
        let descriptor = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw EnvironmentFileError(path: path, code: errno) }
        let bytes = Array(environmentText.utf8)
        let isWritten = write(descriptor, bytes, bytes.count) == bytes.count
        let code = isWritten ? 0 : errno
        guard close(descriptor) == 0, isWritten, rename(temporary, path) == 0 else {
            let error = EnvironmentFileError(path: path, code: code == 0 ? errno : code)
            unlink(temporary)
            throw error
        }
    }
}
