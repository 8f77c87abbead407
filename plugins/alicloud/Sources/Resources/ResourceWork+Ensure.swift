import AlicloudContract
import OrderedJSON
import RunbookModel
import RunbookPlugin

extension ResourceWork {
    /// The time between two looks.
    private static let interval = Duration.seconds(5)
    /// The time before the first look at what was just asked for: some things take hardly longer.
    private static let beginning = Duration.seconds(1)

    /// How often something is seen that keeps a resource from being deleted, before the step fails.
    private static let mostHindrances = 3

    /// How often a resource is asked for that does not come to exist.
    private static let mostCreations = 12

    /// Takes the next step towards what the block says: makes the resource, changes it, or finds that all is well.
    ///
    /// As long as something is left to do or to wait for, the action is refused for now, and is to be repeated under the
    /// same token: pauses and deadlines are the engine's. Each round begins with a look, so that it does not matter how
    /// often it was begun before.
    func ensure() async -> Outcome {
        do throws(CloudCalls.Stop) {
            switch try await look() {
            case .several(let rows): throw stop(severalReason(rows))
            case .nothing:
                if let choice = kind.choice, let id = keys[choice] {
                    throw stop("with \(choice) \(id.string ?? id.text()) does not exist")
                }
                if memory.note(of: calls.token).creations > ResourceWork.mostCreations { throw vanished }
                let answer = await calls.write(kind.create, keys)
                try check(answer)
                memory.change(calls.token) { note in
                    note.creations += 1
                    note.made = given(answer)
                    for subset in kind.subsets { note.added = keys[subset] }
                }
                return again("was requested", after: ResourceWork.beginning, isUnderWay: true)
            case .row(let row):
                if let (state, isUnderWay) = try await settle(row) { return again(state, isUnderWay: isUnderWay) }
                return try await done(row)
            }
        } catch {
            return error.outcome
        }
    }

    /// The ID in the response of a creation, which writes `LoadbalancerId` otherwise than lists; nil for none.
    private func given(_ answer: CloudAnswer) -> JSONObject? {
        guard let id = kind.id, case .done(let body, _) = answer else { return nil }
        for members in [body, body["Result"]?.object ?? JSONObject()] {
            let found = members.first { $0.name.lowercased() == id.lowercased() }
            if let found, found.value.string?.isEmpty == false { return [id: found.value] }
        }
        return nil
    }

    /// Takes the next step with what is there.
    ///
    /// - Returns: What is waited for, and whether it was asked for just now; nil when nothing is left to do.
    private func settle(_ row: JSONObject) async throws(CloudCalls.Stop) -> (state: String, isUnderWay: Bool)? {
        if let cycle = kind.cycle, let state = row[cycle.field]?.string, cycle.failed.contains(state) {
            throw stop("is \(state), and this state is final")
        }
        if let state = try await unsettled(row) { return ("is \(state)", false) }
        let names = differences(row)
        if let reason = fixedDifference(names, row) { throw stop(reason) }
        if let name = names.first, let update = kind.update(of: name) {
            try await change(update, row)
            return ("is being changed: \(shown(name, row))", true)
        }
        for join in kind.joins {
            guard let (item, state) = try await missing(join, row) else { continue }
            if let state { return ("is being joined: \(state)", false) }
            var step = join.create
            if let exchange = join.exchange, try await rival(join, row, item) != nil { step = exchange.replace }
            try check(await calls.write(step, values(row, item), part: item.text()))
            return ("is being joined: \(join.key)", true)
        }
        return nil
    }

    /// Why the resource cannot become what the block says; nil when it can.
    private func fixedDifference(_ names: [String], _ row: JSONObject) -> String? {
        names.first { kind.update(of: $0) == nil }.map { name in
            "exists, but differs in a key that cannot be changed: \(shown(name, row)); correct the key, or delete the "
                + "resource"
        }
    }

    private func change(_ update: ResourceKind.Update, _ row: JSONObject) async throws(CloudCalls.Stop) {
        var values = values(row)
        var added: JSON?
        for subset in kind.subsets where update.keys.contains(subset) {
            // Only what is missing is added, so that only that is taken away again.
            added = .array(lacked(of: subset, row))
            values[subset] = added
        }
        var given = JSONObject()
        for name in update.keys { given[name] = keys[name] }
        try check(await calls.write(update.step, values, adding: given, part: JSON.object(given).text()))
        if let added { memory.change(calls.token) { $0.added = added } }
    }

    private func done(_ row: JSONObject) async throws(CloudCalls.Stop) -> Outcome {
        var body = row
        for extra in kind.extras {
            guard let value = try await rows(extra.find, values(row))?.first?[extra.from], !value.isNull else {
                return again("has no \(extra.field) yet")
            }
            body[extra.field] = value
        }
        for member in keys where body[member.name] == nil { body.append(member.name, member.value) }
        let note = memory.note(of: calls.token)
        body["created"] = .bool(isMade)
        if !kind.subsets.isEmpty { body["added"] = note.added ?? before?.details?["added"] ?? [] }
        let json = JSON.object(body)
        return .answered(Response(status: 200, verdict: .success, body: json, text: json.text()))
    }

    // MARK: - Taking away

    /// Takes the next step towards the resource being gone, in rounds as above; one that is not there is well.
    func remove() async -> Outcome {
        do throws(CloudCalls.Stop) {
            switch try await look() {
            case .several(let rows): throw stop(severalReason(rows))
            case .nothing:
                // What it was taken from may still be changing.
                if let busy = try await unsettledOwner() { return again("is \(busy)") }
                return gone()
            case .row(let row):
                if kind.subsets.contains(where: { left(of: $0, row).isEmpty }) {
                    guard let busy = try await unsettled(row) else { return gone() }
                    return again("is \(busy)")
                }
                if let cycle = kind.cycle, let state = row[cycle.field]?.string, state == cycle.deleting {
                    return again("is \(state)")
                }
                if let part = try await foreignPart(of: row) {
                    throw stop("has \(part), which would be deleted with it; delete that first, if it is not needed")
                }
                if let holder = try await holder(of: row) {
                    memory.change(calls.token) { $0.hindrances += 1 }
                    // Lists may be late about what was deleted just now.
                    if memory.note(of: calls.token).hindrances < ResourceWork.mostHindrances {
                        return again("still has \(holder)")
                    }
                    throw stop("has \(holder), so the cloud does not delete it; delete that first, if it is not needed")
                }
                try await delete(row)
                return again("is being deleted", isUnderWay: true)
            }
        } catch {
            return error.outcome
        }
    }

    /// Something that would be deleted with the resource, and that this step does not make; nil where there is nothing.
    private func foreignPart(of row: JSONObject) async throws(CloudCalls.Stop) -> String? {
        guard let parts = kind.parts else { return nil }
        let found = try await members(of: parts, row).first { part in
            !part.contains { $0.name.hasSuffix("Status") && $0.value.string == "Deleting" }
        }
        return found.map { "\(parts.noun) \($0[parts.id]?.string ?? "")" }
    }

    /// The things that belong to a resource, or use it.
    private func members(of parts: ResourceKind.Parts, _ row: JSONObject) async throws(CloudCalls.Stop) -> [JSONObject]
    {
        var places = parts.within.isEmpty ? [values(row)] : []
        for lookup in parts.within {
            for place in try await rows(lookup, values(row)) ?? [] {
                var values = values(row)
                for member in place where values[member.name] == nil { values[member.name] = member.value }
                places.append(values)
            }
        }
        var found: [JSONObject] = []
        for place in places { found += try await rows(parts.find, place) ?? [] }
        guard let field = parts.field, let value = row[field] else { return found }
        return found.filter { Shape.values(named: field, in: .object($0)).contains(value) }
    }

    /// The elements of a list that are not there yet.
    func lacked(of subset: String, _ row: JSONObject) -> [JSON] {
        (keys[subset]?.array ?? []).filter { row[subset]?.array?.contains($0) != true }
    }

    /// Something that keeps the cloud from deleting the resource, and is not being deleted itself; nil for nothing.
    private func holder(of row: JSONObject) async throws(CloudCalls.Stop) -> String? {
        for holders in kind.holders {
            let found = try await members(of: holders, row)
            let staying = found.first { row in
                !["Status", "ConnectionStatus", "LoadBalancerStatus"].contains {
                    row[$0]?.string?.hasSuffix("ing") == true
                }
            }
            if let staying { return "\(holders.noun) \(staying[holders.id]?.string ?? "")" }
        }
        return nil
    }

    /// The elements of a list that are still there.
    private func left(of subset: String, _ row: JSONObject) -> [JSON] {
        (keys[subset]?.array ?? []).filter { row[subset]?.array?.contains($0) == true }
    }

    private func delete(_ row: JSONObject) async throws(CloudCalls.Stop) {
        var values = values(row)
        var step = kind.delete
        for subset in kind.subsets {
            let left = left(of: subset, row)
            values[subset] = .array(left)
            // A block may name an element twice.
            let isAll = row[subset]?.array?.allSatisfy(left.contains) == true
            if isAll, let emptied = kind.emptied { step = emptied }
        }
        let answer = await calls.write(step, values, part: "\(values.count)")
        if case .problem(let problem) = answer, problem.isGone { return }
        try check(answer)
    }

    private func gone() -> Outcome { .answered(removed) }

    /// The response of a removal after which the resource is not there.
    private var removed: Response {
        let body: JSON = ["deleted": .string(kind.name)]
        return Response(status: 200, verdict: .success, body: body, text: body.text())
    }

    // MARK: -

    /// Ends the round when a call was not done.
    private func check(_ answer: CloudAnswer) throws(CloudCalls.Stop) {
        switch answer {
        case .done: return
        case .problem(let problem): throw CloudCalls.Stop(outcome: problem.roundOutcome)
        case .none(let outcome): throw CloudCalls.Stop(outcome: outcome)
        }
    }

    private func again(
        _ state: String, after pause: Duration = ResourceWork.interval, isUnderWay: Bool = false
    ) -> Outcome {
        .refused(
            Refusal(
                reason: "\(kind.name) \(VisibleText.visible(state))", retryAfter: pause, isUnderWay: isUnderWay))
    }

    private func stop(_ reason: String) -> CloudCalls.Stop {
        CloudCalls.Stop(outcome: .refused(Refusal(reason: "\(kind.name) \(reason)", isPermanent: true)))
    }

    private func severalReason(_ rows: [JSONObject]) -> String {
        let own = kind.identity.compactMap { name in keys[name].map { "\(name) \($0.string ?? $0.text())" } }
        let ids = rows.prefix(5).compactMap { row in
            kind.foundNames.first { keys[$0] == nil && row[$0] != nil }.flatMap { row[$0]?.string }
        }
        let names = VisibleText.visible((own + ids).joined(separator: ", "))
        return "exists \(rows.count) times: \(names); "
            + (kind.choice.map { "write `\($0): ID` to choose one" } ?? "rename or delete all but one of them")
    }

    /// Why the same request is not made for ever: the cloud answers a token that it knows with what is gone.
    private var vanished: CloudCalls.Stop {
        stop(
            "was requested by this run, and does not exist: somebody deleted it; start a new run, which makes it again")
    }

    // MARK: - Before a run

    /// What of its lists is not there yet, so that only that is taken away again; nil for a kind without such lists.
    private func lacking(_ row: JSONObject) -> JSON? {
        var added: JSON?
        for subset in kind.subsets {
            added = .array(lacked(of: subset, row))
        }
        return added.map { ["added": $0] }
    }

    /// What taking it away would find.
    func probeRemoval() async -> Probe? {
        do throws(CloudCalls.Stop) {
            switch try await look() {
            case .nothing: return Probe(state: .present, response: removed)
            case .several(let rows): return failing(severalReason(rows))
            case .row(let row):
                if !kind.subsets.isEmpty, kind.subsets.allSatisfy({ left(of: $0, row).isEmpty }) {
                    return Probe(state: .present, response: removed)
                }
                return Probe(state: .different, detail: "it exists")
            }
        } catch {
            return nil
        }
    }

    private func failing(_ reason: String) -> Probe {
        Probe(state: .different, detail: "\(kind.name) \(reason)", consequence: .failure)
    }

    /// What ensuring would find.
    func probe() async -> Probe? {
        do throws(CloudCalls.Stop) {
            switch try await look() {
            case .nothing: return Probe(state: .absent, note: lacking(JSONObject()))
            case .several(let rows): return failing(severalReason(rows))
            case .row(let row):
                let names = differences(row)
                if let reason = fixedDifference(names, row) { return failing(reason) }
                if !names.isEmpty {
                    let detail = names.map { shown($0, row) }.joined(separator: ", ")
                    return Probe(state: .different, detail: detail, note: lacking(row))
                }
                for join in kind.joins {
                    guard let (item, state) = try await missing(join, row) else { continue }
                    if let state { return Probe(state: .different, detail: "it is \(state)", consequence: .wait) }
                    let old = try await rival(join, row, item).map { "\($0) -> " } ?? "+ "
                    let new = VisibleText.visible(Excerpt.text(item.string ?? item.text(), atMost: 80))
                    return Probe(state: .different, detail: "\(join.key): \(old)\(new)")
                }
                if let state = try await unsettled(row) {
                    return Probe(state: .different, detail: "it is \(state)", consequence: .wait)
                }
                guard case .answered(let response) = try await done(row) else {
                    return Probe(state: .different, detail: "it is not complete", consequence: .wait)
                }
                return Probe(state: .present, response: response)
            }
        } catch {
            return nil
        }
    }
}
