import Arguments
import OrderedJSON
import RunbookModel
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

    /// Why options are refused: the first name in them that nothing has, and what it may have meant; nil when they fit.
    ///
    /// - Parameter places: The systems and consoles that may have faults.
    static func refusal(of options: [FaultOption], at places: [String], in world: SandboxWorld) -> String? {
        for option in options {
            guard places.contains(option.place) else {
                let help = Suggestion.help(for: option.place, among: places, noun: "cluster")
                return "`--fault` names `\(option.place)`, which is not in this sandbox: \(help)"
            }
            do throws(Fault.UnknownPeer) {
                try world.checkPeers(of: [option.fault], at: option.place)
            } catch {
                let help = Suggestion.help(for: error.name, among: error.others, noun: "other cluster")
                return "`from` of `--fault` names `\(error.name)`, which is not another cluster of this sandbox: "
                    + help
            }
        }
        return nil
    }
}
