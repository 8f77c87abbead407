import AlicloudContract
import OrderedJSON

extension Operations {
    /// Who may connect to an instance.
    static let whitelists: [String: Operation] = [
        "elasticsearch.ModifyWhiteIps": { call, account in
            let instance = try changeable(call, account)
            let mode = call.text("modifyMode")
            if let group = call.arguments["whiteIpGroup"] {
                if call.arguments["whiteIpList"] != nil {
                    throw call.problem("InvalidParameter", "whiteIpList and whiteIpGroup cannot be given together.")
                }
                try modify(group, mode, instance, call, &account)
            } else {
                guard let list = call.arguments["whiteIpList"] else { throw ArgumentReader.missing("whiteIpGroup") }
                let network = try call.required("networkType")
                let node = try call.required("nodeType") == "KIBANA" ? "KIBANA" : "ES"
                let group: JSON = ["groupName": "default", "ips": list, "whiteIpType": .string("\(network)_\(node)")]
                try modify(group, mode, instance, call, &account)
            }
            return result(true)
        },
        "elasticsearch.UpdateWhiteIps": { call, account in
            let instance = try changeable(call, account)
            let own: JSON = [
                "groupName": "default", "ips": call.arguments["esIPWhitelist"] ?? [], "whiteIpType": "PRIVATE_ES",
            ]
            try modify(call.arguments["whiteIpGroup"] ?? own, call.text("modifyMode"), instance, call, &account)
            let groups = JSON.array(account.find(instance.kind, instance.id)?.list("groups") ?? [])
            return result(["esIPWhitelist": [], "networkConfig": ["whiteIpGroupList": groups]])
        },
        "elasticsearch.UpdatePrivateNetworkWhiteIps": raw("privateNetworkIpWhiteList", type: "PRIVATE_ES"),
        "elasticsearch.UpdatePublicWhiteIps": raw("publicIpWhitelist", type: "PUBLIC_ES"),
        "elasticsearch.UpdateKibanaWhiteIps": { call, account in
            let instance = try changeable(call, account)
            let own: JSON = [
                "groupName": "default", "ips": call.arguments["kibanaIPWhitelist"] ?? [],
                "whiteIpType": "PUBLIC_KIBANA",
            ]
            try modify(call.arguments["whiteIpGroup"] ?? own, call.text("modifyMode"), instance, call, &account)
            return result(["kibanaIPWhitelist": call.arguments["kibanaIPWhitelist"] ?? []])
        },
        "elasticsearch.TriggerNetwork": { call, account in
            let instance = try changeable(call, account)
            let isOn = try call.required("actionType") == "OPEN"
            let name =
                switch (call.text("nodeType") ?? "", call.text("networkType") ?? "") {
                case ("KIBANA", "PUBLIC"): "enableKibanaPublicNetwork"
                case ("KIBANA", _): "enableKibanaPrivateNetwork"
                default: "enablePublic"
                }
            account.change(instance.kind, instance.id) { $0[name] = .bool(isOn) }
            return result(true)
        },
        "elasticsearch.UpdatePublicNetwork": { call, account in
            let instance = try changeable(call, account)
            let isOn = call.arguments["body"]?["enablePublic"]?.bool ?? false
            account.change(instance.kind, instance.id) { $0["enablePublic"] = .bool(isOn) }
            return result(["enablePublic": .bool(isOn)])
        },
    ]

    /// An action whose body is of the caller's own making: a list, or a group.
    private static func raw(_ name: String, type: String) -> Operation {
        { call, account in
            let instance = try changeable(call, account)
            let body = call.arguments["body"] ?? [:]
            let own: JSON = ["groupName": "default", "ips": body[name] ?? [], "whiteIpType": .string(type)]
            try modify(body["whiteIpGroup"] ?? own, call.text("modifyMode"), instance, call, &account)
            let groups = account.find(instance.kind, instance.id)?.list("groups") ?? []
            let ips = groups.filter { $0["whiteIpType"]?.string == type }.flatMap { $0["ips"]?.array ?? [] }
            return result(.object(JSONObject([(name, .array(ips))])))
        }
    }

    /// Changes one group of a whitelist; the instance is busy with it for a while.
    private static func modify(
        _ group: JSON, _ mode: String?, _ instance: Resource, _ call: Call, _ account: inout Account
    ) throws {
        let name = group["groupName"]?.string ?? "default"
        let type = group["whiteIpType"]?.string ?? "PRIVATE_ES"
        guard ["PRIVATE_ES", "PUBLIC_ES", "PRIVATE_KIBANA", "PUBLIC_KIBANA"].contains(type) else {
            throw ArgumentReader.invalid("whiteIpType")
        }
        let ips = (group["ips"]?.array ?? []).compactMap(\.string)
        for ip in ips where IPv4Range(ip) == nil { throw ArgumentReader.invalid("ips") }
        var groups = instance.list("groups")
        let place = groups.firstIndex { $0["groupName"]?.string == name && $0["whiteIpType"]?.string == type }
        let own = place.map { (groups[$0]["ips"]?.array ?? []).compactMap(\.string) } ?? []
        var wanted: [String]
        switch mode ?? "Cover" {
        case "Cover": wanted = ips
        case "Append":
            guard place != nil else { throw call.problem("NotFound", status: 404, "The whitelist group is not found.") }
            wanted = own + ips.filter { !own.contains($0) }
        case "Delete":
            guard place != nil else { throw call.problem("NotFound", status: 404, "The whitelist group is not found.") }
            wanted = own.filter { !ips.contains($0) }
            if wanted.isEmpty {
                throw call.problem("InvalidParameter", "At least one IP address must be retained in the group.")
            }
        default: throw ArgumentReader.invalid("modifyMode")
        }
        guard wanted.count <= 300 else {
            throw call.problem("QuotaExceeded.WhiteIps", "The group has too many addresses.")
        }
        var unique: Set<String> = []
        wanted = wanted.filter { unique.insert($0).inserted }
        let new: JSON = [
            "groupName": .string(name), "ips": .array(wanted.map(JSON.string)), "whiteIpType": .string(type),
        ]
        if let place {
            if wanted.isEmpty { groups.remove(at: place) } else { groups[place] = new }
        } else if !wanted.isEmpty {
            groups.append(new)
        }
        account.change(instance.kind, instance.id) { $0["groups"] = .array(groups) }
    }
}
