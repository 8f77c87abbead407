import OrderedJSON

/// Elasticsearch instances.
extension Account {
    /// An instance as responses show it.
    func shown(instance: Resource) -> JSONObject {
        var data = instance.data
        let groups = JSON.array(instance.list("groups"))
        data["networkConfig"] = [
            "type": "vpc", "vpcId": .string(instance.text("vpcId")), "vsArea": .string(instance.text("zoneId")),
            "vswitchId": .string(instance.text("vswitchId")), "whiteIpGroupList": groups,
        ]
        data["privateNetworkIpWhiteList"] = .array(privateWhitelist(of: instance))
        return data
    }

    /// Whether transport between two instances was opened by the service.
    func areConnected(_ one: String, _ other: String) -> Bool {
        find("elasticsearch.Connected", [one, other].sorted().joined(separator: ":")) != nil
    }

    /// Why two instances cannot be connected; nil when they can.
    func obstacle(between one: Resource, and other: Resource) -> String? {
        if one.id == other.id { return "they are the same instance" }
        if one.text("vpcId") != other.text("vpcId") { return "they are in different VPCs" }
        if one.text("esVersion") != other.text("esVersion") { return "their versions differ" }
        if one.text("archType") != other.text("archType") { return "their architectures differ" }
        if one.int("zoneCount") != other.int("zoneCount") { return "one is across zones and the other is not" }
        if other.text("status") == "inactive" || one.text("status") == "inactive" { return "one of them is not active" }
        return nil
    }

    /// Adds an instance of a network.
    mutating func makeInstance(_ setup: InstanceSetup, vpc: Resource, vswitch: Resource, zones: Int) {
        let id = setup.id
        let data: JSON = [
            "instanceId": .string(id), "description": .string(id), "status": "active", "archType": "public",
            "esVersion": .string("\(setup.version)_with_X-Pack"), "instanceCategory": "x-pack",
            "domain": .string("\(id).elasticsearch.aliyuncs.com"), "port": 9200, "protocol": "HTTP",
            "vpcId": .string(vpc.id), "vswitchId": .string(vswitch.id), "zoneId": .string(vswitch.text("ZoneId")),
            "privateIP": .string(setup.address), "zoneCount": .number(JSONNumber(zones)),
            "zoneInfos": [["status": "NORMAL", "zoneId": .string(vswitch.text("ZoneId"))]], "nodeAmount": 1,
            "nodeSpec": ["spec": "elasticsearch.sn2ne.large", "disk": 20, "diskType": "cloud_ssd"],
            "paymentType": "postpaid", "postpaidServiceStatus": "active", "inited": true, "isNewDeployment": true,
            "serviceVpc": true, "haveKibana": true, "enablePublic": false, "enableKibanaPublicNetwork": true,
            "enableKibanaPrivateNetwork": false, "kibanaDomain": .string("\(id).kibana.elasticsearch.aliyuncs.com"),
            "kibanaPort": 5601, "resourceGroupId": "rg-acfmsandbox0001", "createdAt": .string(timestamp),
            "updatedAt": .string(timestamp), "tags": [], "esConfig": [:],
            "groups": [
                [
                    "groupName": "default", "ips": .array([.string(vpc.text("CidrBlock"))]),
                    "whiteIpType": "PRIVATE_ES",
                ]
            ],
        ]
        add("elasticsearch.Instance", id: id, region: vpc.region, data.members)
    }
}

extension Resource {
    /// The numbers of an instance's version.
    var version: [Int] {
        text("esVersion").prefix { $0 != "_" }.split(separator: ".").compactMap { Int($0) }
    }
}

extension [Int] {
    /// Whether a version is a later one.
    func isLater(than other: [Int]) -> Bool { other.lexicographicallyPrecedes(self) }
}
