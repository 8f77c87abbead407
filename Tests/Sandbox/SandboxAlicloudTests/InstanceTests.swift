import OrderedJSON
import SandboxAlicloud
import Testing

struct InstanceTests {
    private let region = "cn-shanghai"

    @Test func tellsWhatItIs() {
        let client = CloudClient()
        let instance = client.send("GET", "/instances/es-cn-leader", region: region)["Result"]
        #expect(instance?["status"]?.string == "active" && instance?["archType"]?.string == "public")
        #expect(instance?["esVersion"]?.string == "7.10.0_with_X-Pack")
        #expect(instance?["domain"]?.string == "es-cn-leader.elasticsearch.aliyuncs.com")
        let groups = instance?["networkConfig"]?["whiteIpGroupList"]
        #expect(groups?[0]?["groupName"]?.string == "default" && groups?[0]?["ips"]?[0]?.string == "10.2.0.0/16")
        let list = client.send("GET", "/instances", ["size": "2"], region: region)
        #expect(list["Result"]?.array?.count == 2 && list["Headers"]?["X-Total-Count"]?.int == 3)
    }

    @Test func twoInstancesAreConnectedInBothDirections() {
        let client = CloudClient()
        let path = "/instances/es-cn-leader"
        func names(_ path: String, _ query: [String: String] = [:]) -> [String?] {
            let result = client.send("GET", path, query, region: region)["Result"]
            return (result?["Result"]?.array ?? result?.array ?? []).map { $0["instances"]?.string }
        }
        #expect(names("\(path)/connectable-clusters") == ["es-cn-second"])
        let body: JSON = ["instanceId": "es-cn-second"]
        #expect(
            client.send("POST", "\(path)/connected-clusters", ["clientToken": "c"], body, region: region).status == 200)
        #expect(
            client.send("POST", "\(path)/connected-clusters", [:], ["instanceId": "es-cn-old"], region: region).code
                == "InstanceStatusNotSupportCurrentAction")
        client.wait(300)
        #expect(
            client.send("POST", "\(path)/connected-clusters", [:], ["instanceId": "es-cn-old"], region: region).code
                == "InstanceNotConnectable")
        #expect(names("\(path)/connected-clusters") == ["es-cn-second"])
        #expect(names("/instances/es-cn-second/connected-clusters") == ["es-cn-leader"])
        #expect(names("\(path)/connectable-clusters") == [])
        #expect(names("\(path)/connectable-clusters", ["alreadySetItems": "true"]) == ["es-cn-second"])
        #expect(client.cloud.areConnected("es-cn-second", "es-cn-leader", now: client.now))
        let query = ["connectedInstanceId": "es-cn-second", "clientToken": "d"]
        #expect(client.send("DELETE", "\(path)/connected-clusters", query, region: region).status == 200)
        #expect(names("/instances/es-cn-second/connected-clusters") == [])
    }

    @Test func aRepositoryIsSharedWithAnInstanceThatIsNotOlder() {
        let client = CloudClient()
        let path = "/instances/es-cn-leader/snapshot-repos"
        #expect(client.send("POST", path, [:], ["repoPath": "es-cn-old"], region: region).status == 200)
        let row = { client.send("GET", path, region: region)["Result"]?[0] }
        #expect(row()?["snapWarehouse"]?.string == "aliyun_snapshot_from_es-cn-old")
        #expect(row()?["status"]?.string == "unavailable")
        client.wait(10)
        #expect(row()?["status"]?.string == "available")
        let other = "/instances/es-cn-old/snapshot-repos"
        #expect(
            client.send("POST", other, [:], ["repoPath": "es-cn-leader"], region: region).code
                == "RepoVersionNotSupport")
        #expect(client.send("DELETE", path, ["repoPath": "es-cn-old"], region: region).status == 200)
        #expect(client.send("GET", path, region: region)["Result"]?.array == [])
    }

    @Test func aWhitelistIsChangedGroupByGroup() {
        let client = CloudClient()
        let path = "/instances/es-cn-leader"
        func modify(_ mode: String, _ name: String, _ ips: [String]) -> String? {
            client.wait(300)
            let group: JSON = [
                "groupName": .string(name), "ips": .array(ips.map(JSON.string)), "whiteIpType": "PRIVATE_ES",
            ]
            let body: JSON = ["modifyMode": .string(mode), "whiteIpGroup": group]
            return client.send("POST", "\(path)/actions/modify-white-ips", [:], body, region: region).code
        }
        func ips(_ name: String) -> [String?]? {
            let list = client.send("GET", path, region: region)["Result"]?["networkConfig"]?["whiteIpGroupList"]?.array
            return list?.first { $0["groupName"]?.string == name }?["ips"]?.array?.map(\.string)
        }
        #expect(modify("Append", "mine", ["10.9.0.0/16"]) == "NotFound")
        #expect(modify("Cover", "mine", ["10.9.0.0/16"]) == nil)
        #expect(modify("Append", "mine", ["10.8.0.1", "10.9.0.0/16"]) == nil)
        #expect(ips("mine") == ["10.9.0.0/16", "10.8.0.1"])
        #expect(modify("Delete", "mine", ["10.9.0.0/16"]) == nil)
        #expect(modify("Delete", "mine", ["10.8.0.1"]) == "InvalidParameter")
        #expect(modify("Cover", "mine", []) == nil)
        #expect(ips("mine") == nil && ips("default") == ["10.2.0.0/16"])
    }
}
