import AlicloudContract
import OrderedJSON
import RunbookModel
import RunbookPlugin
import Testing

@testable import AlicloudHandler

/// What a declaration names must be in the contract.
struct ResourceKindTests {
    @Test(arguments: ResourceKind.all.map(\.name)) func namesWhatTheContractHas(name: String) throws {
        let kind = try #require(ResourceKind.named(name))
        let lookups =
            [kind.find] + [kind.findMade].compactMap(\.self) + kind.joins.map(\.find) + kind.extras.map(\.find)
            + ([kind.parts].compactMap(\.self) + kind.holders).flatMap { [$0.find] + $0.within }
            + kind.joins.compactMap(\.exchange).flatMap { [$0.all] + $0.choices }
        for lookup in lookups {
            let action = try action(lookup.step.action)
            #expect(action.effect == .read, "\(lookup.step.action)")
            try check(lookup.path, in: action.response, of: lookup.step.action)
        }
        let steps =
            [kind.create, kind.delete] + kind.updates.map(\.step) + kind.joins.map(\.create)
            + kind.joins.compactMap(\.exchange?.replace) + lookups.map(\.step)
            + [kind.emptied, kind.owner?.step, kind.update(of: "Tag")?.step].compactMap(\.self)
        for step in steps {
            let action = try action(step.action)
            for member in step.arguments.object ?? JSONObject() where member.name != "body" || !action.hasRawBody {
                #expect(action.parameter(member.name) != nil, "\(step.action) has no \(member.name)")
            }
        }
        for update in kind.updates where !kind.subsets.contains(update.keys[0]) {
            let action = try action(update.step.action)
            for key in update.keys where update.step.arguments[key] == nil {
                let isInside = update.step.arguments.text().contains("\"$\(key)")
                #expect(isInside || action.parameter(key) != nil, "\(update.step.action) has no \(key)")
            }
        }
    }

    /// What an action can change of a resource must not decide whether the one that a run made is found.
    @Test(arguments: ResourceKind.all.map(\.name)) func whatARunMadeIsFoundByWhatStays(name: String) throws {
        let kind = try #require(ResourceKind.named(name))
        let lookup = kind.findMade ?? kind.find
        #expect(kind.findMade == nil || Shape.names(in: lookup.step.arguments).contains(kind.id ?? "none"))
        let asked = Set(Shape.names(in: lookup.step.arguments)).subtracting([kind.id ?? "", "RegionId"])
        let product = String(name.prefix { $0 != "." })
        for action in (CloudProduct.named(product)?.actions ?? [:]).values where action.effect != .read {
            guard let id = kind.id, action.parameter(id) != nil,
                ["Update", "Modify"].contains(where: action.name.hasPrefix)
            else { continue }
            for key in asked where action.parameter(key) != nil {
                Issue.record("\(action.name) can change \(key), so \(name) needs `findMade`")
            }
        }
    }

    @Test func theFieldWithTheIDIsKnown() {
        let ids = ResourceKind.all.map { "\($0.name) \($0.id ?? "-")" }
        #expect(
            Set(ids) == [
                "vpc.VSwitch VSwitchId", "cbn.Cen CenId", "cbn.TransitRouter TransitRouterId",
                "cbn.TransitRouterVpcAttachment TransitRouterAttachmentId",
                "cbn.TransitRouterPeerAttachment TransitRouterAttachmentId", "nlb.ServerGroup ServerGroupId",
                "nlb.ServerGroupServer -", "nlb.LoadBalancer LoadBalancerId", "nlb.Listener ListenerId",
                "privatelink.VpcEndpointService ServiceId", "elasticsearch.WhiteIps -",
                "elasticsearch.VpcEndpoint endpointId", "elasticsearch.ConnectedCluster -",
                "elasticsearch.SnapshotRepo -",
            ])
    }

    /// A request that only asks whether it would be accepted makes no resource.
    @Test(arguments: ResourceKind.all.map(\.name)) func aDryRunIsNoKeyOfAResource(name: String) throws {
        let keys = try #require(CloudOperation(name)).schema.keys
        #expect(!keys.contains { $0.name.lowercased() == "dryrun" })
    }

    /// However it is written, a removal is one before a person is asked.
    @Test(arguments: [
        "state: absent", "state: \"absent\"", "state: 'absent'", "\"state\": absent", "state : absent",
        "state:\n  absent",
        "state: >-\n  absent", "state: ${what}", "${key}: absent",
    ])
    func aRemovalIsKnownByItsValue(line: String) {
        #expect(CloudOperation.isRemoval("uses: alicloud/cbn.Cen\nName: one\n\(line)\n"))
        #expect(!CloudOperation.isRemoval("uses: alicloud/cbn.Cen\nName: absent\n# \(line.prefix { $0 != "\n" })\n"))
    }

    /// The check before a run rejects an empty text for a key that identifies a resource.
    @Test(arguments: ResourceKind.all.map(\.name)) func whatIdentifiesIsNotEmpty(name: String) throws {
        let kind = try #require(ResourceKind.named(name))
        let keys = try #require(CloudOperation(name)).schema.keys
        for essential in kind.essential {
            let key = try #require(keys.first { $0.name == essential }, "\(name) has no \(essential)")
            guard case .scalar(let schema) = key.value, schema.kind == .string, schema.choices == nil else { continue }
            #expect(schema.problems(with: "").isEmpty == false, "\(name) \(essential)")
        }
        if let choice = kind.choice, case .scalar(let schema)? = keys.first(where: { $0.name == choice })?.value {
            #expect(schema.problems(with: "").isEmpty)
        }
    }

    private func action(_ name: String) throws -> CloudAction {
        let parts = name.split(separator: ".").map(String.init)
        return try #require(CloudProduct.named(parts[0])?.actions[parts[1]], "\(name)")
    }

    private func check(_ path: [String], in fields: [CloudField], of action: String) throws {
        var fields = fields
        for name in path {
            let field = try #require(fields.first { $0.name == name }, "\(action) has no \(name)")
            fields = field.kind.fields
        }
    }

    @Test func thereAreAllThatTheRunbooksNeed() {
        #expect(
            Set(ResourceKind.all.map(\.name)) == [
                "vpc.VSwitch", "cbn.Cen", "cbn.TransitRouter", "cbn.TransitRouterVpcAttachment",
                "cbn.TransitRouterPeerAttachment", "nlb.ServerGroup", "nlb.ServerGroupServer", "nlb.LoadBalancer",
                "nlb.Listener", "privatelink.VpcEndpointService", "elasticsearch.WhiteIps",
                "elasticsearch.VpcEndpoint", "elasticsearch.ConnectedCluster", "elasticsearch.SnapshotRepo",
            ])
    }
}
