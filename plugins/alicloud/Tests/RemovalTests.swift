import AlicloudHandler
import OrderedJSON
import RunbookModel
import RunbookPlugin
import Testing

/// What is taken away, and what stays.
struct RemovalTests {
    /// A name does not tell whose a resource is.
    @Test func anotherOfTheSameNameIsNotTakenAway() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            func perform(_ keys: String, _ token: String) async throws -> JSON {
                body(await cloud.finish(Action("cbn.Cen", keys, token: token), by: handler, on: near).outcome)
            }
            let own = Action("cbn.Cen", "Name: one\n", token: "own")
            let response = body(await cloud.finish(own, by: handler, on: near).outcome)
            _ = try await perform("Name: one\nstate: absent\n", "gone")
            let other = try await perform("Name: one\nDescription: of somebody else\n", "other")
            let removal = try #require(handler.undo(of: own, response: response))
            _ = body(await cloud.finish(removal, by: handler, on: near).outcome)
            let left = body(await cloud.finish(Action("cbn.DescribeCens", ""), by: handler, on: near).outcome)
            #expect(left["Cens"]?["Cen"]?[0]?["CenId"] == other["CenId"])
            #expect(response["CenId"] != other["CenId"])
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
            let made = body(await cloud.finish(own, by: handler, on: near).outcome)
            let server =
                "ServerGroupId: \(made["ServerGroupId"]?.string ?? "")\nServerType: Ip\nServerId: 10.1.0.77\n"
                + "ServerIp: 10.1.0.77\nPort: 80\n"
            _ = body(
                await cloud.finish(
                    Action("nlb.ServerGroupServer", server, token: "other"), by: handler, on: near
                ).outcome)
            let removal = try #require(handler.undo(of: own, response: made))
            let refusal = await cloud.finish(removal, by: handler, on: near).outcome.refusal
            #expect(refusal?.isPermanent == true)
            #expect(refusal?.reason.contains("has the server 10.1.0.77") == true, "\(String(describing: refusal))")
            _ = body(
                await cloud.finish(
                    Action("nlb.ServerGroupServer", "\(server)state: absent\n", token: "gone"), by: handler, on: near
                ).outcome)
            _ = body(await cloud.finish(removal, by: handler, on: near).outcome)
        }
    }

    /// The cloud does not delete what others use, and waiting does not change that.
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

    @Test func onlyAddressesThatWereAddedAreTakenAway() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            func whitelist(_ ips: String, _ more: String = "") async throws -> JSON {
                let keys =
                    "InstanceId: es-cn-follower\ngroupName: default\nwhiteIpType: PRIVATE_ES\nips: [\(ips)]\n\(more)"
                return body(
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

    /// The response of a step has the ID of what it made, whatever became of its name.
    @Test(arguments: [
        ("cbn.Cen", "Name: one\n", "cbn.ModifyCenAttribute", "Name: other\n", "cbn.DescribeCens", "CenId"),
        (
            "nlb.ServerGroup", "ServerGroupName: one\nVpcId: VPC\n", "nlb.UpdateServerGroupAttribute",
            "ServerGroupName: other\n", "nlb.ListServerGroups", "ServerGroupId"
        ),
        (
            "nlb.LoadBalancer", "LoadBalancerName: one\nAddressType: Intranet\nVpcId: VPC\nZoneMappings: ZONES\n",
            "nlb.UpdateLoadBalancerAttribute", "LoadBalancerName: other\n", "nlb.ListLoadBalancers", "LoadBalancerId"
        ),
    ])
    func whatWasRenamedIsTakenAway(
        kind: String, keys: String, rename: String, name: String, list: String, id: String
    ) async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let network = try await Run(cloud, handler, near: near, far: near).network(near)
            let keys = keys.replacing("VPC", with: network.vpc).replacing("ZONES", with: network.zones.text())
            let own = Action(kind, keys, token: "own")
            let made = body(await cloud.finish(own, by: handler, on: near).outcome)
            let names = "\(id): \(made[id]?.string ?? "")\n\(name)"
            _ = body(await cloud.finish(Action(rename, names, token: "rename"), by: handler, on: near).outcome)
            cloud.wait(.seconds(60))
            // Another one of that name is not meant.
            let other = body(
                await cloud.finish(Action(kind, keys, token: "other"), by: handler, on: near).outcome)
            // An undo in a later process remembers nothing.
            var removal = try #require(handler.undo(of: own, response: made))
            removal = Action(
                step: removal.step, target: removal.target, index: 0, effect: .destroy, title: removal.title,
                fields: removal.fields, token: "undo")
            #expect(await handler.probe(removal, on: near, timeout: .seconds(60))?.state == .different)
            _ = body(await cloud.finish(removal, by: handler, on: near).outcome)
            let left = body(await cloud.finish(Action(list, ""), by: handler, on: near).outcome)
            #expect(left["TotalCount"]?.int == 1)
            #expect(left.text().contains(other[id]?.text() ?? "nothing"))
        }
    }

    /// A service without its load balancer is found by its ID, and an empty key of the block chooses none.
    @Test func aServiceThatServesNothingIsTakenAway() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, far in
            let run = Run(cloud, handler, near: near, far: far)
            let built = try await run.build()
            let balancer = built.first { $0.name == "balancer" }?.body ?? .null
            func service(_ token: String, _ more: String = "") -> Action {
                Action(
                    "privatelink.VpcEndpointService",
                    """
                    ServiceResourceType: nlb
                    ServiceId: "\(more)"
                    Resource:
                      - { ResourceType: nlb, ResourceId: \(balancer["LoadBalancerId"]?.string ?? ""), ZoneId: ZONE }

                    """.replacing("ZONE", with: balancer["ZoneMappings"]?[0]?["ZoneId"]?.string ?? ""), token: token)
            }
            let own = service("own")
            let create = Action(
                "privatelink.CreateVpcEndpointService", "ServiceResourceType: nlb\n", token: "create")
            let made = body(await cloud.finish(create, by: handler, on: near).outcome)
            let response: JSON = ["created": true, "ServiceId": made["ServiceId"] ?? .null]
            let removal = try #require(handler.undo(of: own, response: response))
            _ = body(await cloud.finish(removal, by: handler, on: near).outcome)
            let left = body(
                await cloud.finish(Action("privatelink.ListVpcEndpointServices", ""), by: handler, on: near).outcome)
            #expect(left["Services"]?.array?.map { $0["ServiceId"]?.string } == [run.value("service", "ServiceId")])
        }
    }

    /// What an earlier version accepted can be taken back.
    @Test func anUndoIsNotHeldAgainstTheSchema() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let own = Action("cbn.Cen", "Name: one\n", token: "own")
            let made = body(await cloud.finish(own, by: handler, on: near).outcome)
            let old = Action("cbn.Cen", "Name: one\nDryRun: false\nTag: text\n", token: "own")
            let removal = try #require(handler.undo(of: old, response: made))
            _ = body(await cloud.finish(removal, by: handler, on: near).outcome)
            #expect(cloud.acted == ["CreateCen", "DeleteCen"])
        }
    }

    /// A route of somebody else would be deleted with the attachment that it leads to.
    @Test func anAttachmentWithARouteOfOthersStays() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, far in
            let run = Run(cloud, handler, near: near, far: far)
            _ = try await run.build()
            for (step, target) in [("near_attachment", near), ("peer", near)] {
                let route = Action(
                    "cbn.CreateTransitRouterRouteEntry",
                    """
                    TransitRouterRouteTableId: \(run.value("near_router", "SystemRouteTableId"))
                    TransitRouterRouteEntryDestinationCidrBlock: 192.168.50.0/24
                    TransitRouterRouteEntryNextHopType: Attachment
                    TransitRouterRouteEntryNextHopId: \(run.value(step, "TransitRouterAttachmentId"))

                    """, token: "route \(step)")
                let id = body(await cloud.finish(route, by: handler, on: target).outcome)["TransitRouterRouteEntryId"]
                cloud.wait(.seconds(60))
                let kind = step == "peer" ? "cbn.TransitRouterPeerAttachment" : "cbn.TransitRouterVpcAttachment"
                let ends =
                    step == "peer"
                    ? "PeerTransitRouterId: \(run.value("far_router", "TransitRouterId"))"
                    : "VpcId: \(run.value(step, "VpcId"))"
                let removal = Action(
                    kind, "TransitRouterId: \(run.value("near_router", "TransitRouterId"))\n\(ends)\nstate: absent\n",
                    token: "gone \(step)")
                let refusal = await cloud.finish(removal, by: handler, on: target).outcome.refusal
                #expect(refusal?.isPermanent == true)
                #expect(
                    refusal?.reason.contains("has the static route \(id?.string ?? "?")") == true,
                    "\(String(describing: refusal))")
                let gone = Action(
                    "cbn.DeleteTransitRouterRouteEntry", "TransitRouterRouteEntryId: \(id?.string ?? "")\n",
                    token: "free \(step)")
                _ = body(await cloud.finish(gone, by: handler, on: target).outcome)
                cloud.wait(.seconds(60))
            }
            try await run.remove()
        }
    }

    /// A load balancer of others in a vSwitch is named, and not waited for until the time of the step is over.
    @Test func aVSwitchThatOthersUseStays() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let network = try await Run(cloud, handler, near: near, far: near).network(near)
            let list = body(
                await cloud.finish(
                    Action("vpc.DescribeVSwitches", "VpcId: \(network.vpc)\n"), by: handler, on: near
                ).outcome)
            let vswitch = list["VSwitches"]?["VSwitch"]?[0]
            _ = body(
                await cloud.finish(
                    Action(
                        "nlb.LoadBalancer",
                        "LoadBalancerName: other\nAddressType: Intranet\nVpcId: \(network.vpc)\n"
                            + "ZoneMappings: \(network.zones.text())\n", token: "other"), by: handler, on: near
                ).outcome)
            let keys = ["VpcId", "ZoneId", "CidrBlock"].map { "\($0): \(vswitch?[$0]?.string ?? "")\n" }.joined()
            let before = cloud.time
            let refusal = await cloud.finish(
                Action("vpc.VSwitch", "\(keys)state: absent\n", token: "gone"), by: handler, on: near
            ).outcome.refusal
            #expect(refusal?.isPermanent == true)
            #expect(refusal?.reason.contains("has the load balancer nlb-") == true, "\(String(describing: refusal))")
            #expect(cloud.time - before <= 15_000)
        }
    }

    /// The cloud is as before only when the instances rest again.
    @Test func aRemovalWaitsForTheInstance() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let keys = "InstanceId: es-cn-follower\nConnectedInstanceId: es-cn-second\n"
            _ = body(
                await cloud.finish(
                    Action("elasticsearch.ConnectedCluster", keys, token: "a"), by: handler, on: near
                ).outcome)
            let removed = await cloud.finish(
                Action("elasticsearch.ConnectedCluster", "\(keys)state: absent\n", token: "b"), by: handler, on: near)
            _ = body(removed.outcome)
            let instance = body(
                await cloud.finish(
                    Action("elasticsearch.DescribeInstance", "InstanceId: es-cn-follower\n"), by: handler, on: near
                ).outcome)
            #expect(instance["Result"]?["status"] == "active", "\(removed.words)")
        }
    }
}
