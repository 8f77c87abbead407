import HTTPServer
package import OrderedJSON
package import SandboxWorld

/// A sandbox on loopback: a port for each cluster of a world, and the control endpoint.
///
/// When it is made, all ports are open. It runs until `stop`.
package final class SandboxServer: Sendable {
    /// What it serves.
    package let world: SandboxWorld
    /// The control endpoint's URL, token included.
    package let controlURL: String

    private let ports: [String: ClusterPort]
    private let control: HTTPServer

    /// Opens all ports.
    ///
    /// - Parameters:
    ///   - world: What to serve.
    ///   - ports: Ports for clusters by name; a cluster that is not named gets one that is free.
    ///   - console: Whose console proxy stands before each cluster, on a port of its own; nil for none.
    /// - Throws: `HTTPServerError` when a port is taken; no port is open then.
    package init(world: SandboxWorld, ports wanted: [String: Int] = [:], console: ConsoleFlavor? = nil) async throws {
        self.world = world
        var opened: [String: ClusterPort] = [:]
        do {
            for cluster in world.clusters.map(\.name) {
                let face = ClusterFace(place: cluster, world: world) { world.respond(to: $0, at: cluster) }
                opened[cluster] = try ClusterPort(port: wanted[cluster] ?? 0) { face.answer($0) }
                guard let console else { continue }
                let proxy = ConsoleProxyFace(flavor: console, cluster: cluster, world: world)
                let place = ConsoleProxyFace.place(of: cluster)
                let consoleFace = ClusterFace(place: place, world: world, isLogged: false) { proxy.respond(to: $0) }
                opened[place] = try ClusterPort(port: 0) { consoleFace.answer($0) }
            }
            var random = SystemRandomNumberGenerator()
            let token = (0..<2).map { _ in Self.hexadecimal(random.next()) }.joined()
            let names = world.clusters.map(\.name)
            let places = names + names.map { ConsoleProxyFace.place(of: $0) }.filter { opened[$0] != nil }
            let face = ControlFace(
                root: "/_sandbox/\(token)", world: world, places: places
            ) { [opened] place, isRefusing in
                try await opened[place]?.set(isRefusing: isRefusing)
            }
            control = try HTTPServer(socket: LoopbackSocket()) { face.answer($0) }
            controlURL = control.url + face.root
            ports = opened
        } catch {
            for port in opened.values { await port.stop(grace: .zero) }
            throw error
        }
    }

    /// The URL of a cluster; nil when there is none of that name.
    package func url(of cluster: String) -> String? {
        ports[cluster].map { "http://127.0.0.1:\($0.port)" }
    }

    /// The URL of a cluster's console; nil when it has none.
    package func consoleURL(of cluster: String) -> String? { url(of: ConsoleProxyFace.place(of: cluster)) }

    /// What `runbook sandbox` prints: `{"clusters": {NAME: {"url", "transport", "instance"}}, "control": URL}`.
    ///
    /// A cluster with a console has `kibana` as well.
    package var announcement: JSON {
        var clusters = JSONObject()
        for cluster in world.clusters {
            var members = JSONObject([
                ("url", url(of: cluster.name).map(JSON.string) ?? .null),
                ("transport", .string(cluster.transport.description)), ("instance", .string(cluster.instance)),
            ])
            members["kibana"] = consoleURL(of: cluster.name).map(JSON.string)
            clusters[cluster.name] = .object(members)
        }
        return ["clusters": .object(clusters), "control": .string(controlURL)]
    }

    /// Stops within a second, whatever is open: sleepers are woken, answers that are on their way may arrive.
    package func stop() async {
        await withTaskGroup { group in
            group.addTask { await self.control.stop(grace: .zero) }
            for port in ports.values { group.addTask { await port.stop(grace: .milliseconds(300)) } }
        }
    }

    private static func hexadecimal(_ number: UInt64) -> String {
        let text = String(number, radix: 16)
        return String(repeating: "0", count: 16 - text.count) + text
    }
}
