/// What `exec` was asked to do.
struct RunRequest: Sendable {
    /// The runbook.
    var file: String
    /// What `--env` says.
    var environment: String?
    /// `-p`.
    var parameters: [ParameterOption] = []
    /// `--params`.
    var parameterFile: String?
    /// `--yes`.
    var saysYes = false
    /// `--store`.
    var store: String?
    /// `--report`.
    var report: String?
    /// `--format`.
    var format = OutputFormat.text
    /// `--wait-for-lock`.
    var waitsForLock = false
    /// `--plan`.
    var plan: String?
}
