import OrderedJSON
import SandboxElastic
import SandboxWorld

/// A world of two clusters, `leader` and `follower`, on a clock that stands still until it is moved; recordings have a
/// third.
final class TwoClusters: Sendable {
    let world: SandboxWorld

    /// - Parameters:
    ///   - profiles: The profiles of the two clusters.
    ///   - isOpen: Whether they have their open parts only, as the recorded servers did.
    ///   - hasThird: Whether there is a cluster `third`.
    ///   - settings: What the families of the sandbox are told.
    ///   - password: The password of the user `sandbox`, for clusters that ask for a user.
    init(
        seed: UInt64 = 1, profiles: (String, String) = ("7.0", "7.0"), isOpen: Bool = false, hasThird: Bool = false,
        password: String? = nil, settings: Set<String> = []
    ) {
        let clock = SandboxClock(kind: .virtual, start: SandboxInstant(milliseconds: 1_795_243_190_000))
        let family = ElasticFamily()
        var systems = [
            family.system(named: "leader", profile: profiles.0, index: 0),
            family.system(named: "follower", profile: profiles.1, index: 1),
        ]
        if hasThird { systems.append(family.system(named: "third", profile: profiles.0, index: 2)) }
        for place in systems.indices {
            systems[place].access = password.map { SandboxAccess(user: "sandbox", password: $0) }
        }
        world = SandboxWorld(clock: clock, seed: seed, systems: systems, settings: settings) { system, world in
            let profile = Profile.named(system.profile) ?? Profile.first
            return ElasticCluster(system, profile: isOpen ? profile.openParts : profile, world: world)
        }
    }

    /// Moves the clock.
    func advance(milliseconds: Int) async throws {
        world.clock.requestBegan()
        try await world.clock.sleep(for: .milliseconds(milliseconds))
        world.clock.requestEnded()
    }

    /// Lets no packet of the follower reach the leader, or lets them pass again.
    func cut(_ isCut: Bool) {
        guard isCut != world.faults.isCut(from: "follower", to: "leader") else { return }
        world.catchUp()
        let fault = try? Fault(["fault": "partition", "from": "leader"])
        world.faults.set(isCut ? [fault].compactMap(\.self) : [], for: "follower")
    }

    /// Sends a request; a body is sent as JSON unless another type is named.
    @discardableResult
    func send(
        _ method: String, _ target: String, _ body: String? = nil, contentType: String? = "application/json",
        headers: [(String, String)] = [], to cluster: String = "leader"
    ) -> SandboxResponse {
        let type = body == nil ? nil : contentType
        let request = SandboxRequest(
            method: method, target: target,
            headers: (type.map { [SandboxHeader("Content-Type", $0)] } ?? [])
                + headers.map { SandboxHeader($0.0, $0.1) },
            body: Array((body ?? "").utf8))
        return world.respond(to: request, at: cluster) ?? SandboxResponse(status: 599)
    }
}

extension SandboxResponse {
    /// The body as text.
    var text: String { String(decoding: body, as: UTF8.self) }
    /// The body as JSON; `null` when it is none.
    var json: JSON { (try? JSON(bytes: body)) ?? .null }
    /// The values of a header.
    func headers(_ name: String) -> [String] {
        headers.filter { $0.name.lowercased() == name.lowercased() }.map(\.value)
    }
}
