/// The rules for names of snapshots.
enum SnapshotName {
    /// Checks a name.
    ///
    /// - Throws: The server's error for the first rule it breaks.
    static func check(_ name: String, in repository: String) throws(ElasticError) {
        let forbidden: [Character] = [" ", "\"", "*", "\\", "<", "|", ",", ">", "/", "?"]
        let rule: String
        if name.isEmpty {
            rule = "cannot be empty"
        } else if name.contains(" ") {
            rule = "must not contain whitespace"
        } else if name.contains(",") {
            rule = "must not contain ','"
        } else if name.contains("#") {
            rule = "must not contain '#'"
        } else if name.hasPrefix("_") {
            rule = "must not start with '_'"
        } else if name != name.lowercased() {
            rule = "must be lowercase"
        } else if name.contains(where: forbidden.contains) {
            rule = "must not contain the following characters [ , \", *, \\, <, |, ,, >, /, ?]"
        } else {
            return
        }
        throw invalid(name, rule, in: repository)
    }

    /// What a name gets that a snapshot has already.
    static func inUse(_ name: String, in repository: String, _ profile: Profile) -> ElasticError {
        var error = invalid(name, "snapshot with the same name already exists", in: repository)
        if profile.has(.snapshotNamesAreInUse) { error.type = "snapshot_name_already_in_use_exception" }
        return error
    }

    static func invalid(_ name: String, _ rule: String, in repository: String) -> ElasticError {
        ElasticError(
            "invalid_snapshot_name_exception", "[\(repository):\(name)] Invalid snapshot name [\(name)], \(rule)")
    }
}
