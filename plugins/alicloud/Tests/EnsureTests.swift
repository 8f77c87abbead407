import AlicloudHandler
import HTTPServer
import OrderedJSON
import RunbookModel
import RunbookPlugin
import SandboxAlicloud
import SandboxWorld
import Testing

struct EnsureTests {
    private func body(_ outcome: Outcome) throws -> JSON {
        let body = outcome.body
        #expect(!body.isNull, "\(outcome)")
        return body
    }

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
                let left = try body(await cloud.finish(Action(name, ""), by: handler, on: target).outcome)
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
            let first = try body(await group("HealthCheckConfig: { HealthCheckConnectPort: 9300 }\n"))
            let changed = try body(await group("HealthCheckConfig: { HealthCheckConnectPort: 9200 }\n"))
            #expect(first["ServerGroupId"] == changed["ServerGroupId"])
            #expect(changed["HealthCheck"]?["HealthCheckConnectPort"]?.int == 9200)
            #expect(cloud.acted == ["CreateServerGroup", "UpdateServerGroupAttribute"])
            let refusal = await group("AnyPortEnabled: true\n").refusal
            #expect(refusal?.isPermanent == true)
            #expect(refusal?.reason.contains("AnyPortEnabled: false -> true") == true)
        }
    }

    @Test func aProbeTellsWhatWouldHappen() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let cen = Action("cbn.Cen", "Name: one\nDescription: first\n")
            func probe(_ action: Action) async -> Probe? {
                await handler.probe(action, on: near, timeout: .seconds(60))
            }
            #expect(await probe(cen) == Probe(state: .absent))
            _ = try body(await cloud.finish(cen, by: handler, on: near).outcome)
            let present = await probe(cen)
            #expect(present?.state == .present && present?.response?.body["CenId"] != nil)
            let other = Action("cbn.Cen", "Name: one\nDescription: second\n")
            #expect(await probe(other) == Probe(state: .different, detail: "Description: \"first\" -> \"second\""))
            #expect(await probe(Action("cbn.DescribeCens", "")) == nil)
            let made = cloud.acted
            #expect(made == ["CreateCen"])
        }
    }

    /// A process that died remembers nothing: what was seen before its attempt tells what it has made.
    @Test func whatWasSeenBeforeTellsWhatTheRunHasMade() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let keys = "Name: one\n"
            _ = try body(await cloud.finish(Action("cbn.Cen", keys, token: "dead"), by: handler, on: near).outcome)
            var cen = Action("cbn.Cen", keys, token: "next")
            for (before, isMade) in [(nil, false), (Before(isAbsent: false), false), (Before(isAbsent: true), true)] {
                cen.before = before
                let found = try body(await cloud.finish(cen, by: handler, on: near).outcome)
                #expect(found["created"]?.bool == isMade)
                #expect((handler.undo(of: cen, response: .null) != nil) == isMade)
            }
            let list =
                "InstanceId: es-cn-follower\ngroupName: default\nwhiteIpType: PRIVATE_ES\nips: [10.1.0.0/16, 10.9.0.0/16]\n"
            var white = Action("elasticsearch.WhiteIps", list, token: "dead")
            let seen = try #require(await handler.probe(white, on: near, timeout: .seconds(60)))
            #expect(seen.note == ["added": ["10.9.0.0/16"]])
            _ = try body(await cloud.finish(white, by: handler, on: near).outcome)
            white = Action("elasticsearch.WhiteIps", list, token: "next")
            white.before = Before(isAbsent: false, details: seen.note)
            let found = try body(await cloud.finish(white, by: handler, on: near).outcome)
            #expect(found["added"] == ["10.9.0.0/16"])
        }
    }

    /// A name does not tell whose a resource is.
    @Test func anotherOfTheSameNameIsNotTakenAway() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            func perform(_ keys: String, _ token: String) async throws -> JSON {
                try body(await cloud.finish(Action("cbn.Cen", keys, token: token), by: handler, on: near).outcome)
            }
            let own = Action("cbn.Cen", "Name: one\n", token: "own")
            let response = try body(await cloud.finish(own, by: handler, on: near).outcome)
            _ = try await perform("Name: one\nstate: absent\n", "gone")
            let other = try await perform("Name: one\nDescription: of somebody else\n", "other")
            let removal = try #require(handler.undo(of: own, response: response))
            _ = try body(await cloud.finish(removal, by: handler, on: near).outcome)
            let left = try body(await cloud.finish(Action("cbn.DescribeCens", ""), by: handler, on: near).outcome)
            #expect(left["Cens"]?["Cen"]?[0]?["CenId"] == other["CenId"])
            #expect(response["CenId"] != other["CenId"])
        }
    }

    /// The cloud answers a token that it knows with what is gone, so nothing is ever made under it.
    @Test func whatWasDeletedMeanwhileIsNotAskedForForEver() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let cen = Action("cbn.Cen", "Name: one\n", token: "run")
            _ = try body(await cloud.finish(cen, by: handler, on: near).outcome)
            _ = try body(
                await cloud.finish(
                    Action("cbn.Cen", "Name: one\nstate: absent\n", token: "gone"), by: handler, on: near
                ).outcome)
            let refusal = await cloud.finish(cen, by: handler, on: near).outcome.refusal
            #expect(refusal?.isPermanent == true)
            #expect(refusal?.reason.contains("start a new run") == true, "\(String(describing: refusal))")
        }
    }

    /// One bad moment of the cloud, at any request, only costs time: nothing is made twice, and nothing is left out.
    @Test(arguments: [429, 500, 502, 503])
    func aBadMomentOfTheCloudCostsOnlyTime(status: Int) async throws {
        for action in ["ListTransitRouters", "ListTransitRouterRouteTables", "CreateTransitRouter", "DescribeCens"] {
            let cloud = FakeCloud()
            try await cloud.serving { handler, near, _ in
                let text =
                    status == 502 ? "bad gateway" : #"{"Code":"InternalError","Message":"later","RequestId":"r"}"#
                cloud.fail(
                    action, with: .response(HTTPServer.Response(status: status, headers: [], body: Array(text.utf8))))
                // Of a gateway's own word nobody knows what it means: the engine repeats it under the same token.
                func settled(_ action: Action) async throws -> JSON {
                    var outcome = await cloud.finish(action, by: handler, on: near).outcome
                    if case .unknown = outcome { outcome = await cloud.finish(action, by: handler, on: near).outcome }
                    return try body(outcome)
                }
                let cen = try await settled(Action("cbn.Cen", "Name: one\n", token: "a"))["CenId"]?.string ?? ""
                let router = try await settled(Action("cbn.TransitRouter", "CenId: \(cen)\n", token: "b"))
                #expect(router["SystemRouteTableId"]?.string != nil, "\(action) \(status): \(router)")
                let all = try await settled(Action("cbn.ListTransitRouters", "CenId: \(cen)\n"))
                #expect(all["TotalCount"]?.int == 1)
            }
        }
    }

    /// A response with the status 200 fails if its body says that the request failed.
    @Test(arguments: [
        #"{"Success":false,"Code":"InternalError","Message":"x"}"#, #"{"Success":"false"}"#, #"{"HttpStatusCode":500}"#,
        #"{"Code":"Failed","Message":"x"}"#, #"{"success":0}"#, #"{"ErrorCode":"E1","ErrorMessage":"x"}"#,
    ])
    func aResponseThatNamesItsOwnFailureFails(text: String) async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            cloud.fail(
                "DescribeCens", with: .response(HTTPServer.Response(status: 200, headers: [], body: Array(text.utf8))))
            let outcome = await handler.perform(Action("cbn.DescribeCens", ""), on: near, timeout: .seconds(60))
            guard case .answered(let response) = outcome else { throw Unexpected(outcome) }
            #expect(response.complaints.count == 1)
        }
    }

    /// The result of a write says whether it was done; that of a read may be a no.
    @Test func aWriteWhoseResultIsNoFails() async throws {
        let cloud = FakeCloud()
        let text = #"{"Result":false,"RequestId":"r"}"#
        try await cloud.serving { handler, near, _ in
            for (action, keys, count) in [
                ("UpdateAdminPassword", "InstanceId: es-cn-follower\nesAdminPassword: x\n", 1),
                ("ValidateConnection", "InstanceId: es-cn-follower\nClientToken: x\n", 0),
            ] {
                cloud.fail(
                    action, with: .response(HTTPServer.Response(status: 200, headers: [], body: Array(text.utf8))))
                let outcome = await handler.perform(
                    Action("elasticsearch.\(action)", keys), on: near, timeout: .seconds(60))
                guard case .answered(let response) = outcome else { throw Unexpected(outcome) }
                #expect(response.complaints.count == count, "\(action)")
            }
        }
    }

    /// What a value makes of a block is looked at before anything is done.
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

    /// A group is deleted with its servers, whoever put them there.
    @Test func aGroupWithAServerOfOthersStays() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let network = try await Run(cloud, handler, near: near, far: near).network(near)
            let own = Action(
                "nlb.ServerGroup",
                "ServerGroupName: one\nVpcId: \(network.vpc)\nServerGroupType: Ip\nProtocol: TCP\n", token: "own")
            let made = try body(await cloud.finish(own, by: handler, on: near).outcome)
            let server =
                "ServerGroupId: \(made["ServerGroupId"]?.string ?? "")\nServerType: Ip\nServerId: 10.1.0.77\n"
                + "ServerIp: 10.1.0.77\nPort: 80\n"
            _ = try body(
                await cloud.finish(
                    Action("nlb.ServerGroupServer", server, token: "other"), by: handler, on: near
                ).outcome)
            let removal = try #require(handler.undo(of: own, response: made))
            let refusal = await cloud.finish(removal, by: handler, on: near).outcome.refusal
            #expect(refusal?.isPermanent == true)
            #expect(refusal?.reason.contains("has the server 10.1.0.77") == true, "\(String(describing: refusal))")
            _ = try body(
                await cloud.finish(
                    Action("nlb.ServerGroupServer", "\(server)state: absent\n", token: "gone"), by: handler, on: near
                ).outcome)
            _ = try body(await cloud.finish(removal, by: handler, on: near).outcome)
        }
    }

    /// What others use cannot be deleted, which no waiting changes.
    @Test func whatOthersUseIsNotWaitedFor() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, far in
            let run = Run(cloud, handler, near: near, far: far)
            let built = try await run.build()
            func removal(_ operation: String, _ step: String, _ names: String...) -> Action {
                let row = built.first { $0.name == step }?.body ?? .null
                let keys = names.map { "\($0): \(row[$0]?.text() ?? "")\n" }.joined()
                return Action(operation, "\(keys)state: absent\n", token: "remove \(step)")
            }
            for (action, words) in [
                (removal("cbn.Cen", "cen", "Name"), "has the transit router tr-"),
                (removal("cbn.TransitRouter", "near_router", "CenId"), "has the attachment tr-attach-"),
                (
                    removal("privatelink.VpcEndpointService", "service", "Resource"),
                    "has the connection of the endpoint ep-"
                ),
            ] {
                let before = cloud.time
                let refusal = await cloud.finish(action, by: handler, on: near).outcome.refusal
                #expect(refusal?.isPermanent == true, "\(String(describing: refusal))")
                #expect(refusal?.reason.contains(words) == true, "\(String(describing: refusal))")
                #expect(cloud.time - before <= 15_000)
            }
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
            _ = try body(await cloud.finish(cen("", "a"), by: handler, on: near).outcome)
            let probe = await handler.probe(cen(tags, "b"), on: near, timeout: .seconds(60))
            #expect(probe?.isChange == true && probe?.detail.hasPrefix("Tag: ") == true, "\(String(describing: probe))")
            _ = try body(await cloud.finish(cen(tags, "b"), by: handler, on: near).outcome)
            #expect(await handler.probe(cen(tags, "c"), on: near, timeout: .seconds(60))?.state == .present)
            #expect(await handler.probe(cen("", "d"), on: near, timeout: .seconds(60))?.state == .present)
            #expect(cloud.acted == ["CreateCen", "TagResources"])
            let id = try body(await cloud.finish(cen("", "e"), by: handler, on: near).outcome)["CenId"]?.string ?? ""
            let router = Action("cbn.TransitRouter", "CenId: \(id)\n", token: "r")
            _ = try body(await cloud.finish(router, by: handler, on: near).outcome)
            let tagged = Action("cbn.TransitRouter", "CenId: \(id)\n\(tags)", token: "t")
            let failure = await handler.probe(tagged, on: near, timeout: .seconds(60))
            #expect(failure?.consequence == .failure && failure?.detail.contains("Tag") == true)
        }
    }

    /// A session may end before its time: then the role is assumed again.
    @Test func aRoleIsAssumedAgainWhenItsSessionEnded() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            var session = 0
            func reply(_ status: Int, _ text: String) -> HTTPServer.Reply {
                .response(HTTPServer.Response(status: status, headers: [], body: Array(text.utf8)))
            }
            for _ in 0..<2 {
                session += 1
                cloud.fail(
                    "AssumeRole",
                    with: reply(
                        200,
                        "{\"Credentials\":{\"AccessKeyId\":\"\(FakeCloud.key.id)\",\"AccessKeySecret\":"
                            + "\"\(FakeCloud.key.secret)\",\"SecurityToken\":\"token-\(session)\"}}"))
            }
            cloud.fail("DescribeVpcs", with: reply(400, #"{"Code":"InvalidSecurityToken.Expired","RequestId":"r"}"#))
            cloud.fail("DescribeVpcs", with: reply(200, #"{"TotalCount":0,"Vpcs":{"Vpc":[]},"RequestId":"r"}"#))
            var settings = near.settings
            settings["credentials"] = ["access_key_id": .string(FakeCloud.key.id), "role_arn": "acs:ram::1:role/r"]
            let target = Target(
                name: near.name, kind: near.kind, properties: near.properties, settings: settings,
                secrets: ["credentials_access_key_secret": Secret(FakeCloud.key.secret)])
            let outcome = await handler.perform(Action("vpc.DescribeVpcs", ""), on: target, timeout: .seconds(60))
            #expect(outcome.body["TotalCount"]?.int == 0, "\(outcome)")
            #expect(cloud.asked == ["AssumeRole", "DescribeVpcs", "AssumeRole", "DescribeVpcs"])
        }
    }

    /// Something between us and the cloud may answer the look before a run, too.
    @Test(arguments: [502, 504, 429]) func aGatewaysWordIsNotTheLast(status: Int) async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            cloud.fail(
                "DescribeVpcs",
                with: .response(HTTPServer.Response(status: status, headers: [], body: Array("<html>".utf8))))
            let examination = await handler.examine(near, timeout: .seconds(60))
            #expect(examination.diagnostics.isEmpty, "\(examination.diagnostics)")
        }
    }

    private struct Unexpected: Error {
        let outcome: Outcome
        init(_ outcome: Outcome) { self.outcome = outcome }
    }

    /// What the cloud deletes with a resource, and others have made, keeps it.
    @Test func aLoadBalancerThatOthersUseStays() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, far in
            let run = Run(cloud, handler, near: near, far: far)
            let built = try await run.build()
            let balancer = try #require(built.first { $0.name == "balancer" })
            let name = balancer.body["LoadBalancerName"]?.string ?? ""
            let keys = "LoadBalancerName: \(name)\nVpcId: \(balancer.body["VpcId"]?.string ?? "")\nstate: absent\n"
            let refusal = await cloud.finish(
                Action("nlb.LoadBalancer", keys, token: "gone"), by: handler, on: near
            ).outcome.refusal
            #expect(refusal?.isPermanent == true)
            #expect(refusal?.reason.contains("has the listener lsn-") == true, "\(String(describing: refusal))")
        }
    }

    /// The cloud takes each signature once, so what is sent again has its own.
    @Test func aReadWhoseConnectionIsLostIsSignedAgain() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            _ = try body(await cloud.finish(Action("cbn.DescribeCens", ""), by: handler, on: near).outcome)
            cloud.lose("DescribeCens")
            let outcome = await handler.perform(Action("cbn.DescribeCens", ""), on: near, timeout: .seconds(60))
            #expect(outcome.body["TotalCount"]?.int == 0, "\(outcome)")
            #expect(cloud.asked.filter { $0 == "DescribeCens" }.count == 3)
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
            _ = try body(await cloud.finish(group(""), by: handler, on: near).outcome)
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

    @Test func onlyAddressesThatWereAddedAreTakenAway() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            func whitelist(_ ips: String, _ more: String = "") async throws -> JSON {
                let keys =
                    "InstanceId: es-cn-follower\ngroupName: default\nwhiteIpType: PRIVATE_ES\nips: [\(ips)]\n\(more)"
                return try body(
                    await cloud.finish(
                        Action("elasticsearch.WhiteIps", keys, token: "list \(ips) \(more)"), by: handler, on: near
                    ).outcome)
            }
            let added = try await whitelist("10.1.0.0/16, 10.9.0.0/16")
            #expect(added["added"] == ["10.9.0.0/16"])
            #expect(try await whitelist("10.9.0.0/16")["added"] == [])
            _ = try await whitelist("10.9.0.0/16", "state: absent\n")
            let left = try await whitelist("10.1.0.0/16")
            #expect(left["ips"] == ["10.1.0.0/16"])
            _ = try await whitelist("10.9.0.0/16")
            // As many names as the group has ranges, and not the same.
            _ = try await whitelist("10.9.0.0/16, 10.9.0.0/16", "state: absent\n")
            #expect(try await whitelist("10.1.0.0/16")["ips"] == ["10.1.0.0/16"])
        }
    }

    @Test func connectionsAndRepositoriesOfInstances() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            func perform(_ name: String, _ keys: String) async throws -> JSON {
                try body(
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

    /// A connection that broke tells nothing: the same token and a look make the repetition harmless.
    @Test func whatWasCutIsNotDoneTwice() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let keys = "Name: one\n"
            cloud.fail("CreateCen", with: .close)
            let cut = await handler.perform(Action("cbn.Cen", keys), on: near, timeout: .seconds(60))
            if case .unknown = cut {} else { Issue.record("\(cut)") }
            let again = try body(await cloud.finish(Action("cbn.Cen", keys), by: handler, on: near).outcome)
            #expect(again["CenId"] != nil)
            let list = try body(await cloud.finish(Action("cbn.DescribeCens", ""), by: handler, on: near).outcome)
            #expect(list["TotalCount"]?.int == 1)
        }
    }

    @Test func whatPassesIsTriedAgain() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let body = "{\"Code\":\"Throttling.User\",\"Message\":\"slow down\",\"RequestId\":\"R\"}"
            cloud.fail(
                "DescribeVpcs", times: 3,
                with: .response(HTTPServer.Response(status: 400, headers: [], body: Array(body.utf8))))
            let outcome = await cloud.finish(Action("vpc.DescribeVpcs", ""), by: handler, on: near).outcome
            #expect(outcome.body["TotalCount"]?.int == 1)
            cloud.fail(
                "DescribeVpcs", times: 100,
                with: .response(HTTPServer.Response(status: 400, headers: [], body: Array(body.utf8))))
            let late = await cloud.finish(Action("vpc.DescribeVpcs", ""), by: handler, on: near, within: .seconds(60))
                .outcome
            #expect(late.refusal?.reason.contains("Throttling.User: slow down (request R)") == true)
        }
    }

    @Test func errorsAreAnswersWithTheirRequest() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let outcome = await cloud.finish(
                Action("vpc.DescribeVpcAttribute", "VpcId: nobody\n"), by: handler, on: near
            ).outcome
            #expect(outcome.response?.verdict == .missing)
            #expect(outcome.response?.body["Code"] == "InvalidVpcId.NotFound")
            #expect(outcome.response?.body["RequestId"]?.string?.isEmpty == false)
            let wrong = Target(
                cloud: "c", "cn-hangzhou", near.settings["endpoints"]?["default"]?.string ?? "", secret: "x")
            let denied = await cloud.finish(Action("vpc.DescribeVpcs", ""), by: handler, on: wrong).outcome
            #expect(denied.response?.body["Code"] == "SignatureDoesNotMatch")
        }
    }

    @Test func aClockThatIsWrongIsNamed() async throws {
        let cloud = FakeCloud()
        try await HTTPServer.serving({ cloud.answer($0, region: "cn-hangzhou") }) { server in
            let handler = AlicloudHandler(clock: { FakeCloud.start + 3_600_000 }, profiles: { nil })
            let outcome = await handler.perform(
                Action("vpc.DescribeVpcs", ""), on: Target(cloud: "c", "cn-hangzhou", server.url), timeout: .seconds(60)
            )
            #expect(outcome.refusal?.reason.contains("clock") == true && outcome.refusal?.isPermanent == true)
        }
    }

    @Test func allPagesOfAListAreRead() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let network = try await Run(cloud, handler, near: near, far: near).network(near)
            for number in 0..<23 {
                let keys = "ServerGroupName: group\(number)\nVpcId: \(network.vpc)\n"
                let made = await cloud.finish(
                    Action("nlb.CreateServerGroup", keys, token: "t\(number)"), by: handler, on: near
                ).outcome
                #expect(made.response?.status == 200)
            }
            let all = try body(
                await cloud.finish(Action("nlb.ListServerGroups", ""), by: handler, on: near).outcome)
            #expect(all["ServerGroups"]?.array?.count == 23)
            let some = try body(
                await cloud.finish(Action("nlb.ListServerGroups", "MaxResults: 5\n"), by: handler, on: near).outcome)
            #expect(some["ServerGroups"]?.array?.count == 5)
        }
    }
}
