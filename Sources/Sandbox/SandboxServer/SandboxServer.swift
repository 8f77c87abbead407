import HTTPServer
package import OrderedJSON
package import SandboxWorld

/// A sandbox on loopback: a port for each system of a world, and the control endpoint.
///
/// When it is made, all ports are open. It runs until `stop`.
package final class SandboxServer: Sendable {
    /// What it serves.
    package let world: SandboxWorld
    /// The control endpoint's URL, token included.
    package let controlURL: String

    /// What clients need for systems that ask for a user; nil when none does.
    let securityFiles: SecurityFiles?

    private let ports: [String: SystemPort]
    private let control: HTTPServer

    /// Opens all ports.
    ///
    /// - Parameters:
    ///   - world: What to serve.
    ///   - ports: Ports for systems by name; a system that is not named gets one that is free.
    ///   - console: Whose console proxy is before each system that can have one, on a port of its own; nil for none.
    /// - Throws: `HTTPServerError` when a port is taken; no port is open then.
    package init(world: SandboxWorld, ports wanted: [String: Int] = [:], console: ConsoleFlavor? = nil) async throws {
        self.world = world
        let files = try SecurityFiles(for: world.systems)
        securityFiles = files
        var opened: [String: SystemPort] = [:]
        do {
            for system in world.systems {
                let name = system.name
                let face = SystemFace(place: name, world: world) { world.respond(to: $0, at: name) }
                let port = try SystemPort(
                    port: wanted[name] ?? 0, identity: system.access == nil ? nil : files?.identity
                ) { face.answer($0) }
                opened[name] = port
                world.opened(port: port.port, of: name)
                guard let console, SystemFamilies.of(system.kind)?.hasConsole == true else { continue }
                let proxy = ConsoleProxyFace(flavor: console, cluster: name, world: world)
                let place = ConsoleProxyFace.place(of: name)
                let consoleFace = SystemFace(place: place, world: world, isLogged: false) { proxy.respond(to: $0) }
                opened[place] = try SystemPort(port: 0) { consoleFace.answer($0) }
            }
            let token = RandomText.hexadecimal()
            let names = world.systems.map(\.name)
            let places = names + names.map { ConsoleProxyFace.place(of: $0) }.filter { opened[$0] != nil }
            let face = ControlFace(
                root: "/_sandbox/\(token)", world: world, places: places,
                url: { [opened] in Self.url(of: opened[$0]) }
            ) { [opened] place, isRefusing in
                try await opened[place]?.set(isRefusing: isRefusing)
            }
            control = try HTTPServer(socket: LoopbackSocket()) { face.answer($0) }
            controlURL = control.url + face.root
            ports = opened
        } catch {
            for port in opened.values { await port.stop(grace: .zero) }
            files?.remove()
            throw error
        }
    }

    /// The URL of a system; nil when there is none of that name.
    package func url(of system: String) -> String? {
        Self.url(of: ports[system])
    }

    private static func url(of port: SystemPort?) -> String? {
        port.map { "\($0.isSecure ? "https" : "http")://127.0.0.1:\($0.port)" }
    }

    /// The file with the certificate of the authority that clients have to trust; nil where nothing speaks TLS.
    package var authorityFile: String? { securityFiles?.authority }

    /// The URL of a system's console; nil when it has none.
    package func consoleURL(of system: String) -> String? { url(of: ConsoleProxyFace.place(of: system)) }

    /// What faults can be set for: systems, and their consoles.
    package var places: [String] { ports.keys.sorted() }

    /// Sets what goes wrong at a system or a console, instead of what did.
    package func set(_ faults: [Fault], at place: String) async throws {
        world.catchUp()
        world.faults.set(faults, for: place)
        world.catchUp()
        try await ports[place]?.set(isRefusing: world.faults.isRefusing(place))
    }

    /// What `runbook sandbox` prints: `{"clusters": {NAME: {"url", "transport", "instance"}}, "control": URL}`.
    ///
    /// Each family of systems has a member of its own beside `clusters`, and a system with a console has `kibana`. A
    /// system that asks for a user has one in `user` and `password`, and in `ca` the file to trust.
    package var announcement: JSON {
        var result = JSONObject()
        for system in world.systems {
            var members = JSONObject([("url", url(of: system.name).map(JSON.string) ?? .null)])
            for property in system.properties { members.append(property.name, .string(property.value)) }
            if SystemFamilies.of(system.kind)?.group == "clouds" {
                // What the SDKs of clouds call an endpoint has no scheme.
                members["endpoint"] = url(of: system.name).map { .string(String($0.dropFirst("http://".count))) }
            }
            if let access = system.access, let files = securityFiles {
                members.append("user", .string(access.user))
                members.append("password", .string(access.password))
                members.append("ca", .string(files.authority))
            }
            members["kibana"] = consoleURL(of: system.name).map(JSON.string)
            let group = SystemFamilies.of(system.kind)?.group ?? "clusters"
            var systems = result[group]?.object ?? JSONObject()
            systems[system.name] = .object(members)
            result[group] = .object(systems)
        }
        result["control"] = .string(controlURL)
        return .object(result)
    }

    /// Stops within a second, whatever is open: sleepers are woken, answers that are on their way may arrive.
    package func stop() async {
        await withTaskGroup { group in
            group.addTask { await self.control.stop(grace: .zero) }
            for port in ports.values { group.addTask { await port.stop(grace: .milliseconds(300)) } }
        }
        securityFiles?.remove()
    }
}
