import Arguments
import SandboxServer
import SandboxWorld

/// `--cluster NAME=PROFILE` of commands that start a sandbox for a runbook.
struct ClusterOption: ArgumentValue {
    /// The cluster.
    let system: WantedSystem
    /// As it was written.
    let argumentText: String

    init(argument: String) throws(InvalidArgument) {
        guard let option = SystemFamilies.options.first else { throw InvalidArgument("nothing can be emulated") }
        do throws(InvalidSystem) {
            system = try SystemFamilies.system(argument, of: option)
        } catch {
            throw InvalidArgument(error.message)
        }
        argumentText = argument
    }
}
