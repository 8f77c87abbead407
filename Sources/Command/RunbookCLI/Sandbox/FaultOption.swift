import Arguments
import OrderedJSON
import SandboxWorld

/// `--fault NAME=JSON`: what goes wrong at a system, as the control endpoint takes it.
struct FaultOption: ArgumentValue {
    /// The system or console.
    let place: String
    /// What goes wrong.
    let fault: Fault
    /// As it was written.
    let argumentText: String

    init(argument: String) throws(InvalidArgument) {
        let parts = argument.utf8.split(separator: UInt8(ascii: "="), maxSplits: 1).map {
            String(decoding: $0, as: UTF8.self)
        }
        guard parts.count == 2, let json = try? JSON(parsing: parts[1]) else {
            throw InvalidArgument("expected NAME=JSON, such as `leader={\"fault\": \"reset\", \"match\": \"PUT /\"}`")
        }
        do throws(Fault.Invalid) {
            fault = try Fault(json)
        } catch {
            throw InvalidArgument(error.message)
        }
        place = parts[0]
        argumentText = argument
    }
}
