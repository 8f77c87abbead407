internal import OrderedJSON
internal import RunbookModel
internal import YAML

extension EnvironmentReader {
    mutating func target(_ entry: YAMLEntry) -> EnvironmentTarget? {
        guard isName(entry, of: "target"), let kind = kind(of: entry) else { return nil }
        let keys = ["kind"] + kind.value.keys.map(\.name)
        guard let entries = entries(of: entry.value, keys: keys, of: "a target of kind `\(kind.value.name)`") else {
            return nil
        }
        var draft = TargetDraft(
            name: Located(entry.name, at: span(entry.key)), kind: Located(kind.value.name, at: kind.span))
        if !kind.value.isBuilt { draft.notBuilt = draft.kind }
        for key in kind.value.keys {
            guard let entry = entries[key.name] else { continue }
            read(entry, key, into: &draft)
        }
        if kind.value.name == "elasticsearch" { checkElasticsearch(entry, entries, draft) }
        for key in kind.value.keys where key.isRequired && entries[key.name] == nil {
            report(
                "environment/missing-key", "the target `\(entry.name)` has no `\(key.name)`", at: span(entry.key),
                "add `\(key.name)`, which the plugin `\(kind.value.plugin ?? "")` needs")
        }
        // What a plugin does with a target that names no address cannot be told from here.
        if kind.value.plugin != nil || kind.value.name == "alicloud", draft.addresses.isEmpty {
            draft.isElsewhere = true
        }
        return draft.target
    }

    private mutating func kind(of entry: YAMLEntry) -> (value: TargetKind, span: SourceSpan)? {
        let names = kinds.map(\.name)
        guard entry.value.mapping != nil else {
            wrongType(entry, "a mapping with `kind`")
            return nil
        }
        guard let node = entry.value["kind"] else {
            report(
                "environment/missing-key", "the target `\(entry.name)` has no `kind`", at: span(entry.key),
                "add `kind: elasticsearch`")
            return nil
        }
        let text = node.scalar?.text ?? node.kind
        guard let kind = kinds.first(where: { $0.name == node.scalar?.text }) else {
            report(
                "environment/unknown-kind", "there is no kind of target `\(VisibleText.visible(text))`", at: span(node),
                Suggestion.help(for: text, among: names, noun: "kind"))
            return nil
        }
        return (kind, span(node))
    }

    private mutating func read(_ entry: YAMLEntry, _ key: TargetKind.Key, into draft: inout TargetDraft) {
        switch key.shape {
        case .address:
            guard let (address, parts) = address(entry) else { return }
            draft.addresses.append(address)
            draft.set(key, .string(parts.url))
            if key.name == "url" {
                draft.properties["url"] = .string(parts.url)
                draft.properties["host"] = .string(parts.host)
                draft.properties["port"] = .number(JSONNumber(parts.port))
            }
        case .addresses: draft.set(key, addresses(entry, into: &draft))
        case .flag: draft.set(key, flag(entry).map { .bool($0) })
        case .host:
            guard let host = host(entry) else { return }
            draft.addresses.append(host)
            draft.set(key, .string(host.text.value))
        case .port: draft.set(key, port(entry).map { .number(JSONNumber($0)) })
        case .hostAndPort: draft.set(key, hostAndPort(entry).map { .string($0) })
        case .names:
            draft.set(key, names(entry).map { .array($0) })
            draft.programs.append(span(entry.key))
        case .profile: draft.set(key, profile(entry))
        case .proxy: draft.set(key, proxy(entry, into: &draft))
        case .space: draft.set(key, space(entry).map { .string($0) })
        case .secretOrText where entry.value.scalar != nil, .text:
            draft.set(key, text(entry).map { .string($0.value) })
        case .secret, .secretOrText:
            credential(entry).map { draft.add($0) }
        case .tls: draft.set(key, tls(entry, into: &draft))
        }
    }

    private mutating func addresses(_ entry: YAMLEntry, into draft: inout TargetDraft) -> JSON {
        var object = JSONObject()
        for member in members(of: entry) {
            guard let (address, parts) = address(member) else { continue }
            draft.addresses.append(address)
            object.append(member.name, .string(parts.url))
        }
        return .object(object)
    }

    private mutating func profile(_ entry: YAMLEntry) -> JSON? {
        guard let entries = entries(of: entry.value, keys: ["profile"], of: "`credentials`") else { return nil }
        return entries["profile"].flatMap { text($0) }.map { ["profile": .string($0.value)] }
    }

    private mutating func hostAndPort(_ entry: YAMLEntry) -> String? {
        guard let text = text(entry) else { return nil }
        let parts = text.value.split(separator: ":", omittingEmptySubsequences: false)
        if let port = parts.last.flatMap({ Int($0) }), parts.count > 1, (1...65535).contains(port),
            parts.first?.isEmpty == false
        {
            return text.value
        }
        report(
            "environment/url", "`\(entry.name)` must be a host and a port", at: text.span,
            "write `\(entry.name): HOST:9300`")
        return nil
    }

    /// A host, or the folder of a socket, which can only be on this machine.
    private mutating func host(_ entry: YAMLEntry) -> EnvironmentTarget.Address? {
        guard let text = text(entry) else { return nil }
        let isFolder = text.value.hasPrefix("/")
        let letters = text.value.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }
        let marks: Set<Character> = [",", "@", "?", "=", "'", "\""]
        if letters, isFolder || !text.value.contains(where: { marks.contains($0) || $0 == "/" }) {
            return EnvironmentTarget.Address(text: text, isLoopback: isFolder || Loopback.contains(text.value))
        }
        report(
            "environment/url", "`\(entry.name)` must be a host name, an IP address or the folder of a socket",
            at: text.span, "write `\(entry.name): HOST`")
        return nil
    }

    private mutating func port(_ entry: YAMLEntry) -> Int? {
        if let port = entry.value.scalar?.json.int, (1...65535).contains(port) { return port }
        wrongType(entry, "a port from 1 to 65535")
        return nil
    }

    private mutating func tls(_ entry: YAMLEntry, into draft: inout TargetDraft) -> JSON? {
        let keys = ["ca", "cert", "key", "server_name", "verify"]
        guard let entries = entries(of: entry.value, keys: keys, of: "`tls`") else { return nil }
        var tls = JSONObject()
        for key in ["ca", "cert", "key"] {
            guard let entry = entries[key], let path = text(entry) else { continue }
            let file = FilePath.join(folder, path.value)
            tls.append(key, .string(file))
            draft.files.append(Located(file, at: path.span))
        }
        if let entry = entries["server_name"], let name = text(entry) { tls.append("server_name", .string(name.value)) }
        if let entry = entries["verify"], let verify = flag(entry) { tls.append("verify", .bool(verify)) }
        for (one, other) in [("cert", "key"), ("key", "cert")] {
            guard let entry = entries[one], entries[other] == nil else { continue }
            report(
                "environment/missing-key", "`\(one)` of `tls` needs `\(other)`", at: span(entry.key),
                "add `\(other): PATH`, the \(other == "key" ? "private key" : "certificate") that belongs to it")
        }
        return .object(tls)
    }
}
