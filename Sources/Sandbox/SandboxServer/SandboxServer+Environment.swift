import Glibc
import SandboxWorld

extension SandboxServer {
    /// An environment file (YAML) for this sandbox; it reaches clusters through their consoles, where they have some.
    package var environmentText: String {
        var text = """
            # Written by `runbook sandbox`, and good as long as that process runs.
            environment:
              version: 1
              description: sandbox
              disposable: true
              sandbox: \(controlURL)

            targets:

            """
        for cluster in world.clusters {
            let place =
                consoleURL(of: cluster.name).map { "kibana: \($0)" } ?? "url: \(url(of: cluster.name) ?? "")"
            text += """
                  \(cluster.name):
                    kind: elasticsearch
                    \(place)
                    instance: \(cluster.instance)
                    transport: \(cluster.transport)
                    private_ip: \(cluster.privateIP)

                """
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
