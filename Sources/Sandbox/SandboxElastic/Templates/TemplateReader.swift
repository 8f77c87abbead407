internal import OrderedJSON

/// Reads what a template says, and checks its name.
enum TemplateReader {
    /// The members `settings`, `mappings` and `aliases` of an object.
    ///
    /// - Parameter withType: Whether the mapping is inside an object that is named for its type.
    static func content(_ object: JSONObject, withType: Bool, _ call: Call) throws(ElasticError) -> TemplateContent {
        var content = TemplateContent()
        for member in object.members {
            switch member.name {
            case "settings":
                content.settings = SettingsMap(member.value).prefixed("index.")
                content.saysSettings = true
            case "mappings":
                let first = withType ? member.value.object?.first : nil
                content.type = first?.name ?? "_doc"
                let mapping = withType ? first?.value ?? [:] : member.value
                content.mapping = mapping
                try check(mapping, content.type, call)
            case "aliases":
                content.aliases = (member.value.object?.members ?? []).map { ($0.name, $0.value) }
                content.saysAliases = true
            default: break
            }
        }
        return content
    }

    private static func check(_ mapping: JSON, _ type: String, _ call: Call) throws(ElasticError) {
        do {
            _ = try MappingReader.mapping(
                mapping, type: type, IndexRules.mapping(call), unemulated: call.unemulated)
        } catch {
            throw ElasticError(
                "mapper_parsing_exception", "Failed to parse mapping [\(type)]: \(error.reason)", cause: error)
        }
    }

    /// Checks name, patterns and settings of a template.
    ///
    /// - Throws: The server's error with all problems.
    static func check(
        _ name: String, patterns: [String], _ content: TemplateContent, _ call: Call
    ) throws(ElasticError) {
        var problems: [String] = []
        if name.contains(" ") { problems.append("name must not contain a space") }
        if name.contains(",") { problems.append("name must not contain a ','") }
        if name.contains("#") { problems.append("name must not contain a '#'") }
        if name.contains("*"), call.profile.has(.templateNamesHaveNoStar) {
            problems.append("name must not contain a '*'")
        }
        if name.hasPrefix("_") { problems.append("name must not start with '_'") }
        if name != name.lowercased() { problems.append("name must be lower cased") }
        for pattern in patterns {
            if pattern.contains(" ") { problems.append("index_patterns [\(pattern)] must not contain a space") }
            if pattern.contains(",") { problems.append("index_pattern [\(pattern)] must not contain a ','") }
            if pattern.contains("#") { problems.append("index_pattern [\(pattern)] must not contain a '#'") }
            if pattern.hasPrefix("_") { problems.append("index_pattern [\(pattern)] must not start with '_'") }
            if pattern.contains(where: "\\/?\"<>| ,".contains) {
                problems.append(
                    "index_pattern [\(pattern)] must not contain the following characters "
                        + "[ , \", *, \\, <, |, ,, >, /, ?]")
            }
        }
        var lacking: ElasticError.Lacking?
        do {
            try call.profile.indexSettings.check(content.settings)
        } catch {
            problems.append(error.reason)
            lacking = error.whatIsLacking
        }
        if problems.isEmpty { return try checkAliases(content, patterns: patterns) }
        var error = invalid(name, ElasticError.validation(problems).reason)
        error.lacking = lacking
        throw error
    }

    /// - Throws: The server's error for the first alias that a new index could not have.
    private static func checkAliases(_ content: TemplateContent, patterns: [String]) throws(ElasticError) {
        for (name, _) in content.aliases {
            try AliasName.checkRules(name)
            if patterns.contains(name) {
                throw .illegalArgument(
                    "Alias [\(name)] cannot be the same as any pattern in [\(patterns.joined(separator: ", "))]")
            }
        }
    }

    /// Reads the `template` of a body of a newer kind.
    ///
    /// - Parameter kind: What the parser of the body is called.
    static func inner(_ body: JSON, of kind: String, _ call: Call) throws(ElasticError) -> TemplateContent? {
        guard let value = body["template"] else { return nil }
        let places = { SourceMap(call.body) }
        guard let object = value.object else {
            let place = places().value("template")
            throw .xContent(
                "[\(kind)] template doesn't support values of type: "
                    + JSONToken.name(of: value), at: place)
        }
        let known: Set<String> = ["settings", "mappings", "aliases"]
        if let unknown = object.names.first(where: { !known.contains($0) }) {
            let (name, value) = (places().name("template", unknown), places().value("template", unknown))
            let cause = ElasticError.xContent(
                "[template] \(call.profile.unknownField(unknown, among: known))", at: name)
            var error = ElasticError.xContent("[\(kind)] failed to parse field [template]", at: value, cause: cause)
            error.rootCauses = [cause]
            throw error
        }
        return try content(object, withType: false, call)
    }

    static func invalid(_ name: String, _ cause: String) -> ElasticError {
        ElasticError("invalid_index_template_exception", "index_template [\(name)] invalid, cause [\(cause)]")
    }

    static func missing(_ name: String) -> ElasticError {
        ElasticError("index_template_missing_exception", "index_template [\(name)] missing", status: 404)
    }

    /// The names that a path means; nil when a name without a pattern means nothing.
    static func names(_ wanted: String?, among all: some Sequence<String>) -> [String] {
        guard let wanted else { return all.sorted() }
        let patterns = elements(wanted)
        return all.filter { name in patterns.contains { $0 == "_all" || Wildcard.matches($0, name) } }.sorted()
    }

    /// Removes templates that a path means.
    ///
    /// - Throws: The server's error when a name means none.
    static func remove<Value>(_ wanted: String, from table: inout [String: Value]) throws(ElasticError) {
        let names = names(wanted, among: table.keys)
        if names.isEmpty, wanted != "*" { throw missing(wanted) }
        for name in names { table[name] = nil }
    }
}
