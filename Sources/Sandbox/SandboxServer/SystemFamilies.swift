import SandboxAlicloud
import SandboxElastic
package import SandboxWorld

/// The families of systems that a sandbox can be made of; a new one is a line here.
package enum SystemFamilies {
    /// All families; the first has the systems that a name alone means.
    package static let all: [any SystemFamily] = [
        ElasticFamily(), AlicloudFamily(),
    ]

    /// The options that ask for systems, each once.
    package static var options: [SystemOption] {
        all.map(\.option).reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
    }

    /// The system that a text behind an option asks for: `NAME=PROFILE`, or `NAME` alone for the first profile.
    ///
    /// A profile may end in `+secure`, and `@CLOUD` behind it names the cloud that the system is in.
    ///
    /// - Throws: A sentence for a person.
    package static func system(_ text: String, of option: SystemOption) throws(InvalidSystem) -> WantedSystem {
        let halves = text.split(separator: "@", maxSplits: 1).map(String.init)
        let words = (halves.first ?? "").split(separator: "+", maxSplits: 1).map(String.init)
        let parts = (words.first ?? "").split(separator: "=", maxSplits: 1).map(String.init)
        if words.count > 1, words[1] != "secure" {
            throw InvalidSystem(message: "only `+secure` may follow a profile")
        }
        guard let name = parts.first, isName(name) else {
            throw InvalidSystem(message: "expected \(option.form), where NAME has only a-z, 0-9 and _")
        }
        let known = all.filter { $0.option == option }.flatMap { family in
            family.profiles.map { (kind: family.kind, profile: $0.name) }
        }
        guard let found = parts.count > 1 ? known.first(where: { $0.profile == parts[1] }) : known.first else {
            let profiles = known.map { "`\($0.profile)`" }.joined(separator: ", ")
            throw InvalidSystem(message: "the \(option.profiles) are \(profiles)")
        }
        return WantedSystem(
            name: name, kind: found.kind, profile: found.profile, cloud: halves.count > 1 ? halves[1] : nil,
            isSecure: words.count > 1)
    }

    /// The option and its value that ask for a system.
    package static func argument(for system: WantedSystem) -> [String] {
        guard let option = of(system.kind)?.option else { return [] }
        let security = system.isSecure ? "+secure" : ""
        return [
            "--\(option.name)", "\(system.name)=\(system.profile)\(security)" + (system.cloud.map { "@\($0)" } ?? ""),
        ]
    }

    private static func isName(_ text: String) -> Bool {
        guard let first = text.utf8.first, (0x61...0x7A).contains(first) else { return false }
        return text.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F }
    }

    /// The family of a kind of targets; nil when the sandbox has none.
    package static func of(_ kind: String) -> (any SystemFamily)? { all.first { $0.kind == kind } }
}
