/// The programs of a pipeline, as far as they decide what becomes of variables.
struct ShellPrograms {
    /// Programs that start another one without the variables of this shell: on another machine, in a container, or for
    /// another user.
    private static let barriers: Set<String> = [
        "ssh", "sudo", "su", "doas", "runuser", "docker", "podman", "nerdctl", "kubectl", "oc", "crictl", "lxc",
        "machinectl", "systemd-run", "nsenter", "vagrant", "mosh", "sshpass", "pdsh", "pssh", "parallel-ssh", "salt",
        "ansible", "crontab",
    ]
    private static let shells: Set<String> = [
        "sh", "bash", "dash", "ash", "ksh", "zsh", "busybox", "xargs", "envsubst", "eval", "trap", "watch", "at",
        "batch",
        "parallel", "entr", "script", "su", "ssh",
    ]
    /// Programs with variables of their own that are written as those of shells.
    private static let foreign: Set<String> = ["jq", "yq", "perl", "php", "mongosh", "mongo", "tclsh", "pwsh"]
    /// Programs that start the one that their arguments name.
    private static let prefixes: Set<String> = [
        "sudo", "doas", "env", "nohup", "timeout", "time", "nice", "ionice", "stdbuf", "xargs", "exec", "command",
        "setsid", "watch", "flock", "retry", "sshpass", "caffeinate", "strace", "unbuffer", "parallel",
    ]
    /// Options by which such programs give variables all the same.
    private static let bridges: Set<String> = ["-E", "-e", "--env", "--preserve-env", "--env-file", "--setenv"]

    /// The first program that is started without the variables, and that nothing gives them.
    var barrier: String? { isBridged ? nil : first }
    /// Whether a shell, or what reads texts as one, is among them.
    private(set) var hasShell = false
    /// Whether a program is among them for which `$name` is a variable of its own.
    private(set) var hasForeign = false
    private var first: String?
    private var isBridged = false
    private var clears = false
    private var startsArguments = false

    /// Notes a word of the pipeline.
    ///
    /// - Parameter isFirst: Whether a command begins with it.
    mutating func meet(_ word: String, isFirst: Bool) {
        let name = word.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { String($0) } ?? word
        if isFirst { startsArguments = false }
        if isFirst || startsArguments, ShellPrograms.barriers.contains(name) { first = first ?? name }
        if isFirst || startsArguments, ShellPrograms.prefixes.contains(name) { startsArguments = true }
        if name == "env" { clears = true }
        if clears, ["-i", "-", "--ignore-environment"].contains(word) { first = first ?? "env -i" }
        if ShellPrograms.shells.contains(name) { hasShell = true }
        if ShellPrograms.foreign.contains(name) { hasForeign = true }
        let option = word.prefix { $0 != "=" }
        if ShellPrograms.bridges.contains(String(option)) { isBridged = true }
    }
}
