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

    init(_ text: String) throws {
        let report = try JSON(parsing: text)
        steps = (report["steps"]?.array ?? []).map { step in
            func text(_ name: String) -> String { step[name]?.string ?? "" }
            return Step(id: text("id"), effect: text("effect"), state: text("state"))
        }
        let targets = (report["targets"]?.array ?? []).map { target in
            (target["name"]?.string ?? "", target["address"]?.string ?? "")
        }
        addresses = Dictionary(targets) { first, _ in first }
    }

    /// The steps that sent something which may change a target.
    var acting: [Step] { steps.filter { $0.effect != "read" && $0.state == "passed" } }

    /// The address of a target.
    func address(of target: String) -> String { addresses[target] ?? "" }
}
