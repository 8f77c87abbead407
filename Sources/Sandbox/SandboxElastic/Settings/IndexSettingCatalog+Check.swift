extension IndexSettingCatalog {
    /// Checks names and values of settings for an index.
    ///
    /// - Throws: The error of the first one in alphabetical order, the others beside it.
    func check(_ settings: SettingsMap) throws(ElasticError) {
        var problems = settings.names.compactMap { name in problem(name, settings[name] ?? .null) }
        guard !problems.isEmpty else { return }
        var first = problems.removeFirst()
        first.suppressed = problems
        throw first
    }

    private func problem(_ name: String, _ value: SettingsMap.Value) -> ElasticError? {
        guard let kind = kind(of: name) else {
            return name.hasSuffix("*") && value == .null ? nil : unknown(name)
        }
        if kind == .managed {
            return .illegalArgument(
                "can not update private setting [\(name)]; this setting is managed by Elasticsearch")
        }
        if kind == .internal {
            return .illegalArgument(
                "can not update internal setting [\(name)]; this setting is managed via a dedicated API")
        }
        guard let text = value.text else { return nil }
        return IndexSettingCatalog.problem(name, text)
    }

    private static func problem(_ name: String, _ text: String) -> ElasticError? {
        switch name {
        case "index.number_of_shards": wholeNumber(name, text, minimum: 1, maximum: 1024)
        case "index.number_of_replicas": wholeNumber(name, text, minimum: 0)
        case "index.max_result_window": wholeNumber(name, text, minimum: 1)
        case "index.soft_deletes.retention.operations": wholeNumber(name, text, minimum: 0)
        case "index.refresh_interval": TimeValue.problem(name, text)
        case "index.codec":
            ["default", "best_compression", "lucene_default"].contains(text)
                ? nil
                : .illegalArgument(
                    "unknown value for [index.codec] must be one of [default, best_compression] but was: \(text)")
        case "index.auto_expand_replicas":
            text == "false" || text.wholeMatch(of: #/\d+-(\d+|all)/#) != nil
                ? nil
                : .illegalArgument(
                    "failed to parse [index.auto_expand_replicas] from value: [\(text)] at index "
                        + "\(text.utf16.firstIndex(of: 0x2D).map { text.utf16.distance(from: text.startIndex, to: $0) } ?? -1)",
                    cause: text.utf8.firstIndex(of: 0x2D).map { dash in
                        // What is wrong is the part before the dash, or else the one behind it.
                        let (first, last) = (String(text[..<dash]), String(text[text.index(after: dash)...]))
                        return .numberFormat(Int(first) == nil ? first : last)
                    })
        case "index.soft_deletes.enabled", "index.blocks.read", "index.blocks.write", "index.blocks.read_only",
            "index.blocks.metadata", "index.blocks.read_only_allow_delete", "index.requests.cache.enable":
            ["true", "false"].contains(text)
                ? nil
                : .noTruthValue(text)
        default: SettingRules.problem(name, text)
        }
    }

    private static func wholeNumber(
        _ name: String, _ text: String, minimum: Int, maximum: Int = .max
    ) -> ElasticError? {
        guard let number = Int32(text).map(Int.init) else {
            return .illegalArgument("Failed to parse value [\(text)] for setting [\(name)]", cause: .numberFormat(text))
        }
        if (minimum...maximum).contains(number) { return nil }
        let bound = number < minimum ? ">= \(minimum)" : "<= \(maximum)"
        return .illegalArgument("Failed to parse value [\(text)] for setting [\(name)] must be \(bound)")
    }
}
