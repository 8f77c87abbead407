package import OrderedJSON
import RunbookModel
import RunbookRun

/// Writes a plan for programs: what `--format json` prints and a plan file holds.
package enum PlanJSON {
    /// The plan, its hash, and what is shown besides; names and values are stable, additions may come.
    package static func json(_ view: PlanView) -> JSON {
        [
            "sha256": .string(view.hash),
            "plan": view.plan.json,
            "about": about(view),
        ]
    }

    /// What the hash does not cover: it may differ between two plans of the same.
    private static func about(_ view: PlanView) -> JSON {
        var about = JSONObject([("runbook", .string(view.plan.document.file))])
        let counts = view.counts.map { ($0.name.replacing(" ", with: "_"), JSON.number(JSONNumber($0.count))) }
        about.append("counts", .object(JSONObject(counts + [("asks", .number(JSONNumber(view.asking)))])))
        about.append("longest_ms", .number(JSONNumber(view.ceiling.inMilliseconds)))
        about.append("usual_ms", JSONReport.number(view.usual?.inMilliseconds))
        about.append("summary", .string(view.summary))
        let sources = view.plan.parameters.map { ($0.name, JSON.string($0.source)) }
        about.append("sources", .object(JSONObject(sources)))
        let probes = view.plan.steps.compactMap { step in step.probe.map { (step.id, json($0)) } }
        if !probes.isEmpty { about.append("answers", .object(JSONObject(probes))) }
        return .object(about)
    }

    private static func json(_ probe: ProbeResult) -> JSON {
        [
            "state": .string(probe.state.rawValue), "detail": .string(probe.detail),
            "values": .object(JSONObject(probe.values.map { ($0.name, .string($0.value)) })),
        ]
    }
}
