import AlicloudContract
import OrderedJSON

extension Operations {
    /// Snapshots of instances, and whose are visible to whom.
    static let snapshots: [String: Operation] = [
        "elasticsearch.ListAlternativeSnapshotRepos": { call, account in
            let instance = try findInstance(call, account)
            let rows = account.all("elasticsearch.Instance").filter { source in
                source.id != instance.id && source.region == instance.region
                    && !source.version.isLater(than: instance.version)
                    && (call.flag("alreadySetItems") == true || repository(source.id, instance.id, account) == nil)
            }
            return result(
                .array(
                    rows.map { ["instanceId": .string($0.id), "repoPath": .string($0.id)] }))
        },
        "elasticsearch.ListSnapshotReposByInstanceId": { call, account in
            let instance = try findInstance(call, account)
            let rows = account.all("elasticsearch.SnapshotRepo").filter { $0.text("owner") == instance.id }
            return result(.array(rows.map { .object($0.data) }))
        },
        "elasticsearch.AddSnapshotRepo": { call, account in
            let instance = try changeable(call, account)
            let path = call.arguments["body"]?["repoPath"]?.string ?? ""
            if path.isEmpty { throw ArgumentReader.missing("repoPath") }
            guard let source = account.find("elasticsearch.Instance", path), source.region == instance.region else {
                throw call.problem("InstanceNotFound", status: 404, "The instanceId provided does not exist.")
            }
            guard source.id != instance.id, !source.version.isLater(than: instance.version) else {
                throw call.problem("RepoVersionNotSupport", "The source is of a later version than the instance.")
            }
            if repository(path, instance.id, account) == nil {
                let data: JSON = [
                    "instanceId": .string(path), "repoPath": .string(path), "owner": .string(instance.id),
                    "snapWarehouse": .string("aliyun_snapshot_from_\(path)"),
                ]
                account.create(
                    "elasticsearch.SnapshotRepo", id: "\(instance.id):\(path)", region: instance.region, data.members)
            }
            return result(true)
        },
        "elasticsearch.DeleteSnapshotRepo": { call, account in
            let instance = try changeable(call, account)
            let path = try call.required("repoPath")
            guard let repository = repository(path, instance.id, account) else {
                throw call.problem("SnapshotRepoNotFound", status: 404, "The shared repository does not exist.")
            }
            account.remove(repository.kind, repository.id)
            return result(true)
        },
        "elasticsearch.DescribeSnapshotSetting": { call, account in
            let instance = try findInstance(call, account)
            let setting = instance.data["snapshot setting"]
            return result([
                "Enable": setting?["enable"] ?? true, "QuartzRegex": setting?["quartzRegex"] ?? "0 0 01 ? * * *",
                "Indices": setting?["indices"] ?? [],
            ])
        },
        "elasticsearch.UpdateSnapshotSetting": { call, account in
            let instance = try findInstance(call, account)
            var setting = (instance.data["snapshot setting"] ?? [:]).members
            for member in call.arguments["body"]?.object ?? JSONObject() { setting[member.name] = member.value }
            account.update(instance.kind, instance.id) { $0["snapshot setting"] = .object(setting) }
            return result(.object(setting))
        },
        "elasticsearch.CreateSnapshot": { call, account in
            _ = try changeable(call, account)
            return result(true)
        },
    ]

    private static func repository(_ path: String, _ owner: String, _ account: Account) -> Resource? {
        account.find("elasticsearch.SnapshotRepo", "\(owner):\(path)")
    }
}
