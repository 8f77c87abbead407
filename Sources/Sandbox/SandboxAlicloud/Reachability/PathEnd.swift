/// What a predicate about both ends of a path is about, told from its name behind the colon: `TF`, `AL`,
/// `peer@TL(return)`.
struct PathEnd {
    /// The name.
    let name: String
    /// The side of the follower or of the leader.
    let side: Topology.Side
    /// Whose side it is: `follower` or `leader`.
    let owner: String
    /// Where the packets go that do not arrive.
    let destination: String

    init(named name: String, in topology: Topology) {
        self.name = name
        let isLeader = PathEnd.mark(of: name) == "L"
        side = isLeader ? topology.far : topology.near
        owner = isLeader ? "leader" : "follower"
        destination = name.hasSuffix("(return)") ? "the load balancer" : "the leader"
    }

    /// The side that a name is about, `F` or `L`: its last letter, such as that of `AF@TF(return)`.
    static func mark(of name: String) -> Character? { name.prefix { $0 != "(" }.last }
}
