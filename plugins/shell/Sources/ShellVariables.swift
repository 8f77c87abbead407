import Glibc

/// Variables that a script finds without setting them.
///
/// A variable counts as set only where it is set for every operator: a block that stops in its middle for want of one
/// has done a half of its work.
enum ShellVariables {
    /// What commands always get, from the operator's own environment or, where that lacks it, from the account.
    static let given = ["PATH", "HOME", "USER", "LOGNAME"]
    /// What commands get where the operator has it.
    static let passed = ["LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR"]
    /// What the handler sets.
    static let set = ["TERM", "RUNBOOK_STEP", "RUNBOOK_BLOCK"]

    /// What `/bin/sh` sets by itself (POSIX, section 2.5.3), as far as every such shell does when it runs a text.
    static let ofSh: Set<String> = ["PWD", "PPID", "IFS", "OPTIND", "PS4"]
    /// What bash sets by itself (its manual, "Shell Variables"), as far as it does before anything is run.
    static let ofBash: Set<String> = [
        "PWD", "PPID", "IFS", "OPTIND", "OPTERR", "PS4", "LINENO", "UID", "EUID", "GROUPS", "RANDOM", "SRANDOM",
        "SECONDS", "EPOCHSECONDS", "EPOCHREALTIME", "HOSTNAME", "HOSTTYPE", "MACHTYPE", "OSTYPE", "SHLVL", "SHELL",
        "SHELLOPTS", "DIRSTACK", "COMP_WORDBREAKS", "HISTCMD", "_", "BASH", "BASHOPTS", "BASHPID", "BASH_ARGC",
        "BASH_ARGV0", "BASH_COMMAND", "BASH_EXECUTION_STRING", "BASH_LOADABLES_PATH", "BASH_SUBSHELL",
        "BASH_VERSINFO", "BASH_VERSION",
    ]
    /// What shells set later, by what they do, so that nobody else gives it.
    private static let later: Set<String> = [
        "OLDPWD", "OPTARG", "REPLY", "MAPFILE", "COPROC", "FUNCNAME", "PIPESTATUS", "BASH_REMATCH", "BASH_SOURCE",
        "BASH_LINENO", "BASH_ARGV", "BASH_ALIASES", "BASH_CMDS", "COLUMNS", "LINES",
    ]

    /// Whether a variable certainly has a value when a block begins.
    static func isSet(_ name: String, in language: String) -> Bool {
        given.contains(name) || set.contains(name) || (language == "bash" ? ofBash : ofSh).contains(name)
    }

    /// Whether a variable may get its value from the shell while a block runs.
    static func isSetLater(_ name: String) -> Bool { later.contains(name) }

    /// Whether a name is the shell's or the operator's, and not one that a runbook gives a value.
    static func isKnown(_ name: String) -> Bool {
        given.contains(name) || passed.contains(name) || set.contains(name) || ofSh.contains(name)
            || ofBash.contains(name) || later.contains(name) || name.hasPrefix("BASH")
    }

    /// Whether shells, or the programs that they start, obey a variable of this name in any case.
    static func isObeyed(_ name: String) -> Bool {
        let upper = name.uppercased()
        return ["PATH", "HOME", "IFS", "ENV", "SHELL", "CDPATH", "TMPDIR"].contains(upper) || upper.hasPrefix("LD_")
            || upper.hasPrefix("BASH_") || upper.hasSuffix("_PROXY")
    }

    /// What commands get of the operator's environment, with what the account says instead of what it lacks.
    static func inherited(_ variables: [String: String]) -> [String: String] {
        var inherited = variables.filter { (given + passed).contains($0.key) && !$0.value.isEmpty }
        guard given.contains(where: { inherited[$0] == nil }) else { return inherited }
        let account = getpwuid(getuid())
        let name = account.map { String(cString: $0.pointee.pw_name) } ?? "\(getuid())"
        let defaults = [
            "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
            "HOME": account.map { String(cString: $0.pointee.pw_dir) } ?? "/",
            "USER": inherited["LOGNAME"] ?? name, "LOGNAME": inherited["USER"] ?? name,
        ]
        inherited.merge(defaults) { own, _ in own }
        return inherited
    }
}
