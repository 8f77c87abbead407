/// Variables that a script finds without setting them.
enum ShellVariables {
    /// What commands get of the operator's own environment, which may hold secrets.
    static let inherited = ["PATH", "HOME", "USER", "LOGNAME", "LANG", "LC_ALL", "LC_CTYPE", "TZ", "TMPDIR"]

    /// What the shells set by themselves (POSIX, section 2.5.3; bash's manual, "Shell Variables").
    private static let own: Set<String> = [
        "PWD", "OLDPWD", "PPID", "IFS", "OPTARG", "OPTIND", "OPTERR", "PS1", "PS2", "PS4", "LINENO", "TERM", "UID",
        "EUID", "GROUPS", "RANDOM", "SRANDOM", "SECONDS", "EPOCHSECONDS", "EPOCHREALTIME", "HOSTNAME", "HOSTTYPE",
        "MACHTYPE", "OSTYPE", "SHLVL", "SHELL", "SHELLOPTS", "DIRSTACK", "FUNCNAME", "PIPESTATUS", "REPLY", "MAPFILE",
        "COPROC", "COLUMNS", "LINES", "_",
    ]

    /// Whether a name is the shell's or the operator's.
    static func isKnown(_ name: String) -> Bool {
        inherited.contains(name) || own.contains(name) || name.hasPrefix("BASH")
    }

    /// Whether shells, or the programs that they start, obey a variable of this name in any case.
    static func isObeyed(_ name: String) -> Bool {
        let upper = name.uppercased()
        return ["PATH", "HOME", "IFS", "ENV", "SHELL", "CDPATH", "TMPDIR"].contains(upper) || upper.hasPrefix("LD_")
            || upper.hasPrefix("BASH_") || upper.hasSuffix("_PROXY")
    }
}
