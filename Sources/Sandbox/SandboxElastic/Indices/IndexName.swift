internal import OrderedJSON

/// The rules for names of indices.
enum IndexName {
    /// Checks a name.
    ///
    /// - Throws: The server's error for the first rule it breaks.
    static func check(_ name: String) throws(ElasticError) {
        let forbidden: [Character] = [" ", "\"", "*", "\\", "<", "|", ",", ">", "/", "?"]
        if name.contains(where: forbidden.contains) {
            throw invalid(name, "must not contain the following characters [ , \", *, \\, <, |, ,, >, /, ?]")
        }
        if name.isEmpty { throw invalid(name, "must not be empty") }
        if name.contains("#") { throw invalid(name, "must not contain '#'") }
        if name.contains(":") { throw invalid(name, "must not contain ':'") }
        if let first = name.first, "_-+".contains(first) {
            throw invalid(name, "must not start with '_', '-', or '+'")
        }
        if name.utf8.count > 255 {
            throw invalid(name, "index name is too long, (\(name.utf8.count) > 255)")
        }
        if name == "." || name == ".." { throw invalid(name, "must not be '.' or '..'") }
        if name != name.lowercased() { throw invalid(name, "must be lowercase") }
    }

    static func invalid(_ name: String, _ rule: String) -> ElasticError {
        ElasticError(
            "invalid_index_name_exception", "Invalid index name [\(name)], \(rule)",
            details: [("index_uuid", "_na_"), ("index", .string(name))])
    }
}
