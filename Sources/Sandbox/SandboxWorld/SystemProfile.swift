/// A profile of a family of systems: one version of what is emulated.
package struct SystemProfile: Sendable, Hashable {
    /// The name, as runbooks and the command line say it.
    package let name: String
    /// The version that a system of this profile says it is.
    package let version: String
    /// The flavors that a runbook may require of it, the most general first; empty where there are none.
    package let flavors: [String]

    /// Makes a profile.
    package init(name: String, version: String, flavors: [String] = []) {
        self.name = name
        self.version = version
        self.flavors = flavors
    }
}
