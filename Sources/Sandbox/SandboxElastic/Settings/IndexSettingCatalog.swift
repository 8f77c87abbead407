/// The settings that an index of one version may have.
struct IndexSettingCatalog: Sendable {
    /// When a setting may be changed.
    enum Kind: Sendable {
        /// At any time.
        case dynamic
        /// While the index is closed.
        case whileClosed
        /// Only when the index is created.
        case final
        /// Never by a user.
        case managed
        /// Only by an endpoint of its own.
        case `internal`
    }

    private var kinds: [String: Kind]
    private let prefixes: [(prefix: String, kind: Kind)]
    /// The names a user may set, with `index.` before them, for proposals.
    private(set) var names: [String]

    private static let finals: Set<String> = [
        "number_of_shards", "soft_deletes.enabled", "number_of_routing_shards", "routing_partition_size", "sort.field",
        "sort.order", "sort.mode", "sort.missing",
    ]

    init(
        dynamic: String, fixedWhileOpen: String, dynamicPrefixes: [String], fixedPrefixes: [String], managed: [String]
    ) {
        var kinds: [String: Kind] = [:]
        for name in dynamic.split(whereSeparator: \.isWhitespace) { kinds["index.\(name)"] = .dynamic }
        for name in fixedWhileOpen.split(whereSeparator: \.isWhitespace) {
            kinds["index.\(name)"] = IndexSettingCatalog.finals.contains(String(name)) ? .final : .whileClosed
        }
        names = kinds.keys.sorted()
        for name in managed { kinds["index.\(name)"] = .managed }
        self.kinds = kinds
        self.prefixes =
            dynamicPrefixes.map { ("index.\($0)", .dynamic) } + fixedPrefixes.map { ("index.\($0)", .whileClosed) }
    }

    /// The settings of another version: with these more, and without those.
    func changed(
        dynamic: String = "", fixedWhileOpen: String = "", managed: [String] = [], internals: [String] = [],
        final: [String] = [], removing removed: [String] = []
    ) -> IndexSettingCatalog {
        var result = self
        for name in dynamic.split(whereSeparator: \.isWhitespace) { result.kinds["index.\(name)"] = .dynamic }
        for name in fixedWhileOpen.split(whereSeparator: \.isWhitespace) {
            result.kinds["index.\(name)"] =
                IndexSettingCatalog.finals.contains(String(name)) ? .final : .whileClosed
        }
        for name in managed { result.kinds["index.\(name)"] = .managed }
        for name in final { result.kinds["index.\(name)"] = .final }
        for name in internals { result.kinds["index.\(name)"] = .internal }
        for name in removed { result.kinds["index.\(name)"] = nil }
        result.names = result.kinds.filter { $0.value != .managed }.keys.sorted()
        return result
    }

    /// When a setting may be changed; nil when there is no such setting.
    func kind(of name: String) -> Kind? {
        kinds[name] ?? prefixes.first { name.hasPrefix($0.prefix) }?.kind
    }

    /// The server's error for a setting that does not exist.
    func unknown(_ name: String) -> ElasticError {
        let close = Spelling.suggestions(for: name, among: names, likerThan: 0.7)
        let advice =
            switch close.count {
            case 0:
                "please check that any required plugins are installed, or check the breaking changes documentation "
                    + "for removed settings"
            case 1: "did you mean [\(close[0])]?"
            default: "did you mean any of [\(close.joined(separator: ", "))]?"
            }
        return .illegalArgument("unknown setting [\(name)] \(advice)").lacking(.indexSetting(name))
    }
}
