import AlicloudContract
import OrderedJSON
import SandboxWorld

/// All that one account has, in all regions: a value that requests and time change.
struct Account: Sendable {
    /// What is to come.
    enum Effect: Sendable {
        /// A resource gets a state.
        case state(kind: String, id: String, String)
        /// A resource is gone.
        case removal(kind: String, id: String)
    }

    /// The resources by kind, in the order they were made.
    private(set) var resources: [String: [Resource]] = [:]
    private var schedule = Schedule<Effect>()
    /// What health checks have seen.
    var probes: [String: Probe] = [:]
    private(set) var settledAt: SandboxInstant
    private var random: SeededGenerator
    /// What delays are divided by.
    let speed: Int
    /// The account's number.
    let number = 1_234_567_890_123_456
    /// Which paid services are activated.
    var activated: Set<String> = ["cbn", "privatelink"]

    /// Makes an account without anything.
    init(now: SandboxInstant, seed: UInt64, speed: Int) {
        settledAt = now
        random = SeededGenerator(seed: seed)
        self.speed = speed
    }

    // MARK: - Looking

    /// The resources of a kind.
    func all(_ kind: String) -> [Resource] { resources[kind] ?? [] }

    /// The resource of a kind that is called so.
    func find(_ kind: String, _ id: String) -> Resource? { resources[kind]?.first { $0.id == id } }

    /// The state of a resource.
    func state(of resource: Resource) -> String {
        LifeCycle.of(resource.kind).map { resource.text($0.field) } ?? ""
    }

    /// Whether a resource can be used.
    func isSteady(_ resource: Resource) -> Bool {
        guard let cycle = LifeCycle.of(resource.kind) else { return true }
        return state(of: resource) == cycle.steady || cycle.failed.contains(state(of: resource))
    }

    // MARK: - Changing

    /// Adds a resource that becomes usable after its delay.
    mutating func create(_ kind: String, id: String, region: String, _ data: JSONObject) {
        var data = data
        if let cycle = LifeCycle.of(kind) { data[cycle.field] = .string(cycle.creating) }
        resources[kind, default: []].append(Resource(kind: kind, id: id, region: region, data: data))
        if let cycle = LifeCycle.of(kind) { come(.state(kind: kind, id: id, cycle.steady), in: Delay.of(kind).create) }
    }

    /// Adds a resource that is usable at once.
    mutating func add(_ kind: String, id: String, region: String, _ data: JSONObject) {
        var data = data
        if let cycle = LifeCycle.of(kind) { data[cycle.field] = .string(cycle.steady) }
        resources[kind, default: []].append(Resource(kind: kind, id: id, region: region, data: data))
    }

    /// Changes the fields of a resource.
    mutating func update(_ kind: String, _ id: String, _ change: (inout JSONObject) -> Void) {
        guard let index = resources[kind]?.firstIndex(where: { $0.id == id }) else { return }
        change(&resources[kind, default: []][index].data)
    }

    /// Changes fields, and lets the resource pass through the state of a change, where it has one.
    mutating func change(_ kind: String, _ id: String, _ change: (inout JSONObject) -> Void) {
        update(kind, id, change)
        guard let cycle = LifeCycle.of(kind), let changing = cycle.changing else { return }
        update(kind, id) { $0[cycle.field] = .string(changing) }
        drop(kind, id)
        come(.state(kind: kind, id: id, cycle.steady), in: Delay.of(kind).change)
    }

    /// Lets a resource go; it is there until its delay is over, where its kind has a state for that.
    mutating func delete(_ kind: String, _ id: String) {
        drop(kind, id)
        guard let cycle = LifeCycle.of(kind), let deleting = cycle.deleting else {
            remove(kind, id)
            return
        }
        update(kind, id) { $0[cycle.field] = .string(deleting) }
        come(.removal(kind: kind, id: id), in: Delay.of(kind).delete)
    }

    /// Takes a resource away at once.
    mutating func remove(_ kind: String, _ id: String) {
        drop(kind, id)
        resources[kind]?.removeAll { $0.id == id }
    }

    /// Gives a resource a state after a time, instead of what was to come for it.
    mutating func set(_ kind: String, _ id: String, _ state: String, in milliseconds: Int) {
        drop(kind, id)
        come(.state(kind: kind, id: id, state), in: milliseconds)
    }

    private mutating func come(_ effect: Effect, in milliseconds: Int) {
        schedule.add(effect, at: settledAt + .milliseconds(max(milliseconds / speed, 1)))
    }

    private mutating func drop(_ kind: String, _ id: String) {
        schedule.removeAll { effect in
            switch effect {
            case .state(let otherKind, let otherID, _), .removal(let otherKind, let otherID):
                otherKind == kind && otherID == id
            }
        }
    }

    // MARK: - Time

    /// Lets all happen that is due, in its order, with the health checks between.
    mutating func settle(_ now: SandboxInstant) {
        while let due = schedule.entries.first?.due, due <= now {
            probe(until: due)
            settledAt = max(settledAt, due)
            for entry in schedule.takeDue(at: due) { apply(entry.effect) }
        }
        probe(until: now)
        settledAt = max(settledAt, now)
    }

    private mutating func apply(_ effect: Effect) {
        switch effect {
        case .state(let kind, let id, let state):
            if let cycle = LifeCycle.of(kind) { update(kind, id) { $0[cycle.field] = .string(state) } }
            if kind == "nlb.Job" { update(kind, id) { $0["Status"] = .string(state) } }
            if kind == "privatelink.VpcEndpoint", state == "Active" { endpointBecameActive(id) }
        case .removal(let kind, let id):
            resources[kind]?.removeAll { $0.id == id }
            if kind == "privatelink.VpcEndpoint" {
                resources["privatelink.Connection"]?.removeAll { $0.text("EndpointId") == id }
            }
        }
    }

    // MARK: - Names

    /// A new identifier, such as `vsw-bp1…`.
    mutating func makeID(_ prefix: String, count: Int = 20) -> String {
        let alphabet = Array("abcdefghijklmnopqrstuvwxyz0123456789")
        return prefix + String((0..<count).map { _ in alphabet[Int(random.next() % 36)] })
    }

    /// A new UUID in lower case.
    mutating func makeUUID() -> String {
        var digits = (0..<32).map { _ in Array("0123456789abcdef")[Int(random.next() % 16)] }
        digits[12] = "4"
        for place in [8, 13, 18, 23] { digits.insert("-", at: place) }
        return String(digits)
    }

    /// The moment, as fields have it.
    var timestamp: String { AcsTime.text(settledAt.milliseconds) }
}
