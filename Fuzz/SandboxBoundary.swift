import OrderedJSON
import SandboxElastic
import SandboxWorld

/// Requests to a cluster of the sandbox: `METHOD TARGET`, a line feed and a body each, with zero bytes between.
enum SandboxBoundary {
    static func feed(_ bytes: [UInt8]) {
        let world = SandboxWorld(
            clock: SandboxClock(kind: .virtual, start: SandboxInstant(milliseconds: 1_795_243_190_000)), seed: 1,
            systems: [ElasticFamily().system(named: "es", profile: "7.10", index: 0)]
        ) { system, world in
            ElasticCluster(system, profile: Profile.named(system.profile) ?? .v7_0, world: world)
        }
        for part in bytes.split(separator: 0).prefix(6) {
            let line = part.prefix { $0 != UInt8(ascii: "\n") }
            let words = String(decoding: line, as: UTF8.self).split(separator: " ", maxSplits: 1).map(String.init)
            guard words.count == 2 else { continue }
            let request = SandboxRequest(
                method: words[0], target: words[1].hasPrefix("/") ? words[1] : "/\(words[1])",
                headers: [SandboxHeader("Content-Type", "application/json")],
                body: Array(part.dropFirst(line.count + 1)))
            guard let response = world.respond(to: request, at: "es") else { continue }
            promise((200..<600).contains(response.status), "a status is one: \(response.status)")
            let type = response.headers.first { $0.name.lowercased() == "content-type" }?.value ?? ""
            if type.hasPrefix("application/json"), !response.body.isEmpty {
                promise((try? JSON(bytes: response.body)) != nil, "JSON is said to be JSON: \(words)")
            }
        }
    }
}
