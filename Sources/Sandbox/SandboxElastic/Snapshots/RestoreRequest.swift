internal import OrderedJSON

/// What is to be restored of a snapshot, and as what.
struct RestoreRequest {
    var wanted: [String] = []
    var options = ExpansionOptions()
    var renaming: IndexRenaming?
    var includesGlobalState = false
    var includesAliases = true
    var settings = SettingsMap()
    /// Names and patterns of settings that are omitted.
    var ignoredSettings: [String] = []

    /// Reads the body of a request.
    init(_ call: Call) throws(ElasticError) {
        let body = try SnapshotBody(call)
        var pattern: String?
        var replacement: String?
        for member in body.members {
            let value = member.value
            switch member.name {
            case "indices": wanted = try SnapshotBody.list(value, section: "indices")
            case "partial": _ = try SnapshotBody.bool(value, member.name)
            case "include_global_state": includesGlobalState = try SnapshotBody.bool(value, member.name)
            case "include_aliases": includesAliases = try SnapshotBody.bool(value, member.name)
            case "rename_pattern", "rename_replacement":
                guard let text = value.string else { throw .illegalArgument("malformed \(member.name)") }
                if member.name == "rename_pattern" { pattern = text } else { replacement = text }
            case "settings", "index_settings":
                guard value.object != nil else { throw .illegalArgument("malformed \(member.name) section") }
                if member.name == "index_settings" { settings = SettingsMap(value).prefixed("index.") }
            case "ignore_index_settings":
                ignoredSettings = try SnapshotBody.list(value, section: "ignore_index_settings")
            case let name where SnapshotBody.options.contains(name): break
            default: throw .illegalArgument("Unknown parameter \(member.name)")
            }
        }
        options = try body.options(default: ExpansionOptions())
        if let pattern, let replacement {
            renaming = try IndexRenaming(pattern: pattern, replacement: replacement)
        }
    }

    private static let unmodifiable: Set<String> = [
        "index.number_of_shards", "index.version.created", "index.uuid", "index.creation_date", "index.history.uuid",
    ]
    private static let unremovable = unmodifiable.union([
        "index.number_of_replicas", "index.auto_expand_replicas", "index.version.upgraded",
    ])

    /// The settings of a restored index.
    ///
    /// - Parameter reference: How errors call the snapshot.
    func settings(from original: SettingsMap, _ reference: String) throws(ElasticError) -> SettingsMap {
        var result = original
        for ignored in ignoredSettings {
            if RestoreRequest.unremovable.contains(ignored) {
                throw .restore(reference, "cannot remove setting [\(ignored)] on restore")
            }
            for name in original.names
            where Wildcard.matches(ignored, name) && !RestoreRequest.unremovable.contains(name) {
                result[name] = nil
            }
        }
        for name in settings.names where RestoreRequest.unmodifiable.contains(name) {
            throw .restore(reference, "cannot modify setting [\(name)] on restore")
        }
        if let text = settings.text("index.number_of_replicas"), Int(text) == nil {
            throw ElasticError(
                "settings_exception", "Failed to parse int setting [index.number_of_replicas] with value [\(text)]",
                status: 500, cause: .numberFormat(text))
        }
        result.apply(settings)
        return result
    }
}

extension ElasticError {
    static func restore(_ reference: String, _ reason: String) -> ElasticError {
        ElasticError("snapshot_restore_exception", "[\(reference)] \(reason)", status: 500)
    }
}
