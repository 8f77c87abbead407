import SandboxWorld
import Testing

struct SandboxWorldTests {
    /// Answers with its own name, or with the name of the peer at the address that is asked for.
    struct Namer: Emulator {
        let cluster: SandboxCluster
        let world: SandboxWorld

        func respond(to request: SandboxRequest) -> SandboxResponse {
            guard let address = ClusterAddress(request.path.dropFirst()) else {
                return SandboxResponse(status: 200, body: Array(cluster.name.utf8))
            }
            let peer = world.peer(at: address, from: cluster.name)
            return SandboxResponse(status: peer == nil ? 404 : 200, body: Array((peer?.cluster.name ?? "").utf8))
        }
    }

    static func world(seed: UInt64 = 1) -> SandboxWorld {
        SandboxWorld(
            clock: SandboxClock(kind: .virtual), seed: seed,
            clusters: [
                SandboxCluster(name: "leader", profile: "7.0", index: 0),
                SandboxCluster(name: "my_follower", profile: "7.10", index: 1),
            ],
            makeEmulator: Namer.init)
    }

    static func ask(_ target: String, at cluster: String = "leader") -> String? {
        world().respond(to: SandboxRequest(method: "GET", target: target), at: cluster).map {
            String(decoding: $0.body, as: UTF8.self)
        }
    }

    @Test func whatIsSharedIsMadeOnce() {
        let world = Self.world()
        #expect(world.shared { 1 } == 1)
        #expect(world.shared { 2 } == 1)
        #expect(world.shared { "another type" } == "another type")
        #expect(Self.world().shared { 3 } == 3)
    }

    @Test func asksTheClusterThatIsNamed() {
        #expect(Self.ask("/") == "leader")
        #expect(Self.ask("/", at: "my_follower") == "my_follower")
        #expect(Self.ask("/", at: "nobody") == nil)
    }

    @Test(arguments: [
        ("127.0.0.1:19300", "leader"), ("127.0.0.1:19301", "my_follower"), ("localhost:19301", "my_follower"),
        ("10.2.0.10:9300", "my_follower"), ("10.2.0.10:19301", ""), ("127.0.0.1:9300", ""), ("10.9.0.10:9300", ""),
        ("example.com:19300", ""),
    ])
    func findsPeersByTransportAddress(address: String, name: String) {
        #expect(Self.ask("/\(address)") == name)
    }

    @Test func derivesInstanceAndAddressesFromTheName() {
        let cluster = SandboxCluster(name: "my_follower", profile: "7.10", index: 1)
        #expect(cluster.instance == "es-cn-my-follower")
        #expect(cluster.transport.description == "127.0.0.1:19301")
        #expect(cluster.privateIP == "10.2.0.10")
    }

    @Test func makesTheSameIdentifiersOfTheSameSeed() {
        let one = Self.world(), other = Self.world(), third = Self.world(seed: 2)
        let identifiers = (0..<3).map { _ in one.makeIdentifier() }
        #expect(identifiers == (0..<3).map { _ in other.makeIdentifier() })
        #expect(Set(identifiers).count == 3)
        #expect(identifiers.allSatisfy { $0.count == 22 })
        #expect(third.makeIdentifier() != identifiers[0])
    }

    @Test(arguments: [
        ("h:1", "h:1"), ("::1:9300", "::1:9300"), ("h", nil), (":1", nil), ("h:", nil), ("h:0", nil), ("h:65536", nil),
        ("h:x", nil),
    ])
    func readsAddresses(text: String, description: String?) {
        #expect(ClusterAddress(text)?.description == description)
    }

    @Test(arguments: [
        ("/a?b=c?d", "/a", "b=c?d"), ("/a", "/a", nil), ("/?", "/", ""), ("/a%3Fb?x", "/a%3Fb", "x"),
    ])
    func splitsTheTarget(target: String, path: String, query: String?) {
        let request = SandboxRequest(method: "GET", target: target)
        #expect(request.path == path)
        #expect(request.query.map(String.init) == query)
    }
}
