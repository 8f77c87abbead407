import Foundation

/// The targets of `Package.swift` with their floors and dependencies, read from its text.
struct Manifest {
    struct Target {
        let floor: String
        let name: String
        let dependencies: [String]
    }

    /// The floors from the lowest to the highest; plugins stand on that of the adapters.
    static let floors = ["Libraries", "Support", "Core", "Adapters", "Sandbox", "Command"]

    let targets: [Target]

    init() throws {
        let text = try String(contentsOf: Page.root.appendingPathComponent("Package.swift"), encoding: .utf8)
        var targets: [Target] = []
        for statement in text.components(separatedBy: "\ntargets += ").dropFirst() {
            let end = statement.range(of: ")\n")?.lowerBound ?? statement.endIndex
            let call = statement[..<end].components(separatedBy: "tests:")[0]
            let words = Manifest.strings(in: call)
            if call.hasPrefix("target(") {
                targets.append(Target(floor: words[0], name: words[1], dependencies: Array(words[2...])))
            } else if call.hasPrefix("plugin(") {
                targets.append(Target(floor: "Adapters", name: words[1], dependencies: Array(words[2...])))
            }
        }
        for match in text.matches(of: /library\("([A-Za-z0-9]+)"/) {
            targets.append(Target(floor: "Libraries", name: String(match.output.1), dependencies: []))
        }
        for match in text.matches(of: /\.target\(name: "([A-Za-z0-9]+)", path: "Sources\/Libraries/) {
            targets.append(Target(floor: "Libraries", name: String(match.output.1), dependencies: []))
        }
        for match in text.matches(of: /\.executableTarget\(name: "([a-z]+)", dependencies: \[(.*?)\]/) {
            targets.append(
                Target(
                    floor: "Command", name: String(match.output.1),
                    dependencies: Manifest.strings(in: match.output.2)))
        }
        self.targets = targets
    }

    /// The folders that hold a target's sources: what the manifest must have named.
    static func folders() -> Set<String> {
        var names: Set<String> = []
        for floor in floors {
            let folder = Page.root.appendingPathComponent("Sources/\(floor)").path
            names.formUnion((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [])
        }
        return names
    }

    private static func strings(in text: some StringProtocol) -> [String] {
        String(text).matches(of: /"([^"]+)"/).map { String($0.output.1) }
    }
}
