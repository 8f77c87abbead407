internal import SandboxWorld

extension ClusterState {
    /// Lets happen what tasks have to do until now.
    mutating func advanceTasks(to now: SandboxInstant) {
        for number in tasks.running.keys.sorted() {
            guard var task = tasks.running[number] else { continue }
            task.advance(to: now, in: &self)
            guard task.isDone else {
                tasks.running[number] = task
                continue
            }
            tasks.running[number] = nil
            tasks.add(
                number, action: task.action, description: task.description, start: task.start, status: task.status,
                response: task.response)
            storeResults(at: max(task.start, task.due))
        }
    }

    /// Makes the index in which results of tasks are kept, where it is not there.
    mutating func storeResults(at now: SandboxInstant) {
        make(".tasks", [("auto_expand_replicas", "0-1"), ("priority", "2147483647")], at: now)
    }

    /// Makes the index in which the security plugin keeps what it knows.
    mutating func storeRights(at now: SandboxInstant) {
        make(SecurityIndex.name, [("auto_expand_replicas", "0-all")], at: now)
    }

    /// Makes the index in which the replication plugin keeps what it does.
    mutating func storeReplications(at now: SandboxInstant) {
        make(".replication-metadata-store", [("auto_expand_replicas", "0-1"), ("priority", "2147483647")], at: now)
    }

    /// Makes an index of the server's own, where it is not there.
    private mutating func make(_ name: String, _ more: [(String, String)], at now: SandboxInstant) {
        guard indices[name] == nil else { return }
        var settings = SettingsMap()
        let uuid = MadeUpIdentifier.of("\(self.uuid) \(name)")
        for (setting, value) in [
            ("number_of_shards", "1"), ("number_of_replicas", "0"), ("creation_date", String(now.milliseconds)),
            ("uuid", uuid), ("provided_name", name), ("version.created", versionCreated),
        ] + more { settings["index.\(setting)"] = .text(value) }
        indices[name] = Index(name: name, uuid: uuid, settings: settings, at: now)
    }
}
