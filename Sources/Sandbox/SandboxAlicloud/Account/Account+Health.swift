import OrderedJSON
import SandboxWorld

/// Health checks: what load balancers find out about their servers as time passes.
extension Account {
    /// Lets all health checks happen up to a moment; nothing else changes until then.
    mutating func probe(until moment: SandboxInstant) {
        guard moment > settledAt else { return }
        var kept: [String: Probe] = [:]
        for listener in all("nlb.Listener") {
            guard let group = find("nlb.ServerGroup", listener.text("ServerGroupId")) else { continue }
            let check = group.data["HealthCheck"]?.object ?? JSONObject()
            guard check["HealthCheckEnabled"]?.bool ?? true else { continue }
            for server in servers(of: group) where server.text("Status") == "Available" {
                let name = "\(listener.id) \(server.id)"
                var probe = probes[name] ?? Probe(last: settledAt)
                let path = Reachability(path(of: listener, to: server))
                let result: String? = path.health == .unhealthy ? path.reason ?? "CONNECT_TIMEOUT" : nil
                probe.advance(
                    to: moment, every: interval(of: check), result: result,
                    healthy: check["HealthyThreshold"]?.int ?? 2, unhealthy: check["UnhealthyThreshold"]?.int ?? 2)
                kept[name] = probe
            }
        }
        probes = kept
    }

    /// The time between two examinations, in milliseconds.
    private func interval(of check: JSONObject) -> Int {
        max(min(max(check["HealthCheckInterval"]?.int ?? 5, 0), 3600) * 1000 / speed, 1)
    }

    /// The servers of a group.
    func servers(of group: Resource) -> [Resource] {
        all("nlb.ServerGroupServer").filter { $0.text("ServerGroupId") == group.id }
    }

    /// What the health check of a listener says; servers that are healthy are not listed.
    func health(of listener: Resource) -> JSONObject {
        let group = find("nlb.ServerGroup", listener.text("ServerGroupId"))
        let isChecked = group?.data["HealthCheck"]?["HealthCheckEnabled"]?.bool ?? true
        var others: [JSON] = []
        for server in group.map({ servers(of: $0) }) ?? [] {
            var row: JSONObject = [
                "ServerId": .string(server.text("ServerId")), "ServerIp": .string(server.text("ServerIp")),
                "Port": server.data["Port"] ?? 0,
            ]
            switch isChecked ? probes["\(listener.id) \(server.id)"]?.verdict ?? .initial : .initial {
            case _ where !isChecked: row["Status"] = "Unavailable"
            case .initial: row["Status"] = "Initial"
            case .unhealthy(let reason):
                row["Status"] = "Unhealthy"
                row["Reason"] = ["ReasonCode": .string(reason)]
            case .healthy: continue
            }
            others.append(.object(row))
        }
        let info: JSON = [
            "ServerGroupId": .string(group?.id ?? ""), "HeathCheckEnabled": .bool(isChecked),
            "NonNormalServers": .array(others),
        ]
        return [
            "ListenerId": .string(listener.id), "ListenerPort": listener.data["ListenerPort"] ?? 0,
            "ListenerProtocol": .string(listener.text("ListenerProtocol")), "ServerGroupInfos": .array([info]),
        ]
    }

    /// Whether the health check of a listener takes a server for healthy.
    func isHealthy(_ listener: Resource, _ server: Resource) -> Bool {
        probes["\(listener.id) \(server.id)"]?.verdict == .healthy
    }
}
