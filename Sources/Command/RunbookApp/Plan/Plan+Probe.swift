import RunbookEngine
import RunbookModel
package import RunbookRun

extension Plan {
    /// The plan with what its reads say now, asked in a run that is prepared and not started.
    package func probed(
        by prepared: PreparedRun, _ expressions: any Expressions, clock: any RunClock
    ) async -> Plan {
        let ports = RunPorts(
            journal: MemoryJournal(), expressions: expressions, people: Nobody(), clock: clock,
            interruption: Interruption(), observe: { _, _, _ in })
        let results = await Runner(scopes: prepared.scopes, ports: ports).probe(steps)
        var plan = self
        for index in plan.steps.indices { plan.steps[index].probe = results[plan.steps[index].id] }
        return plan
    }
}
