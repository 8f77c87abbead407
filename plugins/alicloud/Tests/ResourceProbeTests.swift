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

    /// A value that is filled in must be what a written one must be, for resources and for actions.
    @Test(arguments: [
        ("cbn.Cen", "Name: [a, b]\n", "`Name` has an invalid value: it is an array"),
        ("cbn.Cen", "Name: one\nDescription: { a: 1 }\n", "`Description` has an invalid value: it is an object"),
        ("cbn.Cen", "Name: one\nDescription: true\n", "`Description` has an invalid value: it is a boolean"),
        ("cbn.Cen", "Name: one\nDescripton: x\n", "has no key `Descripton`; did you mean `Description`?"),
        ("cbn.Cen", "Name: one\nTag: [{ Key: a, Values: b }]\n", "`Tag[0]` has no key `Values`"),
        ("cbn.TransitRouter", "CenId: c\nDryRun: true\n", "has no key `DryRun`"),
        (
            "cbn.TransitRouterVpcAttachment", "TransitRouterId: t\nVpcId: v\nRouteTableIds: vtb-1\n",
            "`RouteTableIds` has an invalid value: it is a string, not a list: write `[${...}]`"
        ),
        (
            "cbn.TransitRouterVpcAttachment", "TransitRouterId: t\nVpcId: v\nZoneMappings: [{ ZoneId: z }]\n",
            "`ZoneMappings[0]` needs the key `VSwitchId`"
        ),
        (
            "elasticsearch.WhiteIps",
            "InstanceId: es-1\ngroupName: g\nwhiteIpType: PRIVATE_ES\nips: 10.0.0.0/8\n",
            "`ips` has an invalid value"
        ),
        ("nlb.ServerGroup", "ServerGroupName: abc\nVpcId: v\nProtocol: tcp\n", "`Protocol` has an invalid value"),
        (
            "nlb.ServerGroup", "ServerGroupName: abc\nVpcId: v\nConnectionDrainTimeout: abc\n",
            "`ConnectionDrainTimeout` has an invalid value"
        ),
        (
            "nlb.ServerGroup", "ServerGroupName: abc\nVpcId: v\nAnyPortEnabled: maybe\n",
            "`AnyPortEnabled` has an invalid value"
        ),
        (
            "nlb.ServerGroup", "ServerGroupName: abc\nVpcId: v\nHealthCheckConfig: z\n",
            "`HealthCheckConfig` has an invalid value: it is a string, not a mapping"
        ),
        ("vpc.CreateVpc", "CidrBlock: [10.0.0.0/8]\n", "`CidrBlock` has an invalid value"),
        ("vpc.DescribeVSwitches", "VpcId: { a: 1 }\n", "`VpcId` has an invalid value"),
    ])
    func aValueThatDoesNotFitIsRefused(operation: String, keys: String, words: String) async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let action = Action(operation, keys)
            let refusal = await handler.perform(action, on: near, timeout: .seconds(60)).refusal
            #expect(refusal?.isPermanent == true)
            #expect(refusal?.reason.contains(words) == true, "\(refusal?.reason ?? "")")
            #expect(await handler.probe(action, on: near, timeout: .seconds(60))?.consequence == .failure)
            #expect(cloud.asked.isEmpty)
        }
    }

    /// Fields of responses are texts here and numbers there, and null is a key that was left out.
    @Test func aNumberMayBeAText() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let network = try await Run(cloud, handler, near: near, far: near).network(near)
            let group = Action(
                "nlb.ServerGroup",
                "ServerGroupName: 1234\nVpcId: \(network.vpc)\nConnectionDrainTimeout: \"30\"\n"
                    + "AnyPortEnabled: \"true\"\nScheduler: null\n")
            _ = body(await cloud.finish(group, by: handler, on: near).outcome)
            #expect(await handler.probe(group, on: near, timeout: .seconds(60))?.state == .present)
        }
    }

    /// A connection is the same one from either end.
    @Test func aConnectionThatTheOtherSideMadeIsFound() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, far in
            let run = Run(cloud, handler, near: near, far: far)
            _ = try await run.build()
            let (own, other) = (
                run.value("near_router", "TransitRouterId"), run.value("far_router", "TransitRouterId")
            )
            let keys = """
                TransitRouterId: \(other)
                PeerTransitRouterId: \(own)
                PeerTransitRouterRegionId: cn-hangzhou
                BandwidthType: DataTransfer

                """
            let found = Action("cbn.TransitRouterPeerAttachment", "\(keys)Bandwidth: 100\n", token: "turned")
            let probe = await handler.probe(found, on: far, timeout: .seconds(60))
            #expect(probe?.state == .present, "\(String(describing: probe))")
            #expect(probe?.response?.body["PeerTransitRouterRegionId"] == "cn-hangzhou")
            let wider = Action("cbn.TransitRouterPeerAttachment", "\(keys)Bandwidth: 200\n", token: "wider")
            #expect(
                await handler.probe(wider, on: far, timeout: .seconds(60))
                    == Probe(state: .different, detail: "Bandwidth: 100 -> 200"))
            let changed = body(await cloud.finish(wider, by: handler, on: far).outcome)
            #expect(changed["TransitRouterAttachmentId"]?.string == run.value("peer", "TransitRouterAttachmentId"))
        }
    }

    /// An attachment has one table of a router, so another one is replaced, and the difference names both.
    @Test func anAssociationIsReplaced() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, far in
            let run = Run(cloud, handler, near: near, far: far)
            _ = try await run.build()
            let router = run.value("near_router", "TransitRouterId")
            let system = run.value("near_router", "SystemRouteTableId")
            let table =
                body(
                    await cloud.finish(
                        Action("cbn.CreateTransitRouterRouteTable", "TransitRouterId: \(router)\n", token: "table"),
                        by: handler, on: near
                    ).outcome)["TransitRouterRouteTableId"]?.string ?? ""
            cloud.wait(.seconds(60))
            let action = Action(
                "cbn.TransitRouterVpcAttachment",
                """
                TransitRouterId: \(router)
                VpcId: \(run.value("near_attachment", "VpcId"))
                RouteTableIds: [\(table)]

                """, token: "other table")
            #expect(
                await handler.probe(action, on: near, timeout: .seconds(60))
                    == Probe(state: .different, detail: "RouteTableIds: \(system) -> \(table)"))
            _ = body(await cloud.finish(action, by: handler, on: near).outcome)
            #expect(cloud.acted.contains("ReplaceTransitRouterRouteTableAssociation"))
            #expect(await handler.probe(action, on: near, timeout: .seconds(60))?.state == .present)
        }
    }

    /// What the API can change is changed.
    @Test func whatTheAPICanChangeIsChanged() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, far in
            let run = Run(cloud, handler, near: near, far: far)
            _ = try await run.build()
            let resource: JSON = [
                ["ResourceType": "nlb", "ResourceId": .string(run.value("balancer", "LoadBalancerId"))]
            ]
            for (kind, keys) in [
                (
                    "nlb.LoadBalancer",
                    "LoadBalancerName: ccr\nVpcId: \(run.value("balancer", "VpcId"))\n"
                        + "DeletionProtectionConfig: { Enabled: true, Reason: test }\n"
                        + "ModificationProtectionConfig: { Status: ConsoleProtection }\n"
                ),
                (
                    "nlb.Listener",
                    "LoadBalancerId: \(run.value("balancer", "LoadBalancerId"))\nListenerProtocol: TCP\n"
                        + "ListenerPort: 0\nSecSensorEnabled: true\n"
                ),
                (
                    "privatelink.VpcEndpointService",
                    "Resource: \(resource.text())\nServiceSupportIPv6: true\nAddressIpVersion: DualStack\n"
                ),
                (
                    "cbn.TransitRouterVpcAttachment",
                    "TransitRouterId: \(run.value("near_router", "TransitRouterId"))\n"
                        + "VpcId: \(run.value("near_attachment", "VpcId"))\n"
                        + "TransitRouterVPCAttachmentOptions: { ipv6Support: enable }\n"
                ),
            ] {
                let action = Action(kind, keys, token: "change \(kind)")
                let probe = await handler.probe(action, on: near, timeout: .seconds(60))
                #expect(probe?.isChange == true, "\(kind): \(String(describing: probe))")
                _ = body(await cloud.finish(action, by: handler, on: near).outcome)
                let after = await handler.probe(action, on: near, timeout: .seconds(60))
                #expect(after?.state == .present, "\(kind): \(String(describing: after))")
            }
        }
    }

    /// A key that the lists of the cloud do not show, or show under another name, is not compared.
    @Test func aKeyThatNoListShowsIsNotCompared() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, far in
            let run = Run(cloud, handler, near: near, far: far)
            let network = try await run.network(near)
            let zones = (network.zones.array ?? []).map { zone -> JSON in
                ["ZoneId": zone["ZoneId"] ?? "", "VSwitchId": zone["VSwitchId"] ?? ""]
            }
            var addressed = zones
            addressed[0] = .object((zones[0].object ?? [:]).merging("PrivateIPv4Address", "10.1.0.200"))
            let balancer =
                "AddressType: Intranet\nVpcId: \(network.vpc)\nResourceGroupId: rg-own\nZoneMappings: "
            func settled(_ operation: String, _ keys: String) async throws -> JSON {
                let made = body(
                    await cloud.finish(Action(operation, keys, token: "1 \(keys)"), by: handler, on: near).outcome)
                let acted = cloud.acted.count
                let again = Action(operation, keys, token: "2 \(keys)")
                let probe = await handler.probe(again, on: near, timeout: .seconds(60))
                #expect(probe?.state == .present, "\(operation): \(String(describing: probe))")
                _ = body(await cloud.finish(again, by: handler, on: near).outcome)
                #expect(cloud.acted.count == acted, "\(operation): \(cloud.acted.dropFirst(acted))")
                return made
            }
            let made = try await settled(
                "nlb.LoadBalancer", "LoadBalancerName: one\n\(balancer)\(JSON.array(addressed).text())\n")
            let other = Action(
                "nlb.LoadBalancer",
                "LoadBalancerName: one\n\(balancer)"
                    + "\(JSON.array(addressed).text().replacing("10.1.0.200", with: "10.1.0.201"))\n")
            #expect(await handler.probe(other, on: near, timeout: .seconds(60))?.isChange == true)
            let group = try await settled(
                "nlb.ServerGroup", "ServerGroupName: one\nVpcId: \(network.vpc)\nResourceGroupId: rg-own\n")
            _ = try await settled(
                "nlb.Listener",
                """
                LoadBalancerId: \(made["LoadBalancerId"]?.string ?? "")
                ListenerProtocol: TCP
                ListenerPort: 9300
                ServerGroupId: \(group["ServerGroupId"]?.string ?? "")
                SecSensorEnabled: true
                ProxyProtocolV2Config: { Ppv2VpcIdEnabled: true }
                Tag: [{ Key: a, Value: b }]

                """)
            _ = try await settled(
                "privatelink.VpcEndpointService",
                """
                ServiceResourceType: nlb
                SupportedRegionList: [cn-shanghai]
                Resource:
                  - ResourceType: nlb
                    ResourceId: \(made["LoadBalancerId"]?.string ?? "")
                    ZoneId: \(zones[0]["ZoneId"]?.string ?? "")

                """)
            let cen = try await settled("cbn.Cen", "Name: one\nTag: [{ Key: a, Value: b }]\n")
            let router = try await settled(
                "cbn.TransitRouter",
                "CenId: \(cen["CenId"]?.string ?? "")\nTransitRouterCidrList: [{ Cidr: 192.168.40.0/24, Name: n }]\n")
            _ = try await settled(
                "cbn.TransitRouterVpcAttachment",
                """
                TransitRouterId: \(router["TransitRouterId"]?.string ?? "")
                VpcId: \(network.vpc)
                ZoneMappings: \(JSON.array(zones).text())
                TransitRouterVPCAttachmentOptions: { ipv6Support: disable }

                """)
        }
    }
}

extension JSONObject {
    fileprivate func merging(_ name: String, _ value: JSON) -> JSONObject {
        var object = self
        object[name] = value
        return object
    }
}
