/// Whether writing a document may create its index: the setting `action.auto_create_index`.
enum AutoCreation {
    /// - Throws: The server's error when no index of this name is created by the way.
    static func check(_ name: String, _ state: ClusterState, _ profile: Profile) throws(ElasticError) {
        guard let setting = state.settings.text("action.auto_create_index"), setting != "true" else { return }
        func refused(_ reason: String) -> ElasticError {
            var error = ElasticError.indexNotFound(name, resource: nil)
            error.reason = reason
            return error
        }
        if setting == "false" {
            if !profile.has(.autoCreationTellsSetting) { throw .indexNotFound(name, resource: "index_expression") }
            throw refused("no such index [\(name)] and [action.auto_create_index] is [false]")
        }
        for element in elements(setting) {
            let isExcluded = element.hasPrefix("-")
            let pattern = isExcluded || element.hasPrefix("+") ? String(element.dropFirst()) : element
            guard Wildcard.matches(pattern, name) else { continue }
            if !isExcluded { return }
            throw refused(
                "no such index [\(name)] and [action.auto_create_index] contains [\(element)] which forbids automatic "
                    + "creation of the index")
        }
        throw refused("no such index [\(name)] and [action.auto_create_index] ([\(setting)]) doesn't match")
    }
}
