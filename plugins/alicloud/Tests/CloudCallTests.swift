import AlicloudHandler
import HTTPServer
import OrderedJSON
import RunbookModel
import RunbookPlugin
import SandboxAlicloud
import Testing

/// What calls come to that the cloud answers.
struct CloudCallTests {
    /// A response with the status 200 fails if its body says that the request failed.
    @Test(arguments: [
        #"{"Success":false,"Code":"InternalError","Message":"x"}"#, #"{"Success":"false"}"#, #"{"HttpStatusCode":500}"#,
        #"{"Code":"Failed","Message":"x"}"#, #"{"success":0}"#, #"{"ErrorCode":"E1","ErrorMessage":"x"}"#,
    ])
    func aResponseThatNamesItsOwnFailureFails(text: String) async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            cloud.fail("DescribeCens", status: 200, text)
            let outcome = await handler.perform(Action("cbn.DescribeCens", ""), on: near, timeout: .seconds(60))
            guard case .answered(let response) = outcome else { throw Unexpected(outcome) }
            #expect(response.complaints.count == 1)
        }
    }

    /// The result of a write says whether it was done; the result of a read may be `false`.
    @Test func aWriteWhoseResultIsNoFails() async throws {
        let cloud = FakeCloud()
        let text = #"{"Result":false,"RequestId":"r"}"#
        try await cloud.serving { handler, near, _ in
            for (action, keys, count) in [
                ("UpdateAdminPassword", "InstanceId: es-cn-follower\nesAdminPassword: x\n", 1),
                ("ValidateConnection", "InstanceId: es-cn-follower\n", 0),
            ] {
                cloud.fail(action, status: 200, text)
                let outcome = await handler.perform(
                    Action("elasticsearch.\(action)", keys), on: near, timeout: .seconds(60))
                guard case .answered(let response) = outcome else { throw Unexpected(outcome) }
                #expect(response.complaints.count == count, "\(action)")
            }
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

    /// A session may end before its time: then the role is assumed again.
    @Test func aRoleIsAssumedAgainWhenItsSessionEnded() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            for session in 1...2 {
                cloud.fail(
                    "AssumeRole", status: 200,
                    "{\"Credentials\":{\"AccessKeyId\":\"\(FakeCloud.key.id)\",\"AccessKeySecret\":"
                        + "\"\(FakeCloud.key.secret)\",\"SecurityToken\":\"token-\(session)\"}}")
            }
            cloud.fail("DescribeVpcs", status: 400, #"{"Code":"InvalidSecurityToken.Expired","RequestId":"r"}"#)
            cloud.fail("DescribeVpcs", status: 200, #"{"TotalCount":0,"Vpcs":{"Vpc":[]},"RequestId":"r"}"#)
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
            let all = body(
                await cloud.finish(Action("nlb.ListServerGroups", ""), by: handler, on: near).outcome)
            #expect(all["ServerGroups"]?.array?.count == 23)
            let some = body(
                await cloud.finish(Action("nlb.ListServerGroups", "MaxResults: 5\n"), by: handler, on: near).outcome)
            #expect(some["ServerGroups"]?.array?.count == 5)
        }
    }

    private struct Unexpected: Error {
        let outcome: Outcome
        init(_ outcome: Outcome) { self.outcome = outcome }
    }
}
