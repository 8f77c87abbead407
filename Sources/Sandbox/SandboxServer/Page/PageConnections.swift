import Digests
import OrderedJSON
import SandboxWorld

/// What the clusters of a sandbox have set up to reach others, as each says itself.
enum PageConnections {
    /// The remote clusters of all clusters.
    static func all(of world: SandboxWorld) -> [PictureConnection] {
        world.systems.filter { SystemFamilies.of($0.kind)?.group == "clusters" }.flatMap { system in
            var request = SandboxRequest(method: "GET", target: "/_remote/info")
            if let access = system.access {
                let pair = Base64.encoded(Array("\(access.user):\(access.password)".utf8))
                request.headers.append(SandboxHeader("authorization", "Basic \(pair)"))
            }
            guard let response = world.respond(to: request, at: system.name), response.status == 200,
                let body = try? JSON(bytes: response.body), let remotes = body.object
            else { return [PictureConnection]() }
            return remotes.members.map { remote in connection(remote.name, remote.value, of: system.name) }
        }
    }

    private static func connection(_ name: String, _ remote: JSON, of system: String) -> PictureConnection {
        let mode = remote["mode"]?.string ?? "sniff"
        let address = remote["proxy_address"]?.string ?? remote["seeds"]?[0]?.string
        return PictureConnection(
            system: system, name: name, mode: mode, address: address.flatMap { SystemAddress($0) },
            isConnected: remote["connected"]?.bool ?? false)
    }
}
