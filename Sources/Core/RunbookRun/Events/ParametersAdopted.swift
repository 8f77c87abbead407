package import OrderedJSON

/// A person gave parameters other values: the run continues with them.
package struct ParametersAdopted: RunWideEvent {
    /// The name in journals.
    package static let kind = "parameters-adopted"

    /// Who.
    package let by: String
    /// The parameters that have other values now.
    package let parameters: [RunStart.Parameter]

    /// Makes the content.
    package init(by: String, parameters: [RunStart.Parameter]) {
        self.by = by
        self.parameters = parameters
    }

    /// Reads the content.
    package init?(_ data: JSON) {
        let fields = FieldReader(data)
        guard fields.value("parameters")?.array != nil else { return nil }
        self.init(
            by: fields.string("by") ?? "", parameters: fields.objects("parameters").compactMap(RunStart.Parameter.init))
    }

    /// What is written.
    package var members: JSONObject {
        var fields = FieldWriter()
        fields["by"] = by
        fields.set("parameters", .array(parameters.map(\.json)))
        return fields.object
    }

    /// Applies it where it follows.
    package func apply(to state: inout RunState, at time: Timestamp) -> Bool {
        guard let start = state.start, state.phase == .running else { return false }
        state.start = start.with(parameters)
        return true
    }
}

extension RunEvent {
    /// A person gave parameters other values.
    package static func parametersAdopted(by: String, parameters: [RunStart.Parameter]) -> RunEvent {
        .run(ParametersAdopted(by: by, parameters: parameters))
    }
}
