import AlicloudContract
import OrderedJSON
import SandboxAlicloud
import SandboxWorld
import Testing

struct GatewayTests {
    @Test func knowsItsRegionAndKeepsTheShapeOfErrors() {
        let client = CloudClient()
        let reply = client.call("vpc.DescribeVpcAttribute", ["VpcId": "vpc-nobody"])
        #expect(reply.status == 404 && reply.code == "InvalidVpcId.NotFound")
        #expect(reply["HostId"]?.string == "127.0.0.1:18099")
        #expect(reply["RequestId"]?.string?.count == 36 && reply["Recommend"]?.string != nil)
    }

    @Test func refusesWhatItDoesNotKnow() {
        let client = CloudClient()
        #expect(client.call("vpc.DescribeNothing").code == "InvalidApi.NotFound")
        #expect(client.call("vpc.DescribeNothing").status == 404)
        #expect(client.send("GET", "/nothing").code == "InvalidApi.NotFound")
        #expect(client.send("PUT", "/instances/es-cn-leader/vpc-endpoints").code == "UnsupportedHTTPMethod")
        #expect(client.call("vpc.DescribeVpcs", region: "mars-1").code == "InvalidRegionId.NotFound")
    }

    @Test(arguments: [
        ("vpc.CreateVSwitch", ["CidrBlock": "10.1.9.0/24", "ZoneId": "cn-hangzhou-h"], "MissingVpcId"),
        ("vpc.DescribeVpcs", ["PageSize": "many"], "InvalidPageSize"),
        ("vpc.DescribeVpcs", ["PageSize": "51"], "InvalidPageSize"),
        ("vpc.DescribeVpcs", ["PageNumber": "0"], "InvalidPageNumber"),
        ("vpc.DescribeVpcs", ["DryRun": "perhaps"], "InvalidDryRun"),
        ("nlb.CreateServerGroup", ["ServerGroupName": "a1", "VpcId": "x", "Protocol": "SCTP"], "InvalidProtocol"),
        (
            "nlb.AddServersToServerGroup", ["ServerGroupId": "sgp-1", "Servers.1.ServerType": "Ip"],
            "MissingServers.1.ServerId"
        ),
        ("nlb.AddServersToServerGroup", ["ServerGroupId": "sgp-1"], "MissingServers"),
        (
            "nlb.AddServersToServerGroup",
            [
                "ServerGroupId": "sgp-1", "Servers.1.ServerId": "10.0.0.1", "Servers.1.ServerType": "Ip",
                "Servers.1.Port": "x",
            ],
            "InvalidServers.1.Port"
        ),
        (
            "cbn.CreateTransitRouter", ["CenId": "cen-1", "TransitRouterCidrList": "[broken"],
            "InvalidTransitRouterCidrList"
        ),
        ("cbn.ListTransitRouterVpcAttachments", ["NextToken": "made up"], "IllegalParam.NextToken"),
    ])
    func saysWhichParameterIsWrong(action: String, parameters: [String: String], code: String) {
        let reply = CloudClient().call(action, parameters)
        #expect(reply.status == 400)
        #expect(reply.code == code)
    }

    @Test func readsBodiesByTheirContract() {
        let client = CloudClient()
        let path = "/instances/es-cn-follower/actions/modify-white-ips"
        #expect(
            client.send("POST", path, [:], ["whiteIpGroup": ["ips": "10.0.0.0/8"]]).code == "InvalidwhiteIpGroup.ips")
        #expect(client.send("POST", path, [:], ["whiteIpGroup": 1]).code == "InvalidwhiteIpGroup")
        #expect(client.send("POST", path, [:], ["whiteIpGroup": ["ips": ["300.1.1.1"]]]).code == "Invalidips")
        #expect(client.send("POST", path, [:], [1]).code == "InvalidParameter.Format")
        #expect(client.send("GET", "/instances/es-cn-leader").code == "InstanceNotFound")
        #expect(client.send("GET", "/instances/es-cn-leader", region: "cn-shanghai").status == 200)
    }

    @Test func takesBooleansOfAnyCase() {
        let client = CloudClient()
        for value in ["True", "true", "FALSE"] {
            #expect(client.call("vpc.DescribeVpcs", ["DryRun": value]).status == 200)
        }
    }

    @Test func unsignedHeadersOfItsOwnAreRefused() {
        let client = CloudClient()
        let reply = client.call("vpc.DescribeVpcs") { $0.headers.append(SandboxHeader("x-acs-action", "DeleteVpc")) }
        #expect(reply.code == "SignatureDoesNotMatch")
        #expect(reply["Message"]?.string?.contains("ACS3-HMAC-SHA256\n") == true)
        let nobody = client.call("vpc.DescribeVpcs") { $0.headers.removeAll { $0.name == "Authorization" } }
        #expect(nobody.code == "MissingAccessKeyId")
        let broken = client.call("vpc.DescribeVpcs") { $0.target = "/?RegionId=%zz" }
        #expect(broken.code == "InvalidParameter.Format")
    }

    @Test func aTokenMakesARepetitionHarmless() {
        let client = CloudClient()
        let first = client.call("cbn.CreateCen", ["Name": "one", "ClientToken": "t-1"])
        let second = client.call("cbn.CreateCen", ["Name": "one", "ClientToken": "t-1"])
        #expect(first["CenId"] != nil && first["CenId"] == second["CenId"])
        #expect(first["RequestId"] != second["RequestId"])
        #expect(
            client.call("cbn.CreateCen", ["Name": "two", "ClientToken": "t-1"]).code == "IdempotenceSignatureMismatch")
        #expect(
            client.call("cbn.CreateCen", ["ClientToken": String(repeating: "x", count: 65)]).code
                == "InvalidClientToken")
        #expect(client.call("cbn.DescribeCens")["TotalCount"]?.int == 1)
    }

    @Test func aDryRunChangesNothing() {
        let client = CloudClient()
        let vpc = client.call("vpc.DescribeVpcs")["Vpcs"]?["Vpc"]?[0]?["VpcId"]?.string ?? ""
        let group = ["ServerGroupName": "one", "VpcId": vpc, "DryRun": "true"]
        #expect(client.call("nlb.CreateServerGroup", group).code == "DryRunOperation")
        #expect(client.call("nlb.ListServerGroups")["TotalCount"]?.int == 0)
    }

    @Test func pagesHoldTogether() {
        let client = CloudClient()
        for number in 1...5 { _ = client.call("cbn.CreateCen", ["Name": "cen\(number)"]) }
        let page = client.call("cbn.DescribeCens", ["PageNumber": "2", "PageSize": "2"])
        #expect(page["Cens"]?["Cen"]?.array?.compactMap { $0["Name"]?.string } == ["cen3", "cen4"])
        #expect(page["TotalCount"]?.int == 5 && page["PageNumber"]?.int == 2)
        let vpc = client.call("vpc.DescribeVpcs")["Vpcs"]?["Vpc"]?[0]?["VpcId"]?.string ?? ""
        for number in 1...5 {
            _ = client.call("nlb.CreateServerGroup", ["ServerGroupName": "g\(number)", "VpcId": vpc])
        }
        var names: [String] = []
        var token: String?
        repeat {
            let parameters = ["MaxResults": "2"].merging(token.map { ["NextToken": $0] } ?? [:]) { $1 }
            let page = client.call("nlb.ListServerGroups", parameters)
            names += page["ServerGroups"]?.array?.compactMap { $0["ServerGroupName"]?.string } ?? []
            token = page["NextToken"]?.string
        } while token != nil
        #expect(names == ["g1", "g2", "g3", "g4", "g5"])
    }

    /// What the contract has and the emulator has not is told, not made up.
    @Test func whatIsNotEmulatedIsNamedInTheLog() {
        let client = CloudClient()
        #expect(
            client.call(
                "cbn.PublishRouteEntries",
                [
                    "CenId": "c", "ChildInstanceId": "v", "ChildInstanceRegionId": "cn-hangzhou",
                    "ChildInstanceType": "VPC",
                    "ChildInstanceRouteTableId": "t", "DestinationCidrBlock": "10.0.0.0/8",
                ]
            ).code == "InvalidApi.NotFound")
    }
}
