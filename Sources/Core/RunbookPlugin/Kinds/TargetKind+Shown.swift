public import OrderedJSON

extension TargetKind {
    /// Where a target is, for people: a cluster's URL, the console before it, a host with its port; nil when nothing
    /// says it.
    public func place(settings: JSONObject, properties: JSONObject) -> String? {
        func text(_ key: String) -> String? {
            (settings[key] ?? properties[key]).flatMap { $0.string ?? $0.number?.text }
        }
        let addresses = keys.filter { $0.form == .url || $0.form == .host }.map(\.name)
        for key in places.isEmpty ? addresses : places {
            guard let place = text(key) else { continue }
            let isHost = keys.contains { $0.name == key && $0.form == .host }
            guard isHost, let port = keys.first(where: { $0.form == .port }).flatMap({ text($0.name) }) else {
                return place
            }
            return "\(place):\(port)"
        }
        return nil
    }

    /// As whom requests are made, when that is not a secret.
    public func user(settings: JSONObject) -> String? {
        keys.first { $0.meaning == .user }.flatMap { settings[$0.name]?.string }
    }

    /// Whether the certificate of a server is verified, where there is one.
    public func isVerified(settings: JSONObject) -> Bool {
        !keys.contains { $0.form == .tls && settings[$0.name]?["verify"] == false }
    }

    /// Whether a target must say an address, so that one without is refused.
    public var demandsAddress: Bool {
        let addresses = keys.filter { $0.form == .url || $0.form == .host }
        return addresses.contains(where: \.isRequired)
            || rules.contains { rule in
                guard case .anyOf(let names, _) = rule else { return false }
                return names.allSatisfy { name in addresses.contains { $0.name == name } }
            }
    }

    /// The names of all properties that such a target can have.
    public var possibleProperties: [String] {
        let parts = keys.contains { $0.name == "url" && $0.form == .url } ? ["url", "host", "port"] : []
        return ["name"] + parts + keys.filter(isProperty).map(\.name)
    }
}
