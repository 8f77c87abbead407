import Arguments

/// `runbook exec FILE`: runs a runbook.
enum ExecCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "exec", "run a runbook, step by step",
            discussion: """
                Without --env the runbook runs on the embedded sandbox and changes nothing real:
                  runbook exec connect-clusters.md
                  runbook exec connect-clusters.md --env staging -p index=orders --report run.md
                """
        ) { d in
            let file = d.argument("FILE", help: "the runbook")
            let environment = d.option("env", nil, "NAME|PATH", help: "the environment to run in: a name or a file")
            let parameters = d.options(
                "param", "p", "NAME=VALUE", of: ParameterOption.self, help: "set a parameter")
            let parameterFile = d.option("params", nil, "FILE", help: "read parameters from a YAML or JSON file")
            let yes = d.flag(
                "yes", "y", help: "confirm all questions with yes; manual steps still wait")
            let store = d.option("store", nil, "DIR", help: "the folder where runs are stored")
            let report = d.option(
                "report", nil, "FILE", help: "write a report to FILE: Markdown, JSON for .json, JUnit for .xml")
            let format = d.option(
                "format", nil, "FORMAT", default: OutputFormat.text, help: "output format")
            let waits = d.flag("wait-for-lock", help: "wait for other runs of this runbook or its targets to end")
            let plan = d.option("plan", nil, "FILE", help: "do exactly what this reviewed plan says, or fail")
            let dry = d.flag("dry-run", "n", help: "show what would be done, like `runbook plan`")
            let plugins = PluginOption.declare(&d)
            return { a in
                let context = try context.with(plugins: a[plugins])
                var request = RunRequest(file: a[file])
                request.environment = a[environment]
                request.parameters = a[parameters]
                request.parameterFile = a[parameterFile]
                request.saysYes = a[yes]
                request.store = a[store]
                request.report = a[report]
                request.format = a[format]
                request.waitsForLock = a[waits]
                request.plan = a[plan]
                if a[dry] { return try await dryRun(request, context) }
                return try await RunExecution(request: request, context: context).run()
            }
        }
    }

    private static func dryRun(_ request: RunRequest, _ context: CommandContext) async throws -> Int32 {
        var command = PlanCommand(request: request, context: context)
        if request.format == .json { command.format = .json }
        if let plan = request.plan {
            let document = try await DocumentFile.runnable(request.file, context: context)
            _ = try await PlanAgreement(plan, request, for: document, context: context)
        }
        return try await command.run()
    }
}
