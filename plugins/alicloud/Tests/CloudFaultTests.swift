import AlicloudHandler
import HTTPServer
import OrderedJSON
import RunbookModel
import RunbookPlugin
import Testing

/// What a bad moment of the cloud, or of the way to it, comes to.
struct CloudFaultTests {
    /// One bad moment of the cloud, at any request, only costs time: nothing is made twice, and nothing is left out.
    @Test(arguments: [429, 500, 502, 503])
    func aBadMomentOfTheCloudCostsOnlyTime(status: Int) async throws {
        for action in ["ListTransitRouters", "ListTransitRouterRouteTables", "CreateTransitRouter", "DescribeCens"] {
            let cloud = FakeCloud()
            try await cloud.serving { handler, near, _ in
                let text =
                    status == 502 ? "bad gateway" : #"{"Code":"InternalError","Message":"later","RequestId":"r"}"#
                cloud.fail(action, status: status, text)
                // Of a gateway's own word nobody knows what it means: the engine repeats it under the same token.
                func settled(_ action: Action) async throws -> JSON {
                    var outcome = await cloud.finish(action, by: handler, on: near).outcome
                    if case .unknown = outcome { outcome = await cloud.finish(action, by: handler, on: near).outcome }
                    return body(outcome)
                }
                let cen = try await settled(Action("cbn.Cen", "Name: one\n", token: "a"))["CenId"]?.string ?? ""
                let router = try await settled(Action("cbn.TransitRouter", "CenId: \(cen)\n", token: "b"))
                #expect(router["SystemRouteTableId"]?.string != nil, "\(action) \(status): \(router)")
                let all = try await settled(Action("cbn.ListTransitRouters", "CenId: \(cen)\n"))
                #expect(all["TotalCount"]?.int == 1)
            }
        }
    }

    /// Something between us and the cloud may answer the look before a run, too.
    @Test(arguments: [502, 504, 429]) func aGatewaysWordIsNotTheLast(status: Int) async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            cloud.fail("DescribeVpcs", status: status, "<html>")
            let examination = await handler.examine(near, timeout: .seconds(60))
            #expect(examination.diagnostics.isEmpty, "\(examination.diagnostics)")
        }
    }

    /// The cloud takes each signature once, so what is sent again has its own.
    @Test func aReadWhoseConnectionIsLostIsSignedAgain() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            _ = body(await cloud.finish(Action("cbn.DescribeCens", ""), by: handler, on: near).outcome)
            cloud.lose("DescribeCens")
            let outcome = await handler.perform(Action("cbn.DescribeCens", ""), on: near, timeout: .seconds(60))
            #expect(outcome.body["TotalCount"]?.int == 0, "\(outcome)")
            #expect(cloud.asked.filter { $0 == "DescribeCens" }.count == 3)
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
            let again = body(await cloud.finish(Action("cbn.Cen", keys), by: handler, on: near).outcome)
            #expect(again["CenId"] != nil)
            let list = body(await cloud.finish(Action("cbn.DescribeCens", ""), by: handler, on: near).outcome)
            #expect(list["TotalCount"]?.int == 1)
        }
    }

    @Test func whatPassesIsTriedAgain() async throws {
        let cloud = FakeCloud()
        try await cloud.serving { handler, near, _ in
            let body = "{\"Code\":\"Throttling.User\",\"Message\":\"slow down\",\"RequestId\":\"R\"}"
            cloud.fail("DescribeVpcs", times: 3, status: 400, body)
            let outcome = await cloud.finish(Action("vpc.DescribeVpcs", ""), by: handler, on: near).outcome
            #expect(outcome.body["TotalCount"]?.int == 1)
            cloud.fail("DescribeVpcs", times: 100, status: 400, body)
            let late = await cloud.finish(Action("vpc.DescribeVpcs", ""), by: handler, on: near, within: .seconds(60))
                .outcome
            #expect(late.refusal?.reason.contains("Throttling.User: slow down (request R)") == true)
        }
    }
}
