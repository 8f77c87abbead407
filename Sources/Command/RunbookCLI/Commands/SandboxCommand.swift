import AlicloudContract
import Arguments
import OrderedJSON
import RunbookApp
import RunbookEngine
import RunbookModel
import RunbookPlugin
import RunbookSyntax
import SandboxServer
import SandboxWorld
import Terminal

/// `runbook sandbox`: emulated targets on loopback ports, for as long as the process runs.
struct SandboxCommand {
    static func command(_ context: CommandContext) -> Command {
        Command(
            "sandbox", "run emulated clusters on loopback ports",
            discussion: """
                It runs until you stop it. To emulate the targets of a runbook:
                  runbook sandbox --for connect-clusters.md --write-env sandbox.yaml
                  runbook exec connect-clusters.md --env sandbox.yaml
                With --kibana the environment file goes through console proxies to the clusters.
                With --secure, or `+secure` behind a profile, clusters speak HTTPS and ask for a user.
                """
        ) { d in
            let systems = SystemFamilies.options.map { option in
                (option, d.options(option.name, nil, option.form, of: String.self, help: option.help))
            }
            let settings = SystemFamilies.all.flatMap(\.settings).map { ($0.name, d.flag($0.name, help: $0.help)) }
            let keys = d.options(
                "access-key-file", nil, "FILE", of: String.self,
                help: "let clouds accept the key pair in this JSON file, too, to replay requests")
            let faults = d.options(
                "fault", nil, "NAME=JSON", of: FaultOption.self,
                help: "set a fault of a cluster, as the control endpoint does")
            let clock = d.option("clock", nil, "TIME", help: "set the clock at the start, such as 2026-01-02T03:04:05Z")
            let document = d.option("for", nil, "FILE", help: "emulate the targets of this runbook")
            let file = d.option("write-env", nil, "FILE", help: "write an environment file for the sandbox")
            let console = d.option(
                "kibana", nil, "FLAVOR", as: ConsoleFlavor.self,
                help: "put a console proxy of this flavor before each cluster")
            let secure = d.flag("secure", help: "let each cluster speak HTTPS and ask for a user")
            let virtual = d.flag("virtual-time", help: "move the clock only when a client waits")
            let plugins = PluginOption.declare(&d)
            let format = d.option("format", nil, "FORMAT", default: OutputFormat.text, help: "output format")
            return { a in
                // A runbook may have targets of plugins, which the sandbox leaves to the environment file.
                let context = try a[plugins].isEmpty ? context : context.with(plugins: a[plugins])
                var wanted: [WantedSystem] = []
                for (option, values) in systems {
                    for text in a[values] {
                        do throws(InvalidSystem) {
                            wanted.append(try SystemFamilies.system(text, of: option))
                        } catch {
                            throw a.misuse("`\(text)` is not a value of `--\(option.name)`: \(error.message)")
                        }
                    }
                }
                return try await SandboxCommand(
                    context: context, asked: wanted, isSecure: a[secure],
                    settings: Set(settings.filter { a[$0.1] }.map(\.0)), keyFiles: a[keys],
                    faults: a[faults], begin: a[clock], document: a[document], file: a[file],
                    console: a[console], isVirtual: a[virtual], format: a[format]
                ).run()
            }
        }
    }

    let context: CommandContext
    /// What options ask for.
    let asked: [WantedSystem]
    /// Whether all clusters ask for a user.
    let isSecure: Bool
    let settings: Set<String>
    let keyFiles: [String]
    let faults: [FaultOption]
    let begin: String?
    let document: String?
    let file: String?
    let console: ConsoleFlavor?
    let isVirtual: Bool
    let format: OutputFormat

    private func run() async throws -> Int32 {
        var wanted = asked
        let start = begin.flatMap { AcsTime.milliseconds($0) }.map { SandboxInstant(milliseconds: $0) }
        if let begin, start == nil {
            context.messages.line("runbook: `\(VisibleText.visible(begin))` is not a time: write YYYY-MM-DDTHH:MM:SSZ")
            return ExitStatus.usage
        }
        if let document {
            guard let more = try planned(for: document) else { return ExitStatus.invalid }
            wanted += more.filter { planned in !wanted.contains { $0.name == planned.name } }
        }
        if isSecure { for place in wanted.indices { wanted[place].isSecure = true } }
        // A document may need none: a checklist and commands on a host also need an environment that stays.
        if wanted.isEmpty, document == nil {
            context.messages.line("runbook: a sandbox needs clusters: `--cluster NAME=PROFILE` or `--for FILE`")
            return ExitStatus.usage
        }
        if let twice = wanted.map(\.name).first(where: { name in wanted.filter { $0.name == name }.count > 1 }) {
            context.messages.line("runbook: the cluster `\(twice)` is named twice")
            return ExitStatus.usage
        }
        let keyPairs = try keyFiles.map { try AccessKeyFile.read($0) }
        let deliveries = try Signals.deliveries(of: [.interrupt, .terminate, .hangup])
        let world = SandboxWorld(
            clock: SandboxClock(
                kind: isVirtual ? .virtual : .real, start: start ?? SandboxClock.machineTime()),
            seed: UInt64.random(in: .min ... .max),
            wanted: wanted, settings: document == nil ? settings : settings.union(["any-repository"]),
            keyPairs: keyPairs)
        let server = try await SandboxServer(world: world, console: console)
        if let refusal = FaultOption.refusal(of: faults, at: server.places, in: world) {
            context.messages.line("runbook: \(VisibleText.visible(refusal))")
            await server.stop()
            return ExitStatus.usage
        }
        for place in Set(faults.map(\.place)) {
            try await server.set(faults.filter { $0.place == place }.map(\.fault), at: place)
        }
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

    private func planned(for document: String) throws -> [WantedSystem]? {
        let source = try DocumentFile.read(document)
        let parsed = RunbookParser.parse(source)
        guard let runbook = parsed.runbook else {
            context.print(parsed.diagnostics, sources: [source])
            context.messages.line("runbook: `\(VisibleText.visible(document))` is not a runbook")
            return nil
        }
        let share = TargetShare(runbook.declaration.targets, in: nil, kinds: context.registry.kinds)
        // A kind that is known and not emulated is that of a plugin: whoever has the target adds it to the file.
        let others = share.emulated.filter { target in
            SystemFamilies.of(target.kind.value) == nil && context.registry.kinds.known(target.kind.value) != nil
        }
        let plan = SandboxPlan(
            for: share.emulated.filter { target in !others.contains { $0.name.value == target.name.value } })
        context.print(plan.diagnostics, sources: [source])
        for target in share.absent where plan.diagnostics.isEmpty {
            context.messages.line(
                "runbook sandbox: `\(target.name.value)` is not emulated: steps on it are skipped, unless you "
                    + "add it to "
                    + "the environment file")
        }
        for target in others where plan.diagnostics.isEmpty {
            context.messages.line(
                "runbook sandbox: `\(target.name.value)` is not emulated: add it to the environment file before you run "
                    + "the runbook")
        }
        return plan.diagnostics.isEmpty ? plan.systems : nil
    }

    private func announce(_ server: SandboxServer) {
        if format == .json {
            context.result.verbatimLine(server.announcement.text())
            return
        }
        for system in server.world.systems {
            let url = server.url(of: system.name) ?? ""
            let transport = system.property("transport").map { "  transport \($0)" } ?? ""
            context.result.line("\(system.name)  \(url)\(transport)  profile \(system.profile)")
            if let id = system.property("access_key_id"), let secret = system.property("access_key_secret") {
                context.result.line("\(system.name).key  \(id)  \(secret)")
            }
            if let access = system.access, let authority = server.authorityFile {
                context.result.line("\(system.name).user  \(access.user)  \(access.password)  ca \(authority)")
            }
            if let console = server.consoleURL(of: system.name) {
                context.result.line("\(system.name).kibana  \(console)")
            }
        }
        context.result.line("control  \(server.controlURL)")
        context.result.line("page  \(server.controlURL)/")
        if let file { context.result.line("environment  \(file)") }
    }
}

extension ConsoleFlavor: ArgumentValue {}
