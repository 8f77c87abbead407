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
        guard indices[".tasks"] == nil else { return }
        var settings = SettingsMap()
        let uuid = MadeUpIdentifier.of("\(self.uuid) .tasks")
        for (name, value) in [
            ("number_of_shards", "1"), ("number_of_replicas", "0"), ("auto_expand_replicas", "0-1"),
            ("priority", "2147483647"),
            ("creation_date", String(now.milliseconds)), ("uuid", uuid), ("provided_name", ".tasks"),
            ("version.created", versionCreated),
        ] { settings["index.\(name)"] = .text(value) }
        indices[".tasks"] = Index(name: ".tasks", uuid: uuid, settings: settings, at: now)
    }
}
