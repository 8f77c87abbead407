import SandboxWorld
import Synchronization
import Testing

struct SandboxWorldTests {
    /// Answers with its own name, or with the name of the peer at the address that is asked for.
    struct Namer: Emulator {
        let system: SandboxSystem
        let world: SandboxWorld

        func respond(to request: SandboxRequest) -> SandboxResponse {
            guard let address = SystemAddress(request.path.dropFirst()) else {
                return SandboxResponse(status: 200, body: Array(system.name.utf8))
            }
            let peer = world.peer(at: address, from: system.name)
            return SandboxResponse(status: peer == nil ? 404 : 200, body: Array((peer?.system.name ?? "").utf8))
        }
    }

    static func world(seed: UInt64 = 1) -> SandboxWorld {
        SandboxWorld(
            clock: SandboxClock(kind: .virtual), seed: seed,
            systems: [
                Self.system("leader", ["127.0.0.1:19300", "10.1.0.10:9300"]),
                Self.system("my_follower", ["127.0.0.1:19301", "10.2.0.10:9300"]),
            ],
            makeEmulator: Namer.init)
    }

    static func system(_ name: String, _ addresses: [String]) -> SandboxSystem {
        SandboxSystem(name: name, kind: "name", profile: "1", addresses: addresses.compactMap { SystemAddress($0) })
    }

    static func ask(_ target: String, at system: String = "leader") -> String? {
        world().respond(to: SandboxRequest(method: "GET", target: target), at: system).map {
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

    @Test func asksTheSystemThatIsNamed() {
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

    /// Sends what is meant for the address `far:1` to my_follower, and loses what is meant for `lost:1`.
    struct Carrier: Network {
        func respond(to request: SandboxRequest) -> SandboxResponse { SandboxResponse(status: 200) }

        func route(from system: String, to address: SystemAddress) -> NetworkRoute {
            switch address.host {
            case "far": .delivered(SystemAddress(host: "127.0.0.1", port: 19301))
            case "10.2.0.10": .dropped
            default: .unknown
            }
        }
    }

    @Test(arguments: [
        ("far:1", "my_follower"), ("10.2.0.10:9300", ""), ("127.0.0.1:19301", "my_follower"), ("else:1", ""),
    ])
    func aNetworkSaysWherePacketsGo(address: String, name: String) {
        let systems = [
            Self.system("leader", ["127.0.0.1:19300"]),
            Self.system("my_follower", ["127.0.0.1:19301", "10.2.0.10:9300"]), Self.system("cloud", []),
        ]
        let world = SandboxWorld(clock: SandboxClock(kind: .virtual), seed: 1, systems: systems) { system, world in
            let emulator: any Emulator =
                if system.name == "cloud" { Carrier() } else { Namer(system: system, world: world) }
            return emulator
        }
        let answer = world.respond(to: SandboxRequest(method: "GET", target: "/\(address)"), at: "leader")
        #expect(answer.map { String(decoding: $0.body, as: UTF8.self) } == name)
    }

    @Test func aPartitionKeepsOneSystemFromAnother() {
        let world = Self.world()
        let request = SandboxRequest(method: "GET", target: "/127.0.0.1:19301")
        world.faults.set([Fault(.partition(from: "my_follower"))], for: "leader")
        #expect(world.respond(to: request, at: "leader")?.status == 404)
        #expect(world.respond(to: request, at: "my_follower")?.status == 200)
        #expect(world.faults.take(for: request, at: "leader") == nil)
        world.faults.set([], for: "leader")
        #expect(world.respond(to: request, at: "leader")?.status == 200)
        // A connection needs both directions, whichever of them is cut.
        world.faults.set([Fault(.partition(from: "leader"))], for: "my_follower")
        #expect(world.respond(to: request, at: "leader")?.status == 404)
    }

    /// Takes over the number that its peer has, one less.
    final class Copier: Emulator {
        let system: SandboxSystem
        let world: SandboxWorld
        let number: Mutex<Int>

        init(system: SandboxSystem, world: SandboxWorld) {
            self.system = system
            self.world = world
            number = Mutex(system.name == "c" ? 10 : 0)
        }

        func respond(to request: SandboxRequest) -> SandboxResponse {
            SandboxResponse(status: 200 + number.withLock { $0 })
        }

        func catchUp(to now: SandboxInstant) -> Bool {
            guard let next = ["a": "b:1", "b": "c:1"][system.name].flatMap({ SystemAddress($0) }),
                let peer = world.peer(at: next, from: system.name)?.emulator as? Copier
            else { return false }
            let theirs = peer.number.withLock { $0 }
            return number.withLock { mine in
                let old = mine
                if theirs > 0 { mine = theirs - 1 }
                return old != mine
            }
        }
    }

    @Test func aChainOfSystemsCatchesUpBeforeARequestWhoeverIsAskedFirst() {
        let systems = ["a", "b", "c"].map { Self.system($0, ["\($0):1"]) }
        let world = SandboxWorld(
            clock: SandboxClock(kind: .virtual), seed: 1, systems: systems, makeEmulator: Copier.init)
        #expect(world.respond(to: SandboxRequest(method: "GET", target: "/"), at: "a")?.status == 208)
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
        #expect(SystemAddress(text)?.description == description)
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
