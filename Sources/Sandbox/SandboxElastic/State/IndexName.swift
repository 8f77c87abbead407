internal import OrderedJSON

/// The rules for names of indices.
enum IndexName {
    /// Checks a name.
    ///
    /// - Throws: The server's error for the first rule it breaks.
    static func check(_ name: String, _ call: Call) throws(ElasticError) {
        let mayHoldColon = call.profile.has(.namesMayHoldColons)
        let checked = mayHoldColon ? name.replacing(":", with: "") : name
        if let rule = brokenRule(checked) ?? (name == name.lowercased() ? nil : "must be lowercase") {
            throw invalid(name, rule)
        }
        if mayHoldColon, name.contains(":") {
            call.warnings.add(
                "index or alias name [\(name)] containing ':' is deprecated. Elasticsearch 7.x will read, but not allow "
                    + "creation of new indices containing ':'")
        }
    }

    /// The first rule that a name breaks, those for its case left out; nil when it keeps all.
    static func brokenRule(_ name: String) -> String? {
        let forbidden: [Character] = [" ", "\"", "*", "\\", "<", "|", ",", ">", "/", "?"]
        if name.contains(where: forbidden.contains) {
            return "must not contain the following characters [ , \", *, \\, <, |, ,, >, /, ?]"
        }
        if name.isEmpty { return "must not be empty" }
        if name.contains("#") { return "must not contain '#'" }
        if name.contains(":") { return "must not contain ':'" }
        if let first = name.first, "_-+".contains(first) { return "must not start with '_', '-', or '+'" }
        if name.utf8.count > 255 { return "index name is too long, (\(name.utf8.count) > 255)" }
        if name == "." || name == ".." { return "must not be '.' or '..'" }
        return nil
    }

    static func invalid(_ name: String, _ rule: String) -> ElasticError {
        ElasticError(
            "invalid_index_name_exception", "Invalid index name [\(name)], \(rule)",
            details: [("index_uuid", "_na_"), ("index", .string(name))])
    }
}
