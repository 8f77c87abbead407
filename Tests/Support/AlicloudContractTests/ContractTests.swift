import AlicloudContract
import Testing

struct ContractTests {
    @Test(arguments: [
        ("vpc", "2016-04-28", 20), ("cbn", "2017-09-12", 56), ("nlb", "2022-04-30", 31),
        ("privatelink", "2020-04-15", 36), ("elasticsearch", "2017-06-13", 49),
    ])
    func hasTheProducts(name: String, version: String, actions: Int) throws {
        let product = try #require(CloudProduct.named(name))
        #expect(product.version == version)
        #expect(product.actions.count == actions)
        #expect(CloudProduct.version(version)?.name == name)
    }

    @Test func readsTheFieldsOfAnAction() throws {
        let action = try #require(CloudProduct.named("nlb")?.actions["CreateServerGroup"])
        #expect(action.effect == .write && action.style == .rpc && action.path == "/")
        let name = try #require(action.parameter("ServerGroupName"))
        #expect(name.kind == .string && name.isRequired && name.place == .body)
        let check = try #require(action.parameter("HealthCheckConfig"))
        #expect(check.kind.fields.first { $0.name == "HealthCheckConnectPort" }?.kind == .integer)
        #expect(check.kind.fields.first { $0.name == "HealthCheckType" }?.values == ["TCP", "HTTP", "UDP"])
        #expect(check.kind.fields.first { $0.name == "HealthCheckHttpCode" }?.kind == .list(.string))
        #expect(action.response.map(\.name) == ["JobId", "RequestId", "ServerGroupId"])
        #expect(action.tokenName == "ClientToken")
    }

    @Test func readsWhatIsSentAsJSON() throws {
        let action = try #require(CloudProduct.named("cbn")?.actions["CreateTransitRouterVpcAttachment"])
        #expect(action.effect == .spend)
        #expect(action.parameter("TransitRouterVPCAttachmentOptions")?.isJSON == true)
        #expect(action.parameter("ZoneMappings")?.isJSON == false)
    }

    @Test func readsPathsMethodsAndBodies() throws {
        let actions = try #require(CloudProduct.named("elasticsearch")?.actions)
        let modify = try #require(actions["ModifyWhiteIps"])
        #expect(modify.methods == ["POST", "PATCH"] && modify.style == .roa)
        #expect(modify.parameters.first?.name == "InstanceId" && modify.parameters.first?.place == .path)
        #expect(modify.tokenName == "clientToken")
        #expect(actions["AddSnapshotRepo"]?.hasRawBody == true)
        let delete = try #require(actions["DeleteVpcEndpoint"])
        #expect(delete.parameters.map(\.name) == ["InstanceId", "EndpointId", "ClientToken"])
        #expect(delete.effect == .destroy)
        // It carries a request to the cluster, which may be a DELETE.
        #expect(actions["InvokeEsRequest"]?.effect == .destroy)
    }

    /// Every name on the wire is one word, and nothing of the text was lost between the lines.
    @Test(arguments: CloudProduct.names)
    func readsEveryAction(name: String) throws {
        for action in try #require(CloudProduct.named(name)).actions.values {
            for field in action.parameters + action.response { try check(field, of: action.name) }
            #expect(
                action.response.isEmpty || action.style == .roa || action.response.contains { $0.name == "RequestId" })
        }
    }

    private func check(_ field: CloudField, of action: String) throws {
        #expect(!field.name.isEmpty && !field.name.contains(" "), "\(action): \(field.name)")
        #expect(!field.values.contains { $0.isEmpty || $0.contains(" ") }, "\(action): \(field.name)")
        for inner in field.kind.fields { try check(inner, of: action) }
    }

    @Test func knowsTheDocumentedErrors() {
        let problem = CloudProblem.documented(
            "IllegalParam.ZoneId", product: "cbn", action: "CreateTransitRouterVpcAttachment")
        #expect(problem?.status == 400 && problem?.message == "The specified ZoneId is illegal.")
        let gateway = CloudProblem.documented("InvalidApi.NotFound", product: "nlb", action: "Nothing")
        #expect(gateway?.status == 404)
        #expect(CloudProblem.documented("Nobody.Knows", product: "nlb", action: "CreateListener") == nil)
    }

    @Test func tellsWhatPassesByItself() {
        #expect(
            RepeatRule.isTransient(
                "Operation.Blocking", status: 400, product: "cbn", action: "CreateTransitRouterVpcAttachment"))
        #expect(RepeatRule.isTransient("Throttling.User", status: 400, product: "vpc", action: "DescribeVpcs"))
        #expect(!RepeatRule.isTransient("IllegalParam.ZoneId", status: 400, product: "cbn", action: "CreateCen"))
        #expect(RepeatRule.isGone("InvalidVSwitchId.NotFound", status: 400, product: "vpc", action: "DeleteVSwitch"))
        #expect(
            RepeatRule.isGone(
                "ResourceNotFound.loadBalancer", status: 404, product: "nlb", action: "DeleteLoadBalancer"))
        #expect(!RepeatRule.isGone("InvalidApi.NotFound", status: 404, product: "nlb", action: "DeleteLoadBalancer"))
    }

    @Test func everyLifeCycleIsOfAKnownProduct() {
        for cycle in LifeCycle.table {
            #expect(CloudProduct.names.contains { cycle.resource.hasPrefix("\($0).") }, "\(cycle.resource)")
            #expect(cycle.creating != cycle.steady)
        }
        #expect(Set(LifeCycle.table.map(\.resource)).count == LifeCycle.table.count)
    }

    /// No waiting changes what was asked, or who asks.
    @Test(arguments: [
        ("InvalidParameter.Format", 400, true), ("MissingParameter", 400, true), ("SignatureDoesNotMatch", 400, true),
        ("InvalidAction.NotFound", 404, true), ("UnsupportedHTTPMethod", 405, true), ("Forbidden.RAM", 403, true),
        ("InstanceNotFound", 404, false), ("IncorrectStatus.Vpc", 400, false), ("InternalError", 500, false),
        ("InvalidParameter", 500, false),
    ])
    func someErrorsLast(code: String, status: Int, isLasting: Bool) {
        #expect(RepeatRule.isLasting(code, status: status) == isLasting)
    }
}
