import OrderedJSON
import Testing
import ToolTesting

extension IntegrationTests {
    /// `runbooks/cross-region-ccr.md` on a cloud that is empty, half built, finished, or broken.
    struct CrossRegionTests {
        private static let file = Repository.root + "/runbooks/cross-region-ccr.md"

        /// Runs a body beside a sandbox for the runbook.
        private func world(
            _ options: [String] = [], _ body: (World) async throws -> Void
        ) async throws {
            let folder = try TestFolder()
            let sandbox = try await RunningSandbox(
                options: ["--for", Self.file, "--virtual-time"] + options, in: folder)
            do {
                try await body(World(folder: folder, sandbox: sandbox))
            } catch {
                await sandbox.stop()
                throw error
            }
            await sandbox.stop()
        }

        /// Runs a document in it; gives the line that tells the end.
        @discardableResult
        private func run(_ file: String = file, in world: World, _ more: String...) async throws -> String {
            let result = try await world.run(["exec", file, "--env", world.sandbox.environment, "--yes"] + more)
            #expect(result.status == 0, "\(result.said)")
            return String(result.output.split(separator: "\n").last ?? "")
        }

        /// A document that acts on the same targets.
        private func document(_ steps: String) -> String {
            """
            # Break something

            ```yaml runbook
            version: 1
            targets:
              leader:         { kind: elasticsearch, version: ">=7.10", cloud: leader_cloud }
              follower:       { kind: elasticsearch, version: ">=7.10", cloud: follower_cloud }
              leader_cloud:   { kind: alicloud }
              follower_cloud: { kind: alicloud }
            ```

            ## On leader, follower, leader_cloud and follower_cloud

            \(steps)
            """
        }

        private static func block(_ id: String, _ on: String = "follower_cloud", _ lines: String...) -> String {
            "```yaml run on=\(on) id=\(id) within=5m again=yes\n" + lines.map { $0 + "\n" }.joined() + "```\n\n"
        }

        @Test(arguments: [[], ["--one-zone", "--new-account"]])
        func aSecondRunActsNowhere(_ options: [String]) async throws {
            try await world(options) { world in
                let first = try await run(in: world)
                #expect(first.contains("changes on follower_cloud"))
                let second = try await run(in: world)
                #expect(second.hasSuffix("nothing changed"))
            }
        }

        /// Whose a thing is that exists, the tool cannot know.
        @Test func aPersonIsAskedBeforeSomethingThatExistsIsChanged() async throws {
            func cen(_ description: String) -> String {
                Self.block(
                    "cen", "follower_cloud", "uses: alicloud/cbn.Cen", "Name: shared", "Description: \(description)"
                )
                .replacing(" again=yes", with: "")
            }
            try await world { world in
                try world.folder.write(document(cen("old")), to: "first.md")
                let second = cen("new").replacing("within=5m", with: "within=5m confirm=\"Change it?\"")
                try world.folder.write(document(cen("new")), to: "second.md")
                try world.folder.write(document(second.replacing("new", with: "third")), to: "third.md")
                let made = try await world.run(["exec", "first.md", "--env", world.sandbox.environment])
                #expect(made.status == 0, "\(made.said)")
                let asked = try await world.run(["exec", "second.md", "--env", world.sandbox.environment])
                #expect(asked.status == 3, "\(asked.said)")
                #expect(asked.said.contains("changes what exists: Description: \"old\" -> \"new\""), "\(asked.said)")
                let run = try #require(asked.run)
                #expect(try await world.confirm(run, "cen").status == 0)
                let resumed = try await world.run(["resume", run])
                #expect(resumed.status == 0, "\(resumed.said)")
                #expect(resumed.output.contains("1 change"), "\(resumed.said)")
                let again = try await world.run(["exec", "second.md", "--env", world.sandbox.environment])
                #expect(again.status == 0 && again.output.contains("nothing changed"), "\(again.said)")
                // A question of the step's own is asked together with it, and one answer is enough.
                let both = try await world.run(["exec", "third.md", "--env", world.sandbox.environment])
                #expect(both.status == 3 && both.said.contains("Change it? (this changes"), "\(both.said)")
                let third = try #require(both.run)
                #expect(try await world.confirm(third, "cen").status == 0)
                let done = try await world.run(["resume", third])
                #expect(done.status == 0, "\(done.said)")
            }
        }

        /// One that exists is used as it is, and is not made again.
        @Test func itUsesALoadBalancerThatExists() async throws {
            let steps =
                Self.block("vswitches", "follower_cloud", "uses: alicloud/vpc.DescribeVSwitches")
                + "```jq capture\nzones = [.VSwitches.VSwitch[] | {ZoneId, VSwitchId}]\n```\n\n"
                + Self.block(
                    "nlb", "follower_cloud", "uses: alicloud/nlb.LoadBalancer", "LoadBalancerName: shared",
                    "LoadBalancerType: network", "AddressType: Intranet",
                    "VpcId: ${vswitches.VSwitches.VSwitch[0].VpcId}", "ZoneMappings: ${zones}")
            try await world { world in
                try world.folder.write(document(steps), to: "shared.md")
                try await run("shared.md", in: world)
                let result = try await world.run([
                    "exec", Self.file, "--env", world.sandbox.environment, "--yes", "--format", "json", "-p",
                    "load_balancer=shared",
                ])
                #expect(result.status == 0, "\(result.said)")
                let steps = try JSON(parsing: result.output)["steps"]?.array ?? []
                #expect(steps.first { $0["id"] == "nlb" }?["state"] == "satisfied")
            }
        }

        /// What a question shows comes back from the journal as it was, so its answer counts.
        @Test func anAnswerCountsInTheNextProcess() async throws {
            try await world { world in
                let waiting = try await world.run(["exec", Self.file, "--env", world.sandbox.environment])
                #expect(waiting.status == 3, "\(waiting.said)")
                let command = try #require(
                    waiting.output.split(separator: "\n").first { $0.contains("runbook confirm ") })
                let words = command.split(separator: " ").map(String.init)
                #expect(words.contains("leader_attachment"))
                let confirmed = try await world.run(Array(words.dropFirst()))
                #expect(confirmed.status == 0, "\(confirmed.said)")
                let resumed = try await world.run(["resume", try #require(words.dropFirst(2).first)])
                #expect(resumed.output.contains("follower_attachment --digest"), "\(resumed.said)")
                #expect(!resumed.output.contains("older question"))
            }
        }

        // MARK: - What the procedure's questions and answers are about

        /// Something that breaks the connection, and what is looked up for it.
        struct Cause: Sendable, CustomTestStringConvertible {
            let name: String
            /// How the runbook's question about it begins.
            let question: String
            let steps: String

            var testDescription: String { name }
        }

        private static let looks =
            block("groups", "follower_cloud", "uses: alicloud/nlb.ListServerGroups")
            + block("balancers", "follower_cloud", "uses: alicloud/nlb.ListLoadBalancers")
            + block("services", "follower_cloud", "uses: alicloud/privatelink.ListVpcEndpointServices")
            + block(
                "endpoints", "follower_cloud", "uses: alicloud/elasticsearch.ListVpcEndpoints",
                "InstanceId: ${follower.instance}")
            + block("cens", "follower_cloud", "uses: alicloud/cbn.DescribeCens")
            + block(
                "peers", "follower_cloud", "uses: alicloud/cbn.ListTransitRouterPeerAttachments",
                "CenId: ${cens.Cens.Cen[0].CenId}")

        private static func listener(_ id: String, _ lines: String...) -> String {
            block(
                id, "follower_cloud", "uses: alicloud/nlb.Listener",
                (["LoadBalancerId: ${balancers.LoadBalancers[0].LoadBalancerId}", "ListenerProtocol: TCP"]
                    + ["ListenerPort: 0", "ServerGroupId: ${groups.ServerGroups[0].ServerGroupId}"] + lines)
                    .joined(separator: "\n"))
        }

        private static func server(_ id: String, _ address: String, _ lines: String...) -> String {
            block(
                id, "follower_cloud", "uses: alicloud/nlb.ServerGroupServer",
                (["ServerGroupId: ${groups.ServerGroups[0].ServerGroupId}", "ServerType: Ip"]
                    + ["ServerId: \(address)", "ServerIp: \(address)"] + lines).joined(separator: "\n"))
        }

        static let causes = [
            Cause(
                name: "the whitelist", question: "Is the range of the VPC",
                steps: block(
                    "whitelist", "leader_cloud", "uses: alicloud/elasticsearch.WhiteIps", "state: absent",
                    "InstanceId: ${leader.instance}", "groupName: default", "whiteIpType: PRIVATE_ES",
                    "ips: [10.2.0.0/16]")),
            Cause(
                name: "the connection of the regions", question: "Are the VPCs",
                steps: block(
                    "apart", "follower_cloud", "uses: alicloud/cbn.DeleteTransitRouterPeerAttachment",
                    "TransitRouterAttachmentId: ${peers.TransitRouterAttachments[0].TransitRouterAttachmentId}",
                    "Force: true")),
            Cause(
                name: "the way to the other region", question: "The router of the",
                steps: block(
                    "router", "follower_cloud", "uses: alicloud/cbn.ListTransitRouterRouteTables",
                    "TransitRouterId: ${peers.TransitRouterAttachments[0].TransitRouterId}")
                    + block(
                        "forget_way", "follower_cloud", "uses: alicloud/cbn.DisableTransitRouterRouteTablePropagation",
                        "TransitRouterAttachmentId: ${peers.TransitRouterAttachments[0].TransitRouterAttachmentId}",
                        "TransitRouterRouteTableId: ${router.TransitRouterRouteTables[0].TransitRouterRouteTableId}")),
            Cause(
                name: "the ports of the listener", question: "Does the listener",
                steps: listener("no_listener", "state: absent")
                    + listener("narrow_listener", "StartPort: 9200", "EndPort: 9250")),
            Cause(
                name: "the address in the server group", question: "Is the IP address",
                steps: server("no_server", "10.1.0.10", "state: absent") + server("other_server", "10.1.0.99")),
            Cause(
                name: "the port of the health check", question: "Is the health check",
                steps: block(
                    "health", "follower_cloud", "uses: alicloud/nlb.UpdateServerGroupAttribute",
                    "ServerGroupId: ${groups.ServerGroups[0].ServerGroupId}",
                    "HealthCheckConfig: { HealthCheckEnabled: true, HealthCheckConnectPort: 9400 }")),
            Cause(
                name: "the private connection", question: "Is the endpoint connection",
                steps: block(
                    "cut_off", "follower_cloud", "uses: alicloud/privatelink.DisableVpcEndpointConnection",
                    "ServiceId: ${services.Services[0].ServiceId}", "EndpointId: ${endpoints.Result[0].endpointId}")),
        ]

        /// Each alone, and each with another one.
        static let breaks: [[Cause]] =
            causes.map { [$0] }
            // A connection that is not there has no way to lose.
            + zip(causes, causes.dropFirst()).filter { !$0.name.contains("region") || !$1.name.contains("region") }
            .map { [$0, $1] }

        /// Broken after the step that ensures it, the run fails where that is noticed, and names this and nothing else.
        @Test(arguments: breaks)
        func whatIsBrokenLaterIsNamed(_ broken: [Cause]) async throws {
            let fixture = "fixtures/cross-region-ccr.md"
            let place = "## Step 5: Configure CCR\n"
            let whole = String(decoding: try TestFolder.bytes(of: Self.file), as: UTF8.self)
            let prepare = try TestFolder.bytes(of: Self.file.replacing("cross-region-ccr.md", with: fixture))
            #expect(whole.contains(place))
            let steps = "Break what leader and follower have:\n\n" + Self.looks + broken.map(\.steps).joined()
            try await world { world in
                try world.folder.write(whole.replacing(place, with: steps + place), to: "broken.md")
                try world.folder.write(prepare, to: fixture)
                let result = try await world.run([
                    "exec", "broken.md", "--env", world.sandbox.environment, "--yes", "--format", "json",
                ])
                #expect(result.status == 1, "\(result.said)")
                let report = try JSON(parsing: result.output)
                let failed = (report["steps"]?.array ?? []).filter { $0["state"] == "failed" }
                #expect(failed.compactMap { $0["id"]?.string } == ["remote_connected"])
                let findings = failed.first?["findings"]?.array ?? []
                let named = findings.filter { $0["result"] == "fails" }.compactMap { $0["title"]?.string }
                #expect(named.count == broken.count, "\(named)")
                for cause in broken { #expect(named.contains { $0.hasPrefix(cause.question) }, "\(named)") }
                guard broken.count == 1 else { return }
                // Fixed, it continues where it was.
                try await run(in: world)
                let resumed = try await world.run(["resume", report["run"]?.string ?? "", "--yes"])
                #expect(resumed.status == 0, "\(resumed.said)")
            }
        }

        /// What means nothing is reported before a run, at its place.
        @Test(arguments: [
            ("cbn.Cen", "Name: \"\"", "`Name` has an invalid value: it has 0 characters"),
            ("cbn.Cen", "Name: true", "`Name` has an invalid value: it is a boolean, not a string: write `\"true\"`"),
            ("vpc.DescribeVpcAttribute", "VpcId: ''", "`VpcId` has an invalid value"),
            (
                "elasticsearch.WhiteIps", "InstanceId: a\ngroupName: g\nwhiteIpType: PRIVATE_ES\nips: []",
                "`ips` has an invalid value: it is an empty list"
            ),
        ])
        func whatMeansNothingIsReported(operation: String, keys: String, words: String) async throws {
            let folder = try TestFolder()
            try folder.write(
                document(Self.block("x", "follower_cloud", "uses: alicloud/\(operation)", keys)), to: "x.md")
            let result = try await Tool.run(["check", "x.md"], in: folder)
            #expect(result.status == 2, "\(result.said)")
            #expect(result.said.contains(words), "\(result.said)")
        }

        // MARK: - Taking back, where another run has come since

        /// The remote cluster has the address of a later run: that stays, and the order that leads back is said.
        @Test func undoKeepsTheAddressOfAnotherRun() async throws {
            try await world { world in
                let environment = world.sandbox.environment
                let exec = ["exec", Self.file, "--env", environment, "--yes"]
                let first = try #require(try await world.run(exec).run)
                let second = try #require(try await world.run(exec + ["-p", "load_balancer=second-lb"]).run)
                func remote() async throws -> JSON? {
                    try await world.sandbox.get("/_remote/info", at: "follower")["es-cn-leader"]
                }
                let theirs = try #require(try await remote()?["proxy_address"])
                let refused = try await world.run(["undo", first, "--yes"])
                #expect(refused.status == 1, "\(refused.said)")
                #expect(try await remote()?["proxy_address"] == theirs)
                #expect(try await remote()?["connected"] == true)
                let back = try await world.run(["undo", second, "--yes"])
                #expect(back.status == 0, "\(back.said)")
                #expect(try await remote()?["connected"] == true)
                let rest = try await world.run(["undo", first, "--yes"])
                #expect(rest.status == 0, "\(rest.said)")
                #expect(try await remote() == nil)
            }
        }

        /// Of several services of a load balancer one is chosen, also by a run that has failed for them.
        @Test func oneOfSeveralServicesIsChosen() async throws {
            let another = Self.block(
                "another", "follower_cloud", "uses: alicloud/privatelink.CreateVpcEndpointService",
                "ServiceResourceType: nlb",
                "Resource: [{ ResourceType: nlb, ResourceId: \"${balancers.LoadBalancers[0].LoadBalancerId}\", "
                    + "ZoneId: \"${balancers.LoadBalancers[0].ZoneMappings[0].ZoneId}\" }]")
            try await world { world in
                try world.folder.write(document(Self.looks + another), to: "another.md")
                try await run(in: world)
                try await run("another.md", in: world)
                let exec = ["exec", Self.file, "--env", world.sandbox.environment, "--yes"]
                let several = try await world.run(exec)
                #expect(several.status == 1 && several.said.contains("exists 2 times: epsrv-"), "\(several.said)")
                let words = several.said.split(separator: "exists 2 times: ").last?.split(separator: ",")
                let id = String(words?.first ?? "")
                let resumed = try await world.run([
                    "resume", try #require(several.run), "--yes", "-p", "endpoint_service=\(id)",
                ])
                #expect(resumed.status == 0, "\(resumed.said)")
            }
        }

        /// A pattern that somebody has paused follows nothing, which is seen before anything is changed.
        @Test func aPausedPatternIsSeenFirst() async throws {
            try await world { world in
                try await run(in: world)
                try await world.sandbox.ask("POST", "/_ccr/auto_follow/from-leader/pause", at: "follower")
                let again = try await world.run(["exec", Self.file, "--env", world.sandbox.environment, "--yes"])
                #expect(again.status == 1, "\(again.said)")
                #expect(again.output.contains("nothing was changed"), "\(again.said)")
                #expect(again.said.contains("pattern_free"))
                try await world.sandbox.ask("POST", "/_ccr/auto_follow/from-leader/resume", at: "follower")
                try await run(in: world)
            }
        }

        /// What was asked for comes to be after its step has ended, and is paid for.
        @Test func whatIsUnderWayIsListed() async throws {
            let whole = String(decoding: try TestFolder.bytes(of: Self.file), as: UTF8.self)
            let fixture = "fixtures/cross-region-ccr.md"
            let prepare = try TestFolder.bytes(of: Self.file.replacing("cross-region-ccr.md", with: fixture))
            #expect(whole.contains("id=nlb within=10m"))
            try await world { world in
                try world.folder.write(whole.replacing("id=nlb within=10m", with: "id=nlb within=2s"), to: "short.md")
                try world.folder.write(prepare, to: fixture)
                let result = try await world.run([
                    "exec", "short.md", "--env", world.sandbox.environment, "--yes", "--report", "report.html",
                ])
                #expect(result.status == 1, "\(result.said)")
                #expect(result.output.contains("follower_cloud: possibly nlb.LoadBalancer (nlb.LoadBalancer is"))
                let end = String(result.output.split(separator: "built, and costs money").last ?? "")
                #expect(end.contains("  follower_cloud: possibly nlb.LoadBalancer\n"), "\(result.said)")
                #expect(end.contains("runbook undo "))
                #expect(end.contains("possibly 1 more"))
                #expect(try world.folder.text("report.html").contains("possibly: nlb.LoadBalancer is"))
                let report = try await world.run(["report", try #require(result.run), "--format", "json"])
                let steps = try JSON(parsing: report.output)["steps"]?.array ?? []
                #expect(steps.first { $0["id"] == "nlb" }?["under_way"] == ["nlb.LoadBalancer"])
            }
        }

        /// Sniffing asks a seed for the addresses of nodes, which nobody reaches from the other region.
        @Test func onlyAProxyReachesTheLeader() async throws {
            let remote = "{ \"persistent\": { \"cluster\": { \"remote\": { \"${leader.instance}\": "
            let steps =
                Self.looks + "```console run on=follower again=yes\nPUT /_cluster/settings\n" + remote
                + "{ \"mode\": null, \"proxy_address\": null } } } } }\n\nPUT /_cluster/settings\n" + remote
                + "{ \"seeds\": [\"${endpoints.Result[0].endpointDomain}:9300\"] } } } } }\n```\n\n"
                + "```console verify on=follower within=30s for=10s\nGET /_remote/info\n```\n\n"
                + "```json expect\n{ \"${leader.instance}\": { \"mode\": \"sniff\", \"connected\": false } }\n```\n"
            try await world { world in
                try world.folder.write(document(steps), to: "sniff.md")
                try await run(in: world)
                try await run("sniff.md", in: world)
            }
        }

        @Test(arguments: causes)
        func anotherRunMendsWhatWasBroken(_ cause: Cause) async throws {
            try await world { world in
                try world.folder.write(document(Self.looks + cause.steps), to: "break.md")
                try await run(in: world)
                try await run("break.md", in: world)
                let mended = try await run(in: world)
                #expect(!mended.hasSuffix("nothing changed"))
                let again = try await run(in: world)
                #expect(again.hasSuffix("nothing changed"))
            }
        }
    }
}
