package import RunbookModel

extension Environment {
    /// Why a run must not use this environment without its operator's consent.
    ///
    /// A file that was found by its name beside a runbook may have been written by whoever wrote the runbook; it may
    /// name only addresses on this machine and run no program. Checking and planning need no trust, because they
    /// resolve and contact nothing.
    package var trustProblems: [Diagnostic] {
        guard origin == .repository else { return [] }
        var places: [(span: SourceSpan, reason: String)] = []
        for target in targets {
            places += target.programs.map { ($0, "`\(target.name.value)` would run a program") }
            places += target.addresses.filter { !$0.isLoopback }
                .map { ($0.text.span, "`\(target.name.value)` is not on this machine") }
            if !target.isLoopback, target.addresses.isEmpty {
                places.append((target.name.span, "`\(target.name.value)` is not on this machine"))
            }
        }
        for parameter in parameters {
            guard case .command = parameter.secretSource else { continue }
            places.append((parameter.value.span, "the parameter `\(parameter.name.value)` would run a program"))
        }
        places += notices.filter { !$0.isHarmless }.map { ($0.span, "`notify` would run a program or tell others") }
        if let sandbox, !sandboxIsLoopback { places.append((sandbox.span, "the sandbox is not on this machine")) }
        return places.map { place in
            Diagnostic(
                "environment/untrusted", .error,
                "the environment `\(name)` was found by its name, so it is not trusted: "
                    + place.reason,
                at: place.span,
                help: "read the file, then give its path: `--env \(path)`",
                "a file that is found by its name beside a runbook may use only this machine, and run no program")
        }
    }

    private var sandboxIsLoopback: Bool {
        guard let sandbox, let address = try? HTTPAddress(parsing: sandbox.value) else { return true }
        return address.isLoopback
    }
}
