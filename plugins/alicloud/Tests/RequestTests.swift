import AlicloudContract
import OrderedJSON
import Testing

@testable import AlicloudHandler

struct RequestTests {
    private func request(_ name: String, _ arguments: JSONObject) throws -> CloudRequest {
        let parts = name.split(separator: ".").map(String.init)
        let product = try #require(CloudProduct.named(parts[0]))
        return CloudRequest(try #require(product.actions[parts[1]]), version: product.version, arguments: arguments)
    }

    @Test func listsAreCountedAndMembersDotted() throws {
        let request = try request(
            "nlb.AddServersToServerGroup",
            [
                "ServerGroupId": "sgp-1", "unknown": "left out",
                "Servers": [["ServerId": "10.0.0.1", "Port": 0], ["ServerId": "10.0.0.2"]],
            ])
        #expect(request.method == "POST" && request.path == "/" && request.query == [])
        #expect(
            request.body.map { String(decoding: $0.bytes, as: UTF8.self) }
                == "ServerGroupId=sgp-1&Servers.1.Port=0&Servers.1.ServerId=10.0.0.1&Servers.2.ServerId=10.0.0.2")
        let query = try self.request("cbn.DescribeCens", ["Filter": [["Key": "Name", "Value": ["a b", "c"]]]])
        #expect(
            AcsEncoding.canonical(query.query) == "Filter.1.Key=Name&Filter.1.Value.1=a%20b&Filter.1.Value.2=c")
        #expect(query.body == nil)
    }

    @Test func someObjectsAreOneTextAndTruthIsLowerCase() throws {
        let request = try request(
            "cbn.CreateTransitRouterVpcAttachment",
            [
                "TransitRouterVPCAttachmentOptions": ["ipv6Support": "disable"], "AutoPublishRouteEnabled": true,
                "VpcId": "v",
            ])
        #expect(request.query.contains(AcsParameter("AutoPublishRouteEnabled", "true")))
        #expect(
            request.query.contains(
                AcsParameter("TransitRouterVPCAttachmentOptions", "{\"ipv6Support\":\"disable\"}")))
    }

    /// A request with such a value would go elsewhere.
    @Test(arguments: ["", ".", "..", "a/b", "..%2fx", "a b", "a?b", "a#b", "a\\b"])
    func aValueWithoutAFormInAPathIsRefused(value: String) throws {
        let action = try #require(CloudProduct.named("elasticsearch")?.actions["DescribeInstance"])
        #expect(CloudRequest.unfitName(action, ["InstanceId": .string(value)]) == "InstanceId")
        #expect(CloudRequest.unfitName(action, ["InstanceId": "es-cn-1", "more": .string(value)]) == nil)
    }

    @Test func pathsAreFilledAndBodiesAreJSON() throws {
        let request = try request(
            "elasticsearch.DeleteVpcEndpoint", ["InstanceId": "es/../x", "EndpointId": "ep-1", "ClientToken": "t"])
        #expect(request.method == "DELETE")
        #expect(request.path == "/openapi/instances/es%2F..%2Fx/vpc-endpoints/ep-1")
        #expect(request.query == [AcsParameter("ClientToken", "t")])
        let body = try self.request(
            "elasticsearch.CreateVpcEndpoint", ["InstanceId": "es-1", "serviceId": "s", "zoneId": "z"])
        #expect(body.body.map { String(decoding: $0.bytes, as: UTF8.self) } == "{\"serviceId\":\"s\",\"zoneId\":\"z\"}")
        let raw = try self.request("elasticsearch.AddSnapshotRepo", ["InstanceId": "es-1", "body": ["repoPath": "p"]])
        #expect(raw.body.map { String(decoding: $0.bytes, as: UTF8.self) } == "{\"repoPath\":\"p\"}")
    }
}
