import OrderedJSON
import Processes
import RunbookModel
import RunbookPlugin
import SandboxServer
import SandboxWorld

/// A sandbox in a process of its own, started for one run and ended with it.
struct SandboxProcess: Sendable {
    /// The targets, ready to be used.
    let targets: [Target]
    /// The control endpoint.
    let control: String
    /// The profiles of its clusters, for people.
    let profiles: String?
    private let process: ChildProcess

    /// Starts a sandbox and waits until it answers.
    ///
    /// - Parameter isVirtual: Whether its time passes only when somebody waits; not beside systems that are real.
    /// - Throws: `Diagnostic` that says why it did not start.
    static func start(
        _ plan: SandboxPlan, for declared: [TargetDeclaration], isVirtual: Bool, kinds: TargetKinds,
        executable: String
    ) async throws(Diagnostic) -> SandboxProcess {
        let arguments =
            ["sandbox", "--format", "json", "--any-repository"] + (isVirtual ? ["--virtual-time"] : [])
            + plan.systems.flatMap(SystemFamilies.argument)
        let command = ProcessCommand(executable, arguments, output: .stream(limit: 1 << 16), grace: .milliseconds(500))
        do {
            let process = try await ChildProcess.start(command)
            guard let line = try await process.readLine(), let announcement = try? JSON(bytes: line),
                let control = announcement["control"]?.string
            else {
                process.stop(.cancelled)
                let said = String(decoding: await process.result().errors.prefix(2000), as: UTF8.self)
                throw failure(VisibleText.visible(said))
            }
            return SandboxProcess(
                targets: targets(of: announcement, for: declared, kinds), control: control,
                profiles: plan.profiles, process: process)
        } catch let diagnostic as Diagnostic {
            throw diagnostic
        } catch {
            throw failure("\(error)")
        }
    }

    /// Ends the sandbox; its world is gone then.
    func stop() async {
        process.stop(.cancelled)
        _ = await process.result()
    }

    private static func failure(_ reason: String) -> Diagnostic {
        Diagnostic(
            "sandbox/start", "the sandbox did not start: \(reason)", at: nil,
            help: "check that memory and loopback ports are available: `runbook sandbox --cluster x=7.0`")
    }

    private static func targets(
        of announcement: JSON, for declared: [TargetDeclaration], _ kinds: TargetKinds
    ) -> [Target] {
        declared.compactMap { target in
            let name = target.name.value
            guard let group = SystemFamilies.of(target.kind.value)?.group,
                let system = announcement[group]?[name]?.object, let url = system["url"]?.string
            else { return nil }
            let address = url.split(separator: "/").last ?? ""
            let parts = address.split(separator: ":")
            var properties = JSONObject([("url", .string(url)), ("name", .string(name))])
            properties["host"] = parts.first.map { .string(String($0)) }
            properties["port"] = parts.last.flatMap { Int($0) }.map { .number(JSONNumber($0)) }
            var settings = JSONObject([("url", .string(url))])
            if let authority = system["ca"] { settings.append("tls", ["ca": authority]) }
            let password = system["password"]?.string.map { ["password": Secret($0)] } ?? [:]
            // What is said of a system is described as in its environment file.
            for key in kinds.known(target.kind.value)?.keys ?? [] where !["url", "password"].contains(key.name) {
                guard let value = system[key.name] else { continue }
                if kinds.known(target.kind.value)?.isProperty(key) == true {
                    properties[key.name] = value
                } else {
                    settings[key.name] = value
                }
            }
            return Target(
                name: name, kind: target.kind.value, properties: properties, settings: settings, secrets: password,
                requirements: JSONObject(target.requirements.map { ($0.name.value, $0.value.value) }),
                isEmulated: true)
        }
    }
}
