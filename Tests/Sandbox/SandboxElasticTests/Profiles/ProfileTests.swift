import OrderedJSON
import SandboxElastic
import SandboxWorld
import Testing

/// In what profiles differ, by the documents of the field.
struct ProfileTests {
    static func one(_ profile: String) -> TwoClusters { TwoClusters(profiles: (profile, profile)) }

    @Test func namesAreUnique() {
        #expect(Set(Profile.all.map(\.name)).count == Profile.all.count)
    }

    @Test(arguments: [
        ("6.7", "6.7.0"), ("6.7-aliyun", "6.7.0"), ("7.0", "7.0.0"), ("7.10", "7.10.2"), ("8.x", "8.14.3"),
    ])
    func saysItsVersion(profile: String, version: String) {
        #expect(Self.one(profile).send("GET", "/").json["version"]?["number"]?.string == version)
    }

    @Test(arguments: [("6.7", "5", 1), ("7.0", "1", 0), ("7.10", "1", 0)])
    func anIndexHasTheVersionsShards(profile: String, shards: String, warnings: Int) {
        let clusters = Self.one(profile)
        #expect(clusters.send("PUT", "/i").headers("warning").count == warnings)
        let settings = clusters.send("GET", "/i/_settings").json["i"]?["settings"]?["index"]
        #expect(settings?["number_of_shards"]?.string == shards)
    }

    @Test(arguments: [("6.7", 400), ("6.7-aliyun", 200), ("7.10", 400)])
    func physicalReplicationIsASettingOfAlibabaCloud(profile: String, status: Int) {
        let clusters = Self.one(profile)
        clusters.send("PUT", "/myindex")
        clusters.send("POST", "/myindex/_close")
        let answer = clusters.send("PUT", "/myindex/_settings", #"{"index.replication.type":null}"#)
        #expect(answer.status == status)
    }

    @Test(arguments: [("6.7", nil), ("6.7-aliyun", "segment")])
    func aNewIndexIsReplicatedPhysicallyThere(profile: String, type: String?) {
        let clusters = Self.one(profile)
        func shown() -> String? {
            let settings = clusters.send("GET", "/i/_settings").json["i"]?["settings"]?["index"]
            return settings?["replication"]?["type"]?.string
        }
        clusters.send("PUT", "/i")
        #expect(shown() == type)
        clusters.send("POST", "/i/_close")
        clusters.send("PUT", "/i/_settings", #"{"index.replication.type":null}"#)
        #expect(shown() == nil)
    }

    @Test(arguments: [("6.7", "1"), ("7.0", #"{"value":1,"relation":"eq"}"#)])
    func totalsAreNumbersOrObjects(profile: String, total: String) {
        let clusters = Self.one(profile)
        clusters.send("PUT", "/i/_doc/1?refresh=true", #"{"a":1}"#)
        #expect(clusters.send("GET", "/i/_search").json["hits"]?["total"]?.text() == total)
    }

    @Test(arguments: [("6.7-aliyun", 200), ("6.7", 500), ("7.10", 500)])
    func aRepositoryOfObjectStorageIsOneOfAlibabaCloud(profile: String, status: Int) {
        let body = #"{"type":"oss","settings":{"bucket":"b","base_path":"p","endpoint":"e","access_key_id":"k"}}"#
        #expect(Self.one(profile).send("PUT", "/_snapshot/r", body).status == status)
    }
}
