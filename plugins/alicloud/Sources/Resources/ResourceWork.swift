import AlicloudContract
import Digests
import OrderedJSON
import RunbookModel
import RunbookPlugin

/// One resource of an account, and what a block wants of it.
struct ResourceWork {
    let kind: ResourceKind
    /// The keys of the block, with the region of the target.
    let keys: JSONObject
    let calls: CloudCalls
    let memory: WorkMemory
    /// What was there before the run acted on it; nil where nobody looked.
    var before: Before?
    /// What the response told of the one that the run made; nil where any that the keys name counts.
    var made: JSONObject?

    /// What was found: the one row that the keys mean.
    enum Found {
        case nothing
        case row(JSONObject)
        case several([JSONObject])
    }

    // MARK: - Looking

    /// Looks for the resource: for the one that the run made by its ID, for any other by what identifies it.
    ///
    /// A name may have been changed since.
    func look() async throws(CloudCalls.Stop) -> Found {
        let own = own
        var values = keys
        for member in own ?? JSONObject() { values[member.name] = member.value }
        let lookup = own == nil ? kind.find : kind.findMade ?? kind.find
        guard let rows = try await rows(lookup, values) else { return .nothing }
        let same = rows.map(seen).filter { row in
            if let own { return own.allSatisfy { Shape.holds($0.value, in: row[$0.name]) } }
            return isNamed(row) && (made ?? JSONObject()).allSatisfy { Shape.holds($0.value, in: row[$0.name]) }
        }
        if same.count > 1 { return .several(same) }
        guard let row = same.first else { return .nothing }
        return .row(row)
    }

    /// The ID of the one that the run made; nil while it is not known.
    private var own: JSONObject? {
        guard let name = kind.id,
            let value = made?[name] ?? memory.note(of: calls.token).made?[name], value.string != ""
        else { return nil }
        return [name: value]
    }

    /// Whether a row is the one that the keys name.
    private func isNamed(_ row: JSONObject) -> Bool {
        kind.identity.allSatisfy { name in
            keys[name].map { Shape.holds($0, in: row[field(name)] ?? keys[name]) } ?? true
        }
    }

    /// A row as it is from the end that the block names: whoever made a connection made it from either.
    private func seen(_ row: JSONObject) -> JSONObject {
        guard !kind.ends.isEmpty, !isNamed(row) else { return row }
        var turned = row
        for ends in kind.ends { (turned[ends.near], turned[ends.far]) = (row[ends.far], row[ends.near]) }
        return isNamed(turned) ? turned : row
    }

    private func field(_ key: String) -> String { kind.aliases[key] ?? (key == "Tag" ? "Tags" : key) }

    /// The rows of a look-up; nil when what it asks about is not there.
    func rows(_ lookup: ResourceKind.Lookup, _ values: JSONObject) async throws(CloudCalls.Stop)
        -> [JSONObject]?
    {
        switch await calls.read(lookup.step, values, path: lookup.path) {
        case .done(let body, _):
            guard let value = Shape.value(at: lookup.path, in: .object(body)) else { return [] }
            return value.array?.compactMap(\.object) ?? [value.object ?? JSONObject()]
        case .problem(let problem) where problem.isGone: return nil
        case .problem(let problem): throw CloudCalls.Stop(outcome: problem.roundOutcome)
        case .none(let outcome): throw CloudCalls.Stop(outcome: outcome)
        }
    }

    /// The state of a row that is still to change; nil for one that can be used.
    func unsettled(_ row: JSONObject) async throws(CloudCalls.Stop) -> String? {
        if let cycle = kind.cycle, let state = row[cycle.field]?.string, state != cycle.steady { return state }
        for (name, wanted) in kind.settled.sorted(by: { $0.key < $1.key }) {
            let value = row[name]?.string ?? ""
            if value != wanted { return "\(name) \(value)" }
        }
        return try await unsettledOwner()
    }

    func unsettledOwner() async throws(CloudCalls.Stop) -> String? {
        guard let owner = kind.owner else { return nil }
        switch await calls.read(owner.step, keys, path: []) {
        case .done(let body, _):
            let state = Shape.value(at: owner.path + [owner.field], in: .object(body))?.string ?? ""
            return state == owner.wanted ? nil : state
        // Nothing changes any more in what was deleted.
        case .problem(let problem) where problem.isGone: return nil
        case .problem(let problem): throw CloudCalls.Stop(outcome: problem.roundOutcome)
        case .none(let outcome): throw CloudCalls.Stop(outcome: outcome)
        }
    }

    /// Whether this run made what is there; what was seen before the first attempt is known after a crash, too.
    var isMade: Bool { memory.note(of: calls.token).creations > 0 || before?.isAbsent == true }

    /// The keys whose values are others than those that were found.
    ///
    /// What no look-up shows is not compared, and what the run has made has what it was asked for.
    func differences(_ row: JSONObject) -> [String] {
        let visible = kind.visible
        let skipped = Set(kind.joins.map(\.key)).union(kind.unseen).union(kind.identity)
            .union(["RegionId", "ClientToken", "DryRun", "state", "InstanceId"])
        return keys.filter { !skipped.contains($0.name) && !$0.value.isNull }.compactMap { member in
            let found = row[field(member.name)]
            let shown = visible.first { $0.name == field(member.name) }
            if !visible.isEmpty, shown == nil || found == nil && isMade { return nil }
            if member.name == "Tag" { return lacksTag(of: member.value, found) ? member.name : nil }
            if kind.subsets.contains(member.name), member.value.array != nil {
                return lacked(of: member.name, row).isEmpty ? nil : member.name
            }
            let wanted = shown.map { Shape.visible(member.value, in: $0.kind) } ?? member.value
            return Shape.holds(wanted, in: found) ? nil : member.name
        }
    }

    /// Whether what was found lacks a tag, or has it with another value; what the list does not show is not compared.
    private func lacksTag(of wanted: JSON, _ found: JSON?) -> Bool {
        guard let tags = found?.array ?? found?["Tag"]?.array, let wanted = wanted.array else { return false }
        return !wanted.allSatisfy { tag in
            tags.contains { own in
                Shape.holds(tag["Key"] ?? "", in: own["Key"] ?? own["TagKey"])
                    && Shape.holds(tag["Value"] ?? "", in: own["Value"] ?? own["TagValue"])
            }
        }
    }

    /// A difference for people: `Bandwidth: 50 -> 100`, or what is added to a list: `ips: + ["10.2.0.0/16"]`.
    func shown(_ name: String, _ row: JSONObject) -> String {
        if kind.subsets.contains(name) {
            let missing = lacked(of: name, row)
            return "\(name): + \(VisibleText.visible(Excerpt.text(JSON.array(missing).text(), atMost: 80)))"
        }
        let found = row[field(name)].map { VisibleText.visible(Excerpt.text($0.text(), atMost: 80)) } ?? "nothing"
        let wanted = VisibleText.visible(Excerpt.text((keys[name] ?? .null).text(), atMost: 80))
        return "\(name): \(found) -> \(wanted)"
    }

    /// The elements of a join that are not there, or not usable yet.
    func missing(_ join: ResourceKind.Join, _ row: JSONObject) async throws(CloudCalls.Stop) -> (
        item: JSON, state: String?
    )? {
        guard let items = keys[join.key]?.array else { return nil }
        for item in items {
            let found = try await rows(join.find, values(row, item)) ?? []
            let members = item.object ?? JSONObject()
            guard
                let link = found.first(where: { link in
                    members.allSatisfy { Shape.holds($0.value, in: link[$0.name]) }
                })
            else { return (item, nil) }
            if let state = link["Status"]?.string, state != "Active" { return (item, state) }
        }
        return nil
    }

    /// What an element of a join must replace, because it cannot have both; nil where there is nothing.
    func rival(_ join: ResourceKind.Join, _ row: JSONObject, _ item: JSON) async throws(CloudCalls.Stop) -> String? {
        guard let exchange = join.exchange, let wanted = item.string else { return nil }
        var owners: [String: JSON] = [:]
        for lookup in exchange.choices {
            for choice in try await rows(lookup, values(row)) ?? [] {
                if let id = choice[exchange.id]?.string { owners[id] = choice[exchange.owner] }
            }
        }
        guard let owner = owners[wanted] else { return nil }
        let joined = (try await rows(exchange.all, values(row)) ?? []).compactMap { $0[exchange.id]?.string }
        // A block that lists both means neither.
        return joined.first { id in
            owners[id] == owner && keys[join.key]?.array?.contains(.string(id)) != true
        }
    }

    /// The values for shapes: the keys of the block, over what was found, and an element of a join.
    func values(_ row: JSONObject, _ item: JSON? = nil) -> JSONObject {
        var values = row
        for member in keys { values[member.name] = member.value }
        values["Item"] = item
        return values
    }
}
