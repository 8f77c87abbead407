import Foundation

/// The targets of `Package.swift` with their floors and dependencies, read from its text.
struct Manifest {
    struct Target {
        let floor: String
        let name: String
        let dependencies: [String]
        /// Where its sources are, and those of its tests; empty where they have no tests.
        var folders: (sources: String, tests: String) = ("", "")
        /// What its tests need besides.
        var testDependencies: [String] = []
    }

    /// The floors from the lowest to the highest; plugins stand on that of the adapters.
    static let floors = ["Libraries", "Support", "Core", "Adapters", "Sandbox", "Command"]

    let targets: [Target]

    init() throws {
        let text = try String(contentsOf: Page.root.appendingPathComponent("Package.swift"), encoding: .utf8)
        var targets: [Target] = []
        for statement in text.components(separatedBy: "\ntargets += ").dropFirst() {
            let end = statement.range(of: ")\n")?.lowerBound ?? statement.endIndex
            let parts = statement[..<end].components(separatedBy: "tests:")
            let words = Manifest.strings(in: parts[0])
            let more = parts.count > 1 ? Manifest.strings(in: parts[1]) : []
            if parts[0].hasPrefix("target(") {
                let (floor, name) = (words[0], words[1])
                targets.append(
                    Target(
                        floor: floor, name: name, dependencies: Array(words[2...]),
                        folders: ("Sources/\(floor)/\(name)/", "Tests/\(floor)/\(name)Tests/"), testDependencies: more))
            } else if parts[0].hasPrefix("plugin(") {
                targets.append(
                    Target(
                        floor: "Adapters", name: words[1], dependencies: Array(words[2...]),
                        folders: ("plugins/\(words[0])/Sources/", "plugins/\(words[0])/Tests/"), testDependencies: more)
                )
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
