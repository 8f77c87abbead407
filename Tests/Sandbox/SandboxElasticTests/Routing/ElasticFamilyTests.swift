import SandboxElastic
import SandboxWorld
import Testing

struct ElasticFamilyTests {
    @Test func derivesInstanceAndAddressesFromNameAndPosition() {
        let system = ElasticFamily().system(named: "my_follower", profile: "7.0", index: 1)
        #expect(system.property("instance") == "es-cn-my-follower")
        #expect(system.property("transport") == "127.0.0.1:19301")
        #expect(system.property("private_ip") == "10.2.0.10")
        #expect(system.addresses.map(\.description) == ["127.0.0.1:19301", "10.2.0.10:9300"])
    }
}
