import OrderedJSON
import SandboxAlicloud
import Testing

struct RegionTests {
    /// The endpoint of a region knows the networks of that region only, whoever owns others.
    @Test func aRegionSeesItsOwnNetworks() {
        let client = CloudClient()
        let vpc = client.call("vpc.DescribeVpcs")["Vpcs"]?["Vpc"]?[0]?["VpcId"]?.string ?? ""
        let parameters = [
            "vpc.DescribeVpcAttribute": ["VpcId": vpc],
            "vpc.CreateVSwitch": ["VpcId": vpc, "ZoneId": "cn-hangzhou-h", "CidrBlock": "10.1.77.0/24"],
            "nlb.CreateServerGroup": ["VpcId": vpc, "ServerGroupName": "one"],
        ]
        for (action, parameters) in parameters {
            let elsewhere = client.call(action, parameters, region: "cn-shanghai")
            #expect(elsewhere.status == 404, "\(action): \(elsewhere.code ?? "")")
            #expect(elsewhere.code?.contains("NotFound") == true, "\(action): \(elsewhere.code ?? "")")
            #expect(client.call(action, parameters).status == 200, "\(action)")
        }
    }
}
