/// What the command that started a run said beside document, environment and parameters: commands that start it again say
/// it, too.
package struct RunInvocation: Sendable, Hashable {
    /// The steps that `--only` chose; empty for all.
    package var only: [String] = []
    /// The step that `--from` began with.
    package var from: String?
    /// `NAME=PROFILE` of each `--cluster`, as they were written.
    package var clusters: [String] = []
    /// The absolute path of the file that `--report` named.
    package var report: String?
    /// The absolute paths that `--plugin-dir` gave.
    package var plugins: [String] = []

    /// Makes the invocation of a command that said nothing.
    package init() {}
}
