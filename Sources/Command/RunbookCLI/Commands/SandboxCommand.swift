import AlicloudContract
import Arguments
import OrderedJSON
import RunbookApp
import RunbookEngine
import RunbookModel
import RunbookSyntax
import SandboxServer
import SandboxWorld
import Terminal

/// `runbook sandbox`: emulated targets on loopback ports, for as long as the process runs.
struct SandboxCommand {
    /// `NAME=PROFILE`.
    struct System: ArgumentValue {
        let name: String
        let kind: String
        let profile: String
        let cloud: String?

        init(argument: String) throws(InvalidArgument) {
            let halves = argument.split(separator: "@", maxSplits: 1).map(String.init)
            let parts = (halves.first ?? "").split(separator: "=", maxSplits: 1).map(String.init)
            cloud = halves.count > 1 ? halves[1] : nil
            guard let name = parts.first, ValueName.isName(name) else {
                throw InvalidArgument("expected NAME=PROFILE, where NAME has only a-z, 0-9 and _")
            }
            let all = SystemFamilies.all.filter { $0.group == "clusters" }
                .flatMap { family in family.profiles.map { (family.kind, $0.name) } }
            guard let found = parts.count > 1 ? all.first(where: { $0.1 == parts[1] }) : all.first else {
                throw InvalidArgument("the profiles are \(all.map { "`\($0.1)`" }.joined(separator: ", "))")
            }
            self.name = name
            (kind, profile) = found
        }

        var argumentText: String { "\(name)=\(profile)" }
    }

    /// `NAME=REGION`.
    struct CloudSystem: ArgumentValue {
        let name: String
        let region: String

        init(argument: String) throws(InvalidArgument) {
            let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
            guard let name = parts.first, ValueName.isName(name) else {
                throw InvalidArgument("expected NAME=REGION, where NAME has only a-z, 0-9 and _")
            }
            let regions = SystemFamilies.of("alicloud")?.profiles.map(\.name) ?? []
            let region = parts.count > 1 ? parts[1] : regions.first ?? ""
            guard regions.contains(region) else {
                throw InvalidArgument("the regions are \(regions.map { "`\($0)`" }.joined(separator: ", "))")
            }
            self.name = name
            self.region = region
        }

        var argumentText: String { "\(name)=\(region)" }
    }

    static func command(_ context: CommandContext) -> Command {
        Command(
            "sandbox", "run emulated clusters on loopback ports",
            discussion: """
                It runs until you stop it. To emulate the targets of a runbook:
                  runbook sandbox --for connect-clusters.md --write-env sandbox.yaml
                  runbook exec connect-clusters.md --env sandbox.yaml
                With --kibana the environment file goes through console proxies to the clusters.
                """
        ) { d in
            let clusters = d.options(
                "cluster", nil, "NAME=PROFILE", of: System.self, help: "emulate a cluster with this profile")
            let clouds = d.options(
                "cloud", nil, "NAME=REGION", of: CloudSystem.self, help: "emulate a cloud in this region")
            let oneZone = d.flag("one-zone", help: "create a subnet in one zone in each cloud's network")
            let newAccount = d.flag("new-account", help: "start with inactive paid services in the clouds")
            let nonces = d.flag("allow-nonce-reuse", help: "let clouds accept a nonce again, to replay requests")
            let clock = d.option("clock", nil, "TIME", help: "set the clock at the start, such as 2026-01-02T03:04:05Z")
            let document = d.option("for", nil, "FILE", help: "emulate the targets of this runbook")
            let file = d.option("write-env", nil, "FILE", help: "write an environment file for the sandbox")
            let console = d.option(
                "kibana", nil, "FLAVOR", as: ConsoleFlavor.self,
                help: "put a console proxy of this flavor before each cluster")
            let virtual = d.flag("virtual-time", help: "move the clock only when a client waits")
            let format = d.option("format", nil, "FORMAT", default: OutputFormat.text, help: "output format")
            return { a in
                try await SandboxCommand(
                    context: context, clusters: a[clusters], clouds: a[clouds],
                    settings: Set(
                        [(oneZone, "one-zone"), (newAccount, "new-account"), (nonces, "allow-nonce-reuse")]
                            .filter { a[$0.0] }.map(\.1)),
                    begin: a[clock], document: a[document], file: a[file],
                    console: a[console], isVirtual: a[virtual], format: a[format]
                ).run()
            }
        }
    }

    let context: CommandContext
    let clusters: [System]
    let clouds: [CloudSystem]
    let settings: Set<String>
    let begin: String?
    let document: String?
    let file: String?
    let console: ConsoleFlavor?
    let isVirtual: Bool
    let format: OutputFormat

    private func run() async throws -> Int32 {
        var wanted = clusters.map {
            SandboxPlan.System(name: $0.name, kind: $0.kind, profile: $0.profile, cloud: $0.cloud)
        }
        wanted += clouds.map { SandboxPlan.System(name: $0.name, kind: "alicloud", profile: $0.region) }
        let start = begin.flatMap { AcsTime.milliseconds($0) }.map { SandboxInstant(milliseconds: $0) }
        if let begin, start == nil {
            context.messages.line("runbook: `\(VisibleText.visible(begin))` is not a time: write YYYY-MM-DDTHH:MM:SSZ")
            return ExitStatus.usage
        }
        if let document {
            guard let more = try planned(for: document) else { return ExitStatus.invalid }
            wanted += more.filter { planned in !wanted.contains { $0.name == planned.name } }
        }
        if wanted.isEmpty {
            context.messages.line("runbook: a sandbox needs clusters: `--cluster NAME=PROFILE` or `--for FILE`")
            return ExitStatus.usage
        }
        if let twice = wanted.map(\.name).first(where: { name in wanted.filter { $0.name == name }.count > 1 }) {
            context.messages.line("runbook: the cluster `\(twice)` is named twice")
            return ExitStatus.usage
        }
        let deliveries = try Signals.deliveries(of: [.interrupt, .terminate, .hangup])
        let world = SandboxWorld(
            clock: SandboxClock(
                kind: isVirtual ? .virtual : .real, start: start ?? SandboxClock.machineTime()),
            seed: UInt64.random(in: .min ... .max),
            wanted: wanted.map {
                WantedSystem(name: $0.name, kind: $0.kind, profile: $0.profile, cloud: $0.cloud)
            }, settings: settings)
        let server = try await SandboxServer(world: world, console: console)
        if let file { try server.writeEnvironment(to: file) }
        announce(server)
        for await _ in deliveries { break }
        await server.stop()
        let missing = world.log.notEmulated
        if !missing.isEmpty {
            context.messages.line("runbook sandbox: these requests are not emulated:")
            for request in missing { context.messages.line("  \(VisibleText.visible(request))") }
        }
        return ExitStatus.done
    }

    private func planned(for document: String) throws -> [SandboxPlan.System]? {
        let source = try DocumentFile.read(document)
        let parsed = RunbookParser.parse(source)
        guard let runbook = parsed.runbook else {
            context.print(parsed.diagnostics, sources: [source])
            context.messages.line("runbook: `\(VisibleText.visible(document))` is not a runbook")
            return nil
        }
        let share = TargetShare(runbook.declaration.targets, in: nil, kinds: context.registry.kinds)
        let plan = SandboxPlan(for: share.emulated)
        context.print(plan.diagnostics, sources: [source])
        for target in share.absent where plan.diagnostics.isEmpty {
            context.messages.line(
                "runbook sandbox: `\(target.name.value)` is not emulated: steps on it are skipped, unless you "
                    + "add it to "
                    + "the environment file")
        }
        return plan.diagnostics.isEmpty ? plan.systems : nil
    }

    private func announce(_ server: SandboxServer) {
        if format == .json {
            context.result.line(server.announcement.text())
            return
        }
        for system in server.world.systems {
            let url = server.url(of: system.name) ?? ""
            let transport = system.property("transport").map { "  transport \($0)" } ?? ""
            context.result.line("\(system.name)  \(url)\(transport)  profile \(system.profile)")
            if let id = system.property("access_key_id"), let secret = system.property("access_key_secret") {
                context.result.line("\(system.name).key  \(id)  \(secret)")
            }
            if let console = server.consoleURL(of: system.name) {
                context.result.line("\(system.name).kibana  \(console)")
            }
        }
        context.result.line("control  \(server.controlURL)")
        if let file { context.result.line("environment  \(file)") }
    }
}

extension ConsoleFlavor: ArgumentValue {}
