internal import OrderedJSON
internal import RunbookModel
internal import YAML

extension EnvironmentReader {
    /// The proxy as `{url, user}`: an address alone, or a mapping with the user that the proxy demands.
    mutating func proxy(_ entry: YAMLEntry, into draft: inout TargetDraft) -> JSON? {
        guard entry.value.mapping != nil else { return proxyAddress(entry, into: &draft) }
        guard let entries = entries(of: entry.value, keys: ["url", "user", "password"], of: "`proxy`") else {
            return nil
        }
        guard let url = entries["url"] else {
            report(
                "environment/missing-key", "`proxy` has no `url`", at: span(entry.key), "add `url: http://HOST:3128`")
            return nil
        }
        guard var proxy = proxyAddress(url, into: &draft)?.object else { return nil }
        if let user = entries["user"] {
            if user.value.scalar != nil {
                proxy["user"] = text(user).map { .string($0.value) }
            } else {
                credential(user).map { draft.add($0.named("proxy_user")) }
            }
        }
        if let password = entries["password"] { credential(password).map { draft.add($0.named("proxy_password")) } }
        checkUserAndPassword(entries)
        return .object(proxy)
    }

    private mutating func proxyAddress(_ entry: YAMLEntry, into draft: inout TargetDraft) -> JSON? {
        guard let (address, parts) = address(entry) else { return nil }
        draft.addresses.append(address)
        return ["url": .string(parts.url)]
    }

    /// The identifier of a space, as Kibana allows it.
    mutating func space(_ entry: YAMLEntry) -> String? {
        guard let text = text(entry) else { return nil }
        if text.value.utf8.allSatisfy({ $0 < 0x80 && (Character(UnicodeScalar($0)).isSpaceLetter) }) {
            return text.value
        }
        report(
            "environment/wrong-type", "`space` must be a space's identifier", at: text.span,
            "it is what stands behind `/s/` in Kibana's address: lowercase letters, digits, `_` and `-`")
        return nil
    }

    mutating func checkElasticsearch(
        _ entry: YAMLEntry, _ entries: [String: YAMLEntry], _ draft: TargetDraft
    ) {
        if let url = entries["url"], entries["kibana"] != nil {
            report(
                "environment/conflict", "`\(entry.name)` has both `url` and `kibana`", at: span(url.key),
                "keep the one that requests are to be sent to")
        }
        if entries["url"] == nil, entries["kibana"] == nil {
            report(
                "environment/missing-key", "the target `\(entry.name)` has no `url`", at: span(entry.key),
                "add `url: https://HOST:9200`, or `kibana: https://HOST:5601` for its console")
        }
        if let space = entries["space"], entries["kibana"] == nil {
            report(
                "environment/missing-key", "`space` needs `kibana`", at: span(space.key),
                "add `kibana: https://HOST:5601`, or remove `space`")
        }
        checkAuthentication(entries)
        let address = draft.settings["url"] ?? draft.settings["kibana"]
        if let tls = entries["tls"], address?.string?.lowercased().hasPrefix("http://") == true {
            diagnostics.append(
                Diagnostic(
                    "environment/tls-unused", .warning, "`tls` has no effect on an address with `http://`",
                    at: span(tls.key), help: "write `https://`, or remove `tls`"))
        }
    }

    /// One manner of authentication: user and password together, or one of the others.
    private mutating func checkAuthentication(_ entries: [String: YAMLEntry]) {
        checkUserAndPassword(entries)
        let manners = ["password", "api_key", "bearer"].compactMap { entries[$0] }
        guard manners.count > 1 else { return }
        report(
            "environment/conflict", "`\(manners[1].name)` and `\(manners[0].name)` cannot both be sent",
            at: span(manners[1].key), "keep one manner of authentication")
    }

    private mutating func checkUserAndPassword(_ entries: [String: YAMLEntry]) {
        for (one, other, help) in [
            ("user", "password", "add `password: { env: VARIABLE }`"), ("password", "user", "add `user: NAME`"),
        ] {
            guard let present = entries[one], entries[other] == nil else { continue }
            report("environment/missing-key", "`\(one)` needs `\(other)`", at: span(present.key), help)
        }
    }
}

extension Credential {
    /// The same secret by another name.
    fileprivate func named(_ name: String) -> Credential { Credential(name: name, source: source, span: span) }
}

extension Character {
    /// Whether a space's identifier can have it.
    fileprivate var isSpaceLetter: Bool {
        ("a"..."z").contains(self) || ("0"..."9").contains(self) || "_-".contains(self)
    }
}
