import OrderedJSON

/// What these tests read of a report in JSON.
struct RunReport {
    /// A step with what became of it.
    struct Step: Hashable {
        let id: String
        let effect: String
        let state: String
    }

    let steps: [Step]
    private let addresses: [String: String]

    init(_ bytes: [UInt8]) throws {
        let report = try JSON(bytes: bytes)
        steps = (report.object?["steps"]?.array ?? []).map { step in
            func text(_ name: String) -> String { step.object?[name]?.string ?? "" }
            return Step(id: text("id"), effect: text("effect"), state: text("state"))
        }
        let targets = (report.object?["targets"]?.array ?? []).compactMap { target -> (String, String)? in
            guard let name = target.object?["name"]?.string, let address = target.object?["address"]?.string else {
                return nil
            }
            return (name, address)
        }
        addresses = Dictionary(targets) { first, _ in first }
    }

    /// The steps that sent something which may change a target.
    var acting: [Step] { steps.filter { $0.effect != "read" && $0.state == "passed" } }

    /// The address of a target.
    func address(of target: String) throws -> String {
        guard let address = addresses[target] else { throw ToolFailure(description: "no target \(target)") }
        return address
    }
}
