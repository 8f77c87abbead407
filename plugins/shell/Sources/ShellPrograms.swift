/// The programs of a pipeline, as far as they decide what becomes of variables.
struct ShellPrograms {
    /// Programs that start another one without the variables of this shell: on another machine, in a container, or for
    /// another user.
    private static let barriers: Set<String> = [
        "ssh", "slogin", "rsh", "rexec", "sudo", "su", "doas", "pkexec", "runuser", "docker", "docker-compose",
        "podman", "podman-compose", "nerdctl", "kubectl", "oc", "crictl", "ctr", "lxc", "lxc-attach", "incus",
        "machinectl", "systemd-run", "systemd-nspawn", "nsenter", "vagrant", "multipass", "mosh", "sshpass", "autossh",
        "pdsh", "clush", "pssh", "parallel-ssh", "dsh", "salt", "salt-call", "salt-ssh", "ansible", "fab", "crontab",
        "tmux", "screen", "schtasks", "wsl", "adb", "flatpak-spawn", "toolbox", "distrobox", "virsh", "qm", "pct",
    ]
    /// Shells of this machine, which get the variables.
    private static let realShells: Set<String> = ["sh", "bash", "dash", "ash", "ksh", "zsh", "busybox", "at", "batch"]
    /// Programs for which any text of theirs is one of a shell.
    private static let evaluators: Set<String> = ["eval", "trap", "watch", "parallel", "entr"]
    private static let shells = realShells.union(evaluators).union(["xargs", "envsubst", "script", "su", "ssh"])
    /// Programs with variables of their own that are written as those of shells.
    private static let foreign: Set<String> = ["jq", "yq", "perl", "php", "mongosh", "mongo", "tclsh", "pwsh"]
    /// Programs that start the one that their arguments name.
    private static let prefixes: Set<String> = [
        "sudo", "doas", "env", "nohup", "timeout", "time", "nice", "ionice", "stdbuf", "xargs", "exec", "command",
        "builtin", "setsid", "watch", "flock", "retry", "sshpass", "caffeinate", "strace", "unbuffer", "parallel",
        "chroot", "unshare", "taskset", "chrt", "setarch", "faketime",
    ]
    /// Other programs of which it is known that they pass variables on, or only write their texts.
    private static let known: Set<String> = [
        "echo", "printf", "cat", "tee", "find", "grep", "egrep", "fgrep", "sed", "awk", "gawk", "mawk", "nawk", "tr",
        "cut", "sort",
        "uniq", "head", "tail", "test", "[", "[[", "python", "python2", "python3", "node", "ruby", "make", "gmake",
        "export", "readonly", "local", "declare", "typeset", "alias", "set", "unset", "read", ":", "true", "let",
        "expr",
        "printenv", "rm", "fish", "csh", "tcsh", "return", "exit", "source", ".", "for", "select", "case", "coproc",
        "wait", "getopts", "shift", "cd", "pwd", "break", "continue", "kill", "sleep", "mapfile", "readarray", "false",
    ]
    /// Options by which such programs give variables all the same.
    private static let bridges: Set<String> = ["-E", "-e", "--env", "--preserve-env", "--env-file", "--setenv"]
    /// What is in files there is read by programs that nobody of the block starts.
    private static let elsewhere = ["/etc/", "/usr/", "/opt/", "/lib/", "/var/spool/"]

    /// The first program that is started without the variables, and that nothing gives them.
    var barrier: String? { isBridged ? nil : first }
    /// Whether a shell, or what reads texts as one, is among them.
    private(set) var hasShell = false
    /// Whether a shell that gets the variables is among them.
    private(set) var hasRealShell = false
    /// Whether a program is among them for which `$name` is a variable of its own.
    private(set) var hasForeign = false
    /// Whether `make` is among them, for which `$(name)` and `$$name` are variables.
    private(set) var hasMake = false
    /// The first program of which nobody knows what it does with variables.
    private(set) var unknown: String?
    /// Whether the first word of a command is made by the shell: `$run ssh`.
    private(set) var isIndirect = false
    /// Whether the word before is the option of a shell that begins its script.
    private(set) var beginsScript = false
    /// Whether the program that was named last is a shell.
    private(set) var isAtShell = false
    private var first: String?
    private var isBridged = false
    private var clears: String?
    private var startsArguments = false
    private var last = ""

    /// Notes a word of the pipeline.
    ///
    /// - Parameter isFirst: Whether a command begins with it.
    mutating func meet(_ word: String, isFirst: Bool) {
        let name = word.utf8.split(separator: UInt8(ascii: "/")).last.flatMap { String($0) } ?? word
        if isFirst { startsArguments = false }
        let isProgram = isFirst || startsArguments || ["-exec", "-execdir", "-ok"].contains(last)
        last = word
        if isProgram, ShellPrograms.barriers.contains(name) { first = first ?? name }
        // `gcloud compute ssh`, `aws ssm send-command`.
        if unknown != nil, ["ssh", "exec", "ssm", "run-command"].contains(word) { first = first ?? unknown }
        if isFirst, !ShellPrograms.isKnown(name) { unknown = unknown ?? name }
        if isProgram, ShellPrograms.prefixes.contains(name) { startsArguments = true }
        noteClearing(word, name, isFirst: isFirst)
        beginsScript = isAtShell && word.hasPrefix("-") && !word.hasPrefix("--") && word.hasSuffix("c")
        if ShellPrograms.realShells.contains(name) {
            isAtShell = true
            hasRealShell = true
        } else if isFirst {
            isAtShell = false
        }
        if ShellPrograms.shells.contains(name) { hasShell = true }
        if ShellPrograms.foreign.contains(name) { hasForeign = true }
        if name == "make" || name == "gmake" { hasMake = true }
        let option = word.prefix { $0 != "=" }
        if ShellPrograms.bridges.contains(String(option)) { isBridged = true }
    }

    /// `env -i` and `exec -c` start a program without variables.
    private mutating func noteClearing(_ word: String, _ name: String, isFirst: Bool) {
        if name == "env" || isFirst && name == "exec" { clears = name }
        switch clears {
        case "env" where ["-i", "-", "--ignore-environment"].contains(word): first = first ?? "env -i"
        // What it splits may have the option.
        case "env" where word == "-S" || word == "--split-string": first = first ?? "env -S"
        case "exec" where word == "-c" || word == "-cl" || word == "-lc":
            if !isAtShell { first = first ?? "exec -c" }
        default: break
        }
    }

    /// Notes a first word of a command that the shell makes of a variable or a substitution.
    mutating func meetIndirect() {
        isIndirect = true
        isAtShell = false
        beginsScript = false
        startsArguments = true
    }

    /// Notes a file that a command writes.
    mutating func write(_ file: String) {
        if ShellPrograms.elsewhere.contains(where: file.hasPrefix) { first = first ?? file }
    }

    /// Whether a text in it, quoted or a here-document, is a script of a shell of this machine.
    func runs(_ text: ShellScan.Hidden) -> Bool {
        text.isScript || ShellPrograms.evaluators.contains(text.command)
            || hasRealShell && ["cat", "echo", "printf"].contains(text.command)
    }

    private static func isKnown(_ name: String) -> Bool {
        barriers.contains(name) || shells.contains(name) || foreign.contains(name) || prefixes.contains(name)
            || known.contains(name)
    }

    /// The first program in a text, at any place, that passes no variables on.
    static func barrier(anywhereIn bytes: [UInt8]) -> String? {
        let words = bytes.split { byte in
            !ShellScanner.isName(byte) && byte != UInt8(ascii: "-") && byte != UInt8(ascii: ".")
        }
        var before = ""
        for word in words where word.count < 40 {
            let text = String(decoding: word, as: UTF8.self)
            if barriers.contains(text) { return text }
            if before == "env" && ["-i", "-", "--ignore-environment"].contains(text) { return "env -i" }
            if before == "exec" && text == "-c" { return "exec -c" }
            before = text
        }
        return nil
    }
}
