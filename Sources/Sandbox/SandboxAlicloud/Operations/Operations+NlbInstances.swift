import AlicloudContract
import OrderedJSON

/// Load balancers and listeners as they are made.
extension Operations {
    /// The zones of a load balancer, for responses and for the account.
    static func balancerZones(
        _ call: Call, vpc: String, except balancer: Resource?, _ account: inout Account
    ) throws -> (shown: JSON, addresses: JSON) {
        guard let network = account.find("vpc.Vpc", vpc) else {
            throw call.problem("ResourceNotFound.Vpc", status: 404)
        }
        var shown: [JSON] = []
        var addresses: [JSON] = []
        var zones: Set<String> = []
        var taken: Set<UInt32> = []
        for mapping in call.list("ZoneMappings") {
            guard let id = mapping["VSwitchId"]?.string, let vswitch = account.find("vpc.VSwitch", id) else {
                throw call.problem("ResourceNotFound.VSwitch", status: 404)
            }
            let zone = mapping["ZoneId"]?.string ?? ""
            guard vswitch.text("VpcId") == vpc else {
                throw call.problem("Mismatch.VpcId", "The VpcId is mismatched for \(id) and \(vpc).")
            }
            guard vswitch.text("ZoneId") == zone else {
                throw call.problem("Mismatch.ZoneIdAndVswitchId", "The zone is mismatched for \(zone) and \(id).")
            }
            guard zones.insert(zone).inserted else { throw call.problem("OperationFailed.DuplicateZones.") }
            guard account.isSteady(vswitch) else { throw call.problem("ResourceInConfiguring.VswitchId") }
            let own = balancer?.list(Account.zonesField).first { $0["VSwitchId"]?.string == id }
            let wanted = mapping["PrivateIPv4Address"]?.string.flatMap { IPv4Range.address($0) }
            let kept = own?[Account.addressField]?.string.flatMap { IPv4Range.address($0) }
            if let wanted, wanted != kept, account.taken(in: id).contains(wanted) {
                throw call.problem("ResourceInUse.IP")
            }
            guard let address = wanted ?? kept ?? account.nextAddress(in: vswitch, except: taken) else {
                throw call.problem("ResourceNotEnough.VSwitchIp")
            }
            taken.insert(address)
            let text = JSON.string(IPv4Range.text(address))
            addresses.append(["ZoneId": .string(zone), "VSwitchId": .string(id), "address": text])
            shown.append([
                "ZoneId": .string(zone), "VSwitchId": .string(id), "Status": "Active",
                "LoadBalancerAddresses": [
                    ["PrivateIPv4Address": text, "EniId": .string(account.makeID("eni-bp1"))]
                ],
            ])
        }
        guard zones.count >= min(2, CloudRegion.zones(of: network.region).count) else {
            throw call.problem("InvalidZones")
        }
        return (.array(shown), .array(addresses))
    }

    /// Makes a load balancer.
    static let createLoadBalancer: Operation = { call, account in
        let vpc = try find("vpc.Vpc", "VpcId", "ResourceNotFound.Vpc", call, account)
        guard account.all("nlb.LoadBalancer").count < 60 else {
            throw call.problem("QuotaExceeded.LoadBalancersNum", "The quota of load balancers is exceeded.")
        }
        if let name = call.text("LoadBalancerName"), !(2...128).contains(name.count) {
            throw call.problem("IllegalParam.LoadBalancerName", "The param of LoadBalancerName is illegal.")
        }
        let zones = try balancerZones(call, vpc: vpc.id, except: nil, &account)
        let id = account.makeID("nlb-", count: 18)
        var data: JSONObject = [
            "LoadBalancerType": "Network", "AddressIpVersion": "ipv4", "CrossZoneEnabled": true,
            "LoadBalancerBusinessStatus": "Normal", "LoadBalancerBillingConfig": ["PayType": "PostPay"],
            "DeletionProtectionConfig": ["Enabled": false],
            "ModificationProtectionConfig": ["Status": "NonProtection"], "ResourceGroupId": "rg-acfmsandbox0001",
            "OperationLocks": [], "SecurityGroupIds": [],
        ]
        for member in call.given(
            "AddressType", "AddressIpVersion", "LoadBalancerName", "VpcId", "BandwidthPackageId",
            "DeletionProtectionConfig", "ModificationProtectionConfig", "ResourceGroupId")
        {
            data[member.name] = member.value
        }
        data["LoadBalancerId"] = .string(id)
        data["RegionId"] = .string(vpc.region)
        data["DNSName"] = .string("\(id).\(vpc.region).nlb.aliyuncsslb.com")
        data["CreateTime"] = .string(account.timestamp)
        data["ZoneMappings"] = zones.shown
        data[Account.zonesField] = zones.addresses
        data["Tags"] = call.tags
        account.create("nlb.LoadBalancer", id: id, region: vpc.region, data)
        return ["LoadbalancerId": .string(id), "OrderId": 0]
    }

    /// Refuses a listener on a range with a group on one port, and the other way round.
    static func checkPorts(_ port: Int, _ group: Resource, _ call: Call) throws {
        if port == 0, !group.isOn("AnyPortEnabled") {
            throw call.problem("IllegalParam.AnyPortListenerConflictWithNonAnyPortServerGroup")
        }
        if port != 0, group.isOn("AnyPortEnabled") {
            throw call.problem("IllegalParam.NonAnyPortListenerConflictWithAnyPortServerGroup")
        }
    }

    /// Makes a listener.
    static let createListener: Operation = { call, account in
        let balancer = try findBalancer(call, account)
        guard balancer.text("LoadBalancerStatus") == "Active" else {
            throw call.problem(
                "IncorrectStatus.loadbalancer", "The status of loadbalancer [\(balancer.id)] is incorrect.")
        }
        let transport = try call.required("ListenerProtocol")
        guard ["TCP", "UDP", "TCPSSL"].contains(transport) else {
            throw call.problem("IllegalParam.ListenerProtocol", "The param of ListenerProtocol is illegal.")
        }
        let port = call.int("ListenerPort") ?? 0
        let range = (call.int("StartPort") ?? 0, call.int("EndPort") ?? 0)
        guard (0...65535).contains(port), port != 0 || (range.0 >= 0 && range.0 < range.1 && range.1 <= 65535) else {
            throw call.problem("IllegalParam.Port")
        }
        guard let groupID = call.text("ServerGroupId") else { throw call.problem("MissingParam.ServerGroupId") }
        guard let group = account.find("nlb.ServerGroup", groupID) else {
            throw call.problem("ResourceNotFound.serverGroup", status: 404)
        }
        try account.checkSteady(group, "serverGroup", call)
        guard group.text("VpcId") == balancer.text("VpcId") else {
            throw call.problem("Mismatch.VpcId", "The VpcId is mismatched for the load balancer and the server group.")
        }
        guard transport == "TCPSSL" || group.text("Protocol").split(separator: "_").contains(Substring(transport))
        else {
            throw call.problem("Mismatch.Protocol", "The Protocol is mismatched for the listener and the server group.")
        }
        try checkPorts(port, group, call)
        let others = account.all("nlb.Listener").filter {
            $0.text("LoadBalancerId") == balancer.id && ($0.text("ListenerProtocol") == "UDP") == (transport == "UDP")
        }
        if port == 0, others.contains(where: { $0.int("ListenerPort") == 0 }) {
            throw call.problem("DuplicatedParam.listener")
        }
        if port != 0, others.contains(where: { $0.int("ListenerPort") == port }) {
            throw call.problem("Conflict.Port", "The Port [\(port)] is conflict.")
        }
        let id = "\(account.makeID("lsn-", count: 18))@\(port)"
        var data: JSONObject = [
            "IdleTimeout": 900, "ProxyProtocolEnabled": false, "SecSensorEnabled": false, "CaEnabled": false,
            "AlpnEnabled": false, "Mss": 0,
        ]
        for member in call.given(
            "ListenerProtocol", "ListenerDescription", "LoadBalancerId", "ServerGroupId", "IdleTimeout", "Cps", "Mss",
            "ProxyProtocolEnabled", "SecurityPolicyId", "CertificateIds", "CaCertificateIds", "CaEnabled",
            "AlpnEnabled",
            "AlpnPolicy", "ProxyProtocolV2Config", "SecSensorEnabled")
        {
            data[member.name] = member.value
        }
        data["ListenerId"] = .string(id)
        data["ListenerPort"] = .number(JSONNumber(port))
        data["StartPort"] = .string(port == 0 ? String(range.0) : "")
        data["EndPort"] = .string(port == 0 ? String(range.1) : "")
        data["RegionId"] = .string(balancer.region)
        data["Tags"] = call.tags
        account.create("nlb.Listener", id: id, region: balancer.region, data)
        let job = account.makeJob(call, region: balancer.region, milliseconds: 5000)
        return ["ListenerId": .string(id), "JobId": job]
    }
}
