import AlicloudContract
import OrderedJSON

/// A kind of resource: how one is found, made, changed and taken away.
///
/// All of it is data. Arguments are shapes: a text `$Name` in one is the value of that key of the block, or of that
/// field of what was found. What has no value is omitted, and so are objects and lists that are empty for that reason.
struct ResourceKind: Sendable {
    /// The name behind `alicloud/`, such as `nlb.ServerGroup`.
    let name: String
    /// One sentence about it.
    let summary: String
    /// How it is looked for.
    let find: Lookup
    /// How the one that a run made is looked for, by its ID; nil where `find` asks for nothing that can be changed.
    var findMade: Lookup?
    /// The keys that tell one of this kind from another.
    let identity: [String]
    /// Keys that must be there although the API can do without.
    var needs: Set<String> = []
    /// How it is made.
    let create: Step
    /// How what differs is changed.
    var updates: [Update] = []
    /// How it is taken away.
    let delete: Step
    /// How it is taken away when nothing of its list would be left.
    var emptied: Step?
    /// Fields that must have these values before it can be used, besides the state of its life cycle.
    var settled: [String: String] = [:]
    /// Another resource that must be active before it can be used, as Elasticsearch instances are.
    var owner: Owner?
    /// The names of fields in lists, where they differ from those of keys.
    var aliases: [String: String] = [:]
    /// Keys that say how it is made and cannot be seen afterwards.
    var unseen: Set<String> = []
    /// Keys that are ours, not the API's.
    var own: [OwnKey] = []
    /// Keys that list what must be there among more.
    var subsets: Set<String> = []
    /// What `TagResources` calls the kind; nil where tags of what exists cannot be changed.
    var tagType: String?
    /// What is joined to it once it is there.
    var joins: [Join] = []
    /// What the cloud deletes with it, and others may have made.
    var parts: Parts?
    /// What keeps the cloud from deleting it.
    var holders: [Parts] = []
    /// What is read besides, into the fields of what was found.
    var extras: [Extra] = []
    /// The fields that change places when it is looked at from its other end; empty for what has no two ends.
    var ends: [Ends] = []

    /// An action with its arguments.
    struct Step: Sendable {
        /// `product.Action`.
        let action: String
        let arguments: JSON
        /// Whether all keys of the block are arguments as well.
        var takesKeys = false
    }

    /// A look-up: rows of a list.
    struct Lookup: Sendable {
        let step: Step
        /// The names down to the list; empty when the response itself is the one row.
        let path: [String]
    }

    /// An action that changes some keys.
    struct Update: Sendable {
        let step: Step
        let keys: [String]
    }

    /// Something that must come to rest before the resource can be used.
    struct Owner: Sendable {
        let step: Step
        let path: [String]
        let field: String
        let wanted: String
    }

    /// A key of ours.
    struct OwnKey: Sendable {
        let name: String
        let kind: CloudField.Kind
        var isRequired = false
        /// The values that it may have; empty for any.
        var values: [String] = []
        let summary: String
    }

    /// For each element of a key: something that must be there as well.
    struct Join: Sendable {
        /// The key of ours that lists what it is joined with; `$Item` in shapes.
        let key: String
        let find: Lookup
        let create: Step
        /// How another one is replaced, where there can be only one; nil where there can be several.
        var exchange: Exchange?
    }

    /// How what something is joined with is replaced, where the things of one owner exclude each other.
    struct Exchange: Sendable {
        /// All that it is joined with.
        let all: Lookup
        /// The lists of what it can be joined with.
        let choices: [Lookup]
        /// The field with the ID, in all of these lists.
        let id: String
        /// The field with the owner, in the lists of what it can be joined with.
        let owner: String
        let replace: Step
    }

    /// Things that belong to a resource, or use it.
    struct Parts: Sendable {
        /// What one of them is called, with its article.
        let noun: String
        let find: Lookup
        /// The field with its ID.
        let id: String
        /// What is listed first, where the things are listed by its rows; empty where one list has them all.
        var within: [Lookup] = []
        /// The field of the resource that one of them has somewhere; nil where all in the list count.
        var field: String?
    }

    /// A field that another look-up gives.
    struct Extra: Sendable {
        let field: String
        let find: Lookup
        let from: String
    }

    /// A field of one end of a connection, and the same of the other end.
    struct Ends: Sendable {
        let near: String
        let far: String
    }

    /// The field with the ID that the cloud gives each one; nil for a kind that is known by its keys alone.
    var id: String? {
        let own = Set(own.map(\.name)).union(identity)
        let given = CloudCalls.action(create.action)?.parameters.map(\.name) ?? []
        return foundNames.first { name in
            name == choice || name != "RegionId" && !own.contains(name) && !given.contains(name)
        }
    }

    /// The fields that a look-up shows of one, by the contract; empty where the contract does not say.
    var visible: [CloudField] {
        find.path.reduce(CloudCalls.action(find.step.action)?.response ?? []) { fields, name in
            fields.first { $0.name == name }?.kind.fields ?? []
        }
    }

    /// The names of what taking it away asks for, its ID among them.
    var foundNames: [String] { Shape.names(in: delete.arguments) }

    /// The action that changes some of the keys; nil when nothing does.
    func update(of name: String) -> Update? {
        if let update = updates.first(where: { $0.keys.contains(name) }) { return update }
        guard name == "Tag", let tagType, let id = foundNames.first(where: { $0 != "RegionId" }) else { return nil }
        let product = String(self.name.prefix { $0 != "." })
        return Update(
            step: Step(
                action: "\(product).TagResources",
                arguments: [
                    "RegionId": "$RegionId", "ResourceType": .string(tagType), "ResourceId": [.string("$\(id)")],
                    "Tag": "$Tag",
                ]), keys: ["Tag"])
    }

    /// The keys that identify one, and those that it cannot be without: their values are never empty.
    var essential: Set<String> {
        let optional = Set(own.filter { !$0.isRequired }.map(\.name))
        return Set(identity).union(needs).union(own.filter(\.isRequired).map(\.name)).subtracting(optional)
    }

    /// The key that chooses one of several by its ID; nil for a kind without such a key.
    ///
    /// A key that is sent to make one does not choose.
    var choice: String? {
        let given = Set(Shape.names(in: create.arguments))
        return identity.first { name in own.contains { $0.name == name && !$0.isRequired } && !given.contains(name) }
    }

    /// The life cycle of it.
    var cycle: LifeCycle? { LifeCycle.of(name) }

    /// The kind called so.
    static func named(_ name: String) -> ResourceKind? { all.first { $0.name == name } }
}
