import AlicloudHandler
import OrderedJSON
import RunbookModel
import RunbookPlugin
import SandboxAlicloud
import SandboxWorld
import Testing

struct EnsureTests {
    /// All resources of a connection between two regions: made, found again, and taken away.
    @Test func aConnectionBetweenTwoRegionsIsBuiltOnceAndLeavesNothing() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, far in
            let run = Run(cloud, handler, near: near, far: far)
            let first = try await run.build()
            #expect(first.allSatisfy { $0.body["created"]?.bool == true || $0.name == "allow" })
            for (name, words) in run.words where first.contains(where: { $0.name == name }) {
                #expect(words.contains { $0.contains(" is ") }, "\(name) was never seen on its way: \(words)")
            }
            #expect(cloud.acted.filter { $0.hasPrefix("Create") }.count == 11)
            let made = cloud.acted.count
            let second = try await run.build()
            #expect(cloud.acted.count == made, "\(cloud.acted.dropFirst(made))")
            #expect(second.allSatisfy { $0.body["created"]?.bool == false })
            #expect(
                cloud.cloud.reach(
                    from: "es-cn-follower", mode: "proxy",
                    host: run.value("endpoint", "endpointDomain"), port: 9300,
                    now: SandboxInstant(milliseconds: cloud.time))?.leader == "es-cn-leader")
            try await run.remove()
            for (name, target) in [
                ("cbn.DescribeCens", near), ("nlb.ListLoadBalancers", near), ("nlb.ListServerGroups", near),
            ] {
                let left = body(await cloud.finish(Action(name, ""), by: handler, on: target).outcome)
                #expect(left["TotalCount"]?.int == 0, "\(name)")
            }
        }
    }

    @Test func whatIsThereAndOtherwiseIsChangedOrRefused() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let network = try await Run(cloud, handler, near: near, far: near).network(near)
            func group(_ more: String) async -> Outcome {
                await cloud.finish(
                    Action(
                        "nlb.ServerGroup",
                        "ServerGroupName: one\nVpcId: \(network.vpc)\nServerGroupType: Ip\nProtocol: TCP\n\(more)",
                        token: "group \(more)"),
                    by: handler, on: near
                ).outcome
            }
            let first = body(await group("HealthCheckConfig: { HealthCheckConnectPort: 9300 }\n"))
            let changed = body(await group("HealthCheckConfig: { HealthCheckConnectPort: 9200 }\n"))
            #expect(first["ServerGroupId"] == changed["ServerGroupId"])
            #expect(changed["HealthCheck"]?["HealthCheckConnectPort"]?.int == 9200)
            #expect(cloud.acted == ["CreateServerGroup", "UpdateServerGroupAttribute"])
            let refusal = await group("AnyPortEnabled: true\n").refusal
            #expect(refusal?.isPermanent == true)
            #expect(refusal?.reason.contains("AnyPortEnabled: false -> true") == true)
        }
    }

    /// A process that died remembers nothing: what was seen before its attempt tells what it has made.
    @Test func whatWasSeenBeforeTellsWhatTheRunHasMade() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let keys = "Name: one\n"
            _ = body(await cloud.finish(Action("cbn.Cen", keys, token: "dead"), by: handler, on: near).outcome)
            var cen = Action("cbn.Cen", keys, token: "next")
            for (before, isMade) in [(nil, false), (Before(isAbsent: false), false), (Before(isAbsent: true), true)] {
                cen.before = before
                let found = body(await cloud.finish(cen, by: handler, on: near).outcome)
                #expect(found["created"]?.bool == isMade)
                #expect((handler.undo(of: cen, response: .null) != nil) == isMade)
            }
            let list =
                "InstanceId: es-cn-follower\ngroupName: default\nwhiteIpType: PRIVATE_ES\nips: [10.1.0.0/16, 10.9.0.0/16]\n"
            var white = Action("elasticsearch.WhiteIps", list, token: "dead")
            let seen = try #require(await handler.probe(white, on: near, timeout: .seconds(60)))
            #expect(seen.note == ["added": ["10.9.0.0/16"]])
            _ = body(await cloud.finish(white, by: handler, on: near).outcome)
            white = Action("elasticsearch.WhiteIps", list, token: "next")
            white.before = Before(isAbsent: false, details: seen.note)
            let found = body(await cloud.finish(white, by: handler, on: near).outcome)
            #expect(found["added"] == ["10.9.0.0/16"])
        }
    }

    /// The cloud answers a token that it knows with what is gone, so nothing is ever made under it.
    @Test func whatWasDeletedMeanwhileIsNotAskedForForEver() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let cen = Action("cbn.Cen", "Name: one\n", token: "run")
            _ = body(await cloud.finish(cen, by: handler, on: near).outcome)
            _ = body(
                await cloud.finish(
                    Action("cbn.Cen", "Name: one\nstate: absent\n", token: "gone"), by: handler, on: near
                ).outcome)
            let refusal = await cloud.finish(cen, by: handler, on: near).outcome.refusal
            #expect(refusal?.isPermanent == true)
            #expect(refusal?.reason.contains("start a new run") == true, "\(String(describing: refusal))")
        }
    }

    /// Tags are compared where the cloud shows them, and added where it can.
    @Test func tagsAreComparedAndAdded() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            func cen(_ more: String, _ token: String) -> Action {
                Action("cbn.Cen", "Name: one\n\(more)", token: token)
            }
            let tags = "Tag: [{ Key: team, Value: search }]\n"
            _ = body(await cloud.finish(cen("", "a"), by: handler, on: near).outcome)
            let probe = await handler.probe(cen(tags, "b"), on: near, timeout: .seconds(60))
            #expect(probe?.isChange == true && probe?.detail.hasPrefix("Tag: ") == true, "\(String(describing: probe))")
            _ = body(await cloud.finish(cen(tags, "b"), by: handler, on: near).outcome)
            #expect(await handler.probe(cen(tags, "c"), on: near, timeout: .seconds(60))?.state == .present)
            #expect(await handler.probe(cen("", "d"), on: near, timeout: .seconds(60))?.state == .present)
            #expect(cloud.acted == ["CreateCen", "TagResources"])
            let id = body(await cloud.finish(cen("", "e"), by: handler, on: near).outcome)["CenId"]?.string ?? ""
            let router = Action("cbn.TransitRouter", "CenId: \(id)\n", token: "r")
            _ = body(await cloud.finish(router, by: handler, on: near).outcome)
            let tagged = Action("cbn.TransitRouter", "CenId: \(id)\n\(tags)", token: "t")
            let failure = await handler.probe(tagged, on: near, timeout: .seconds(60))
            #expect(failure?.consequence == .failure && failure?.detail.contains("Tag") == true)
        }
    }

    @Test func connectionsAndRepositoriesOfInstances() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            func perform(_ name: String, _ keys: String) async throws -> JSON {
                body(
                    await cloud.finish(
                        Action(name, "InstanceId: es-cn-follower\n\(keys)", token: "step \(cloud.time)"), by: handler,
                        on: near
                    )
                    .outcome)
            }
            let cluster = "ConnectedInstanceId: es-cn-second\n"
            #expect(try await perform("elasticsearch.ConnectedCluster", cluster)["created"] == true)
            #expect(try await perform("elasticsearch.ConnectedCluster", cluster)["created"] == false)
            let repository = try await perform("elasticsearch.SnapshotRepo", "RepoPath: es-cn-second\n")
            #expect(repository["snapWarehouse"] == "aliyun_snapshot_from_es-cn-second")
            #expect(repository["status"] == "available")
            _ = try await perform("elasticsearch.SnapshotRepo", "RepoPath: es-cn-second\nstate: absent\n")
            _ = try await perform("elasticsearch.ConnectedCluster", "\(cluster)state: absent\n")
            #expect(try await perform("elasticsearch.ListConnectedClusters", "")["Result"]?["Result"] == [])
            #expect(try await perform("elasticsearch.ListSnapshotReposByInstanceId", "")["Result"] == [])
        }
    }

    /// The engine waits, and what it is told is what it waits for.
    @Test func whatIsNotReadyIsRefusedForNow() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let network = try await Run(cloud, handler, near: near, far: near).network(near)
            let keys = """
                LoadBalancerName: one
                AddressType: Intranet
                VpcId: \(network.vpc)
                ZoneMappings: \(network.zones.text())

                """
            let (outcome, words) = await cloud.finish(
                Action("nlb.LoadBalancer", keys), by: handler, on: near, within: .seconds(20))
            #expect(outcome.refusal?.reason == "nlb.LoadBalancer is Provisioning")
            #expect(outcome.refusal?.retryAfter == .seconds(5))
            #expect(words.first == "nlb.LoadBalancer was requested")
        }
    }
}
