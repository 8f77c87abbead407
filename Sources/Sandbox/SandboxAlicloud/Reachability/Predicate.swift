/// One thing that must hold for a follower to reach its leader.
package struct Predicate: Sendable {
    /// What follows when it does not hold.
    package enum Weight: Sendable, Hashable {
        /// No packet arrives.
        case path
        /// Packets arrive, and it should be put right all the same.
        case finding
    }

    /// The identifier, such as `P4.peer-bandwidth`; more than one thing of a kind has it behind a colon.
    package let id: String
    /// What follows when it does not hold.
    package let weight: Weight
    /// Why it must hold, a sentence.
    package let explanation: String
    /// What is there instead, for one of the things of which it does not hold; a sentence.
    let fact: @Sendable (Topology, String) -> String
    /// The things of which it does not hold, as they are named behind the colon; `""` for the one there is.
    let broken: @Sendable (Topology) -> [String]

    /// A predicate about several things of a kind, at one end of the path or the other.
    static func each(
        _ id: String, _ explanation: String, fact: @escaping @Sendable (PathEnd) -> String,
        broken: @escaping @Sendable (Topology) -> [String]
    ) -> Predicate {
        Predicate(
            id: id, weight: .path, explanation: explanation, fact: { fact(PathEnd(named: $1, in: $0)) }, broken: broken)
    }

    /// A predicate about one thing.
    static func one(
        _ id: String, _ explanation: String, weight: Weight = .path, fact: @escaping @Sendable (Topology) -> String,
        holds: @escaping @Sendable (Topology) -> Bool
    ) -> Predicate {
        Predicate(
            id: id, weight: weight, explanation: explanation, fact: { topology, _ in fact(topology) },
            broken: { holds($0) ? [] : [""] })
    }

    /// The predicate, where the two ends are in different networks.
    var betweenNetworks: Predicate {
        Predicate(id: id, weight: weight, explanation: explanation, fact: fact) { [broken] in
            $0.isOneNetwork ? [] : broken($0)
        }
    }
}
