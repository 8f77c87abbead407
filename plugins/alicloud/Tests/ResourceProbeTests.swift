import AlicloudHandler
import OrderedJSON
import RunbookModel
import RunbookPlugin
import Testing

/// What is found before a run, and what is refused before anything is done.
struct ResourceProbeTests {
    @Test func aProbeTellsWhatWouldHappen() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let cen = Action("cbn.Cen", "Name: one\nDescription: first\n")
            func probe(_ action: Action) async -> Probe? {
                await handler.probe(action, on: near, timeout: .seconds(60))
            }
            #expect(await probe(cen) == Probe(state: .absent))
            _ = body(await cloud.finish(cen, by: handler, on: near).outcome)
            let present = await probe(cen)
            #expect(present?.state == .present && present?.response?.body["CenId"] != nil)
            let other = Action("cbn.Cen", "Name: one\nDescription: second\n")
            #expect(await probe(other) == Probe(state: .different, detail: "Description: \"first\" -> \"second\""))
            #expect(await probe(Action("cbn.DescribeCens", "")) == nil)
            let made = cloud.acted
            #expect(made == ["CreateCen"])
        }
    }

    /// What a person is asked about is a change; what is on its way is waited for; what cannot be changed fails.
    @Test func aProbeTellsWhatActingWouldComeTo() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let network = try await Run(cloud, handler, near: near, far: near).network(near)
            func group(_ more: String) -> Action {
                Action(
                    "nlb.ServerGroup",
                    "ServerGroupName: one\nVpcId: \(network.vpc)\nServerGroupType: Ip\nProtocol: TCP\n\(more)")
            }
            _ = body(await cloud.finish(group(""), by: handler, on: near).outcome)
            let change = await handler.probe(group("Scheduler: Wlc\n"), on: near, timeout: .seconds(60))
            #expect(change?.isChange == true)
            let failure = await handler.probe(group("AnyPortEnabled: true\n"), on: near, timeout: .seconds(60))
            #expect(failure?.consequence == .failure && failure?.isChange == false)
            #expect(failure?.detail.contains("cannot be changed") == true)
            let cen = Action("cbn.Cen", "Name: one\n")
            _ = await handler.perform(cen, on: near, timeout: .seconds(60))
            #expect(await handler.probe(cen, on: near, timeout: .seconds(60))?.consequence == .wait)
        }
    }

    /// A block is checked again with its values, before anything is done.
    @Test(arguments: [
        ("Name: one\nstate: gone\n", "`state` is `gone`"), ("Name: one\nstate: true\n", "`state` is `true`"),
        ("Name: one\nstate: \n", "`state` is `null`"), ("Name: one\nstate: \"\"\n", "`state` is ``"),
        ("Name: \"\"\n", "`Name` is empty"), ("Name:\n", "`Name` is empty"),
    ])
    func aBlockThatMeansNothingIsRefused(keys: String, words: String) async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let action = Action("cbn.Cen", keys)
            let refusal = await handler.perform(action, on: near, timeout: .seconds(60)).refusal
            #expect(refusal?.isPermanent == true)
            #expect(refusal?.reason.contains(words) == true, "\(refusal?.reason ?? "")")
            let probe = await handler.probe(action, on: near, timeout: .seconds(60))
            #expect(probe?.consequence == .failure)
            #expect(cloud.asked.isEmpty)
        }
    }
}
