import AlicloudContract
import OrderedJSON

extension Operations {
    /// What changes load balancers.
    static let nlbWrites: [String: Operation] = [
        "nlb.CreateServerGroup": createServerGroup,
        "nlb.UpdateServerGroupAttribute": { call, account in
            let group = try findGroup(call, account)
            try account.checkSteady(group, "serverGroup", call)
            account.change(group.kind, group.id) { data in
                for member in call.given(
                    "ServerGroupName", "Scheduler", "ConnectionDrainEnabled", "ConnectionDrainTimeout",
                    "PreserveClientIpEnabled")
                {
                    data[member.name] = member.value
                }
                var check = data["HealthCheck"]?.object ?? JSONObject()
                for member in call.arguments["HealthCheckConfig"]?.object ?? JSONObject() {
                    check[member.name] = member.value
                }
                data["HealthCheck"] = .object(check)
            }
            return reply(call, &account, group.region, ["ServerGroupId": .string(group.id)], 5000)
        },
        "nlb.DeleteServerGroup": { call, account in
            let group = try findGroup(call, account)
            try account.checkSteady(group, "serverGroup", call)
            if account.all("nlb.Listener").contains(where: { $0.text("ServerGroupId") == group.id }) {
                throw call.problem("ResourceInUse.ServerGroup", "The specified resource of ServerGroup is in use.")
            }
            for server in account.all("nlb.ServerGroupServer") where server.text("ServerGroupId") == group.id {
                account.remove(server.kind, server.id)
            }
            account.delete(group.kind, group.id)
            return reply(call, &account, group.region, ["ServerGroupId": .string(group.id)], 5000)
        },
        "nlb.AddServersToServerGroup": addServers,
        "nlb.UpdateServerGroupServersAttribute": { call, account in
            let group = try findGroup(call, account)
            for server in call.list("Servers") {
                let id = try findServer(server, group, call, account).id
                account.change("nlb.ServerGroupServer", id) { data in
                    for name in ["Weight", "Description"] { data[name] = server[name] ?? data[name] }
                }
            }
            return reply(call, &account, group.region, ["ServerGroupId": .string(group.id)], 5000)
        },
        "nlb.RemoveServersFromServerGroup": { call, account in
            let group = try findGroup(call, account)
            for server in call.list("Servers") {
                account.delete("nlb.ServerGroupServer", try findServer(server, group, call, account).id)
            }
            return reply(call, &account, group.region, ["ServerGroupId": .string(group.id)], 5000)
        },
        "nlb.CreateLoadBalancer": createLoadBalancer,
        "nlb.UpdateLoadBalancerAttribute": { call, account in
            let balancer = try findBalancer(call, account)
            try account.checkSteady(balancer, "loadbalancer", call)
            account.change(balancer.kind, balancer.id) { data in
                for member in call.given("LoadBalancerName", "CrossZoneEnabled", "Cps") {
                    data[member.name] = member.value
                }
            }
            return reply(call, &account, balancer.region, [:], 5000)
        },
        "nlb.UpdateLoadBalancerProtection": { call, account in
            let balancer = try findBalancer(call, account)
            account.update(balancer.kind, balancer.id) { data in
                if let isOn = call.flag("DeletionProtectionEnabled") {
                    data["DeletionProtectionConfig"] = [
                        "Enabled": .bool(isOn), "Reason": .string(call.text("DeletionProtectionReason") ?? ""),
                    ]
                }
                if let status = call.text("ModificationProtectionStatus") {
                    data["ModificationProtectionConfig"] = [
                        "Status": .string(status), "Reason": .string(call.text("ModificationProtectionReason") ?? ""),
                    ]
                }
            }
            return nothing
        },
        "nlb.UpdateLoadBalancerZones": { call, account in
            let balancer = try findBalancer(call, account)
            try account.checkSteady(balancer, "loadbalancer", call)
            let zones = try balancerZones(call, vpc: balancer.text("VpcId"), except: balancer, &account)
            account.change(balancer.kind, balancer.id) { data in
                data["ZoneMappings"] = zones.shown
                data[Account.zonesField] = zones.addresses
            }
            return reply(call, &account, balancer.region, [:], 15000)
        },
        "nlb.DeleteLoadBalancer": { call, account in
            let balancer = try findBalancer(call, account)
            try account.checkSteady(balancer, "loadbalancer", call)
            if balancer.data["DeletionProtectionConfig"]?["Enabled"]?.bool == true {
                throw call.problem("OperationDenied.DeletionProtection", "The deletion protection is enabled.")
            }
            if account.all("privatelink.ServiceResource").contains(where: { $0.text("ResourceId") == balancer.id }) {
                throw call.problem("ResourceInUse.loadbalancer", "The load balancer is in use by an endpoint service.")
            }
            for listener in account.all("nlb.Listener") where listener.text("LoadBalancerId") == balancer.id {
                account.remove(listener.kind, listener.id)
            }
            account.delete(balancer.kind, balancer.id)
            return reply(call, &account, balancer.region, [:], 30000)
        },
        "nlb.CreateListener": createListener,
        "nlb.UpdateListenerAttribute": { call, account in
            let listener = try find("nlb.Listener", "ListenerId", "ResourceNotFound.listener", call, account)
            try account.checkSteady(listener, "listener", call)
            if let id = call.text("ServerGroupId") {
                guard let group = account.find("nlb.ServerGroup", id) else {
                    throw call.problem("ResourceNotFound.serverGroup", status: 404)
                }
                try checkPorts(listener.int("ListenerPort") ?? 0, group, call)
            }
            account.change(listener.kind, listener.id) { data in
                for member in call.given(
                    "ListenerDescription", "ServerGroupId", "IdleTimeout", "ProxyProtocolEnabled", "Cps", "Mss",
                    "SecurityPolicyId", "CertificateIds", "CaCertificateIds", "CaEnabled", "AlpnEnabled", "AlpnPolicy",
                    "ProxyProtocolV2Config", "SecSensorEnabled")
                {
                    data[member.name] = member.value
                }
            }
            return reply(call, &account, listener.region, [:], 5000)
        },
        "nlb.StartListener": { call, account in
            let listener = try find("nlb.Listener", "ListenerId", "ResourceNotFound.listener", call, account)
            account.update(listener.kind, listener.id) { $0["ListenerStatus"] = "Starting" }
            account.set(listener.kind, listener.id, "Running", in: 5000)
            return reply(call, &account, listener.region, [:], 5000)
        },
        "nlb.StopListener": { call, account in
            let listener = try find("nlb.Listener", "ListenerId", "ResourceNotFound.listener", call, account)
            account.update(listener.kind, listener.id) { $0["ListenerStatus"] = "Stopping" }
            account.set(listener.kind, listener.id, "Stopped", in: 5000)
            return reply(call, &account, listener.region, [:], 5000)
        },
        "nlb.DeleteListener": { call, account in
            let listener = try find("nlb.Listener", "ListenerId", "ResourceNotFound.listener", call, account)
            try account.checkSteady(listener, "listener", call)
            account.delete(listener.kind, listener.id)
            return reply(call, &account, listener.region, [:], 5000)
        },
        "nlb.LoadBalancerJoinSecurityGroup": { call, account in
            let balancer = try findBalancer(call, account)
            account.update(balancer.kind, balancer.id) { data in
                let own = data["SecurityGroupIds"]?.array ?? []
                data["SecurityGroupIds"] = .array(own + call.list("SecurityGroupIds").filter { !own.contains($0) })
            }
            return reply(call, &account, balancer.region, [:], 5000)
        },
        "nlb.LoadBalancerLeaveSecurityGroup": { call, account in
            let balancer = try findBalancer(call, account)
            account.update(balancer.kind, balancer.id) { data in
                let left = call.list("SecurityGroupIds")
                data["SecurityGroupIds"] = .array((data["SecurityGroupIds"]?.array ?? []).filter { !left.contains($0) })
            }
            return reply(call, &account, balancer.region, [:], 5000)
        },
    ]

    /// A response with the job that does the rest.
    private static func reply(
        _ call: Call, _ account: inout Account, _ region: String, _ members: JSON, _ milliseconds: Int
    ) -> JSONObject {
        var response = members.members
        response["JobId"] = account.makeJob(call, region: region, milliseconds: milliseconds)
        return response
    }

    private static func findGroup(_ call: Call, _ account: Account) throws -> Resource {
        try find("nlb.ServerGroup", "ServerGroupId", "ResourceNotFound.serverGroup", call, account)
    }

    private static func findServer(
        _ server: JSON, _ group: Resource, _ call: Call, _ account: Account
    ) throws -> Resource {
        let found = account.all("nlb.ServerGroupServer").first {
            $0.text("ServerGroupId") == group.id && $0.data["ServerId"] == server["ServerId"]
                && (server["Port"] == nil || $0.data["Port"] == server["Port"])
        }
        guard let found else {
            throw call.problem("ResourceNotFound.BackendServer", status: 404, "The specified server is not found.")
        }
        return found
    }

    private static let createServerGroup: Operation = { call, account in
        let vpc = try find("vpc.Vpc", "VpcId", "ResourceNotFound.Vpc", call, account)
        let name = try call.required("ServerGroupName")
        guard (2...128).contains(name.count) else {
            throw call.problem("IllegalParam.ServerGroupName", "The param of ServerGroupName is illegal.")
        }
        guard account.all("nlb.ServerGroup").count < 100 else {
            throw call.problem("QuotaExceeded.ServerGroupsNum", "The quota of server groups is exceeded.")
        }
        let own = call.arguments["HealthCheckConfig"]?.object ?? JSONObject()
        for member in own where ["HealthyThreshold", "UnhealthyThreshold"].contains(member.name) {
            guard (2...10).contains(member.value.int ?? 0) else {
                throw call.problem("IllegalParam.\(member.name)", "The param of \(member.name) is illegal.")
            }
        }
        var check: JSONObject = [
            "HealthCheckEnabled": true, "HealthCheckType": "TCP", "HealthCheckConnectPort": 0,
            "HealthyThreshold": 2, "UnhealthyThreshold": 2, "HealthCheckConnectTimeout": 5, "HealthCheckInterval": 5,
        ]
        for member in own { check[member.name] = member.value }
        let id = account.makeID("sgp-", count: 18)
        var data: JSONObject = [
            "ServerGroupType": "Instance", "Protocol": "TCP", "Scheduler": "Wrr", "AnyPortEnabled": false,
            "ConnectionDrainEnabled": false, "ConnectionDrainTimeout": 0, "PreserveClientIpEnabled": true,
            "AddressIPVersion": "ipv4", "ResourceGroupId": "rg-acfmsandbox0001",
        ]
        for member in call.given(
            "ServerGroupName", "ServerGroupType", "Protocol", "Scheduler", "AnyPortEnabled", "ConnectionDrainEnabled",
            "ConnectionDrainTimeout", "PreserveClientIpEnabled", "AddressIPVersion", "VpcId", "ResourceGroupId")
        {
            data[member.name] = member.value
        }
        data["ServerGroupId"] = .string(id)
        data["RegionId"] = .string(vpc.region)
        data["HealthCheck"] = .object(check)
        data["AliUid"] = .number(JSONNumber(account.number))
        data["Tags"] = call.tags
        account.create("nlb.ServerGroup", id: id, region: vpc.region, data)
        return reply(call, &account, vpc.region, ["ServerGroupId": .string(id)], 5000)
    }

    private static let addServers: Operation = { call, account in
        let group = try findGroup(call, account)
        try account.checkSteady(group, "serverGroup", call)
        for server in call.list("Servers") {
            let type = server["ServerType"]?.string ?? ""
            guard (type == "Ip") == (group.text("ServerGroupType") == "Ip") else {
                throw call.problem("Mismatch.ServerType", "The ServerType is mismatched for \(type) and the group.")
            }
            let id = server["ServerId"]?.string ?? ""
            let address = server["ServerIp"]?.string ?? id
            if type == "Ip" {
                guard let number = IPv4Range.address(address), id == address, isPrivate(number) else {
                    throw call.problem("IllegalParam.IP")
                }
            }
            let port = server["Port"]?.int ?? 0
            if group.isOn("AnyPortEnabled") ? port != 0 : !(1...65535).contains(port) {
                throw call.problem(
                    group.isOn("AnyPortEnabled") ? "IllegalParam.RSPortConflictWithServerGroup" : "IllegalParam.Port")
            }
            let weight = server["Weight"]?.int ?? 100
            guard (0...100).contains(weight) else {
                throw call.problem("IllegalParam.Weight", "The param of Weight is illegal.")
            }
            let name = "\(group.id)_\(id)_\(address)_\(type)_\(port)"
            guard account.find("nlb.ServerGroupServer", name) == nil else {
                throw call.problem("DuplicatedParam.Server")
            }
            var data = server.members
            data["ServerGroupId"] = .string(group.id)
            data["ServerIp"] = .string(address)
            data["Port"] = .number(JSONNumber(port))
            data["Weight"] = .number(JSONNumber(weight))
            account.create("nlb.ServerGroupServer", id: name, region: group.region, data)
        }
        return reply(call, &account, group.region, ["ServerGroupId": .string(group.id)], 5000)
    }

    private static func isPrivate(_ address: UInt32) -> Bool {
        ["10.0.0.0/8", "172.16.0.0/12", "192.168.0.0/16", "100.64.0.0/10"]
            .contains { IPv4Range($0)?.contains(address) == true }
    }
}
