import SandboxAlicloud
import SandboxElastic
package import SandboxWorld

/// The families of systems that a sandbox can be made of; a new one is a line here.
package enum SystemFamilies {
    /// All families; the first has the systems that a name alone means.
    package static let all: [any SystemFamily] = [
        ElasticFamily(), AlicloudFamily(),
    ]

    /// The family of a kind of targets; nil when the sandbox has none.
    package static func of(_ kind: String) -> (any SystemFamily)? { all.first { $0.kind == kind } }
}
