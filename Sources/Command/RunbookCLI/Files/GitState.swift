import Processes

/// The commit of a document's repository, for the journal.
enum GitState {
    /// The commit, and whether the file differs from it; nil when it is in no repository, or git is not there.
    static func of(_ path: String, variables: [String: String]) async -> (id: String, isModified: Bool)? {
        let folder = path.split(separator: "/", omittingEmptySubsequences: false).dropLast().joined(separator: "/")
        guard let commit = await git(["rev-parse", "HEAD"], in: folder, variables), !commit.isEmpty,
            let changes = await git(["status", "--porcelain", "--", path], in: folder, variables)
        else { return nil }
        return (commit, !changes.isEmpty)
    }

    private static func git(_ arguments: [String], in folder: String, _ variables: [String: String]) async -> String? {
        let kept = variables.filter { ["PATH", "HOME"].contains($0.key) }
        let command = ProcessCommand(
            "git", arguments, environment: kept.merging(["GIT_OPTIONAL_LOCKS": "0"]) { $1 },
            directory: folder.isEmpty ? "/" : folder, output: .collect(limit: 4096), deadline: .seconds(5))
        guard let result = try? await Process.run(command), result.isSuccess else { return nil }
        let text = String(decoding: result.output, as: UTF8.self)
        return text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    }
}
