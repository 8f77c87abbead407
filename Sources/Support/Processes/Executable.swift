internal import Glibc

/// Finds the file that a command means.
enum Executable {
    private static let standardPath = "/usr/local/bin:/usr/bin:/bin"

    /// The path to start: the name itself when it holds `/`, else the first match in the child's own `PATH`.
    static func path(for command: ProcessCommand) throws(SpawnError) -> String {
        if command.executable.contains("/") { return command.executable }
        let search = command.environment["PATH"] ?? standardPath
        // A relative folder would be another one for each working directory, and a checkout may be one.
        for folder in search.split(separator: ":") where folder.hasPrefix("/") {
            let candidate = "\(folder)/\(command.executable)"
            if isExecutable(candidate) { return candidate }
        }
        throw SpawnError(command, reason: "no such program in `\(search)`", code: ENOENT)
    }

    private static func isExecutable(_ path: String) -> Bool {
        var status = stat()
        return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFREG && access(path, X_OK) == 0
    }
}
