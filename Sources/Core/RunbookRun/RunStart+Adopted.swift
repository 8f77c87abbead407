extension RunStart {
    /// The same run with another text of its document.
    ///
    /// - Parameter kept: Steps of the former documents that stay in the record: those that prepared the environment,
    ///   and those that were begun and are not in the new text.
    func with(_ documents: [Document], _ outline: Outline, parameters: [Parameter], keeping kept: [OutlineStep])
        -> RunStart
    {
        // What is kept is in documents behind the new ones, in the order in which it is met.
        var all = documents
        let stays = kept.map { step in
            let document = self.document(of: step)
            let role = isPreparation(document) ? .fixture : Document.Role.former
            let former = Document(
                file: document.file, path: document.path, sha256: document.sha256, commit: document.commit,
                isModified: document.isModified, role: role)
            let position = all.lastIndex(of: former) ?? all.endIndex
            if position == all.endIndex { all.append(former) }
            var moved = step
            moved.document = position
            return (role, moved)
        }
        let prepared = stays.filter { $0.0 == .fixture }.map(\.1)
        let removed = stays.filter { $0.0 == .former }.map(\.1)
        var start = RunStart(
            tool: tool, user: user, host: host, document: all.first ?? document, others: Array(all.dropFirst()),
            environment: environment, targets: targets, parameters: parameters,
            outline: Outline(title: outline.title, steps: prepared + outline.steps + removed), plan: plan,
            plugins: plugins, ticket: ticket)
        start.invocation = invocation
        return start
    }
}
