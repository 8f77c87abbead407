package import RunbookModel

/// The steps of a runbook and what joins them, as pictures and lists show them.
package struct GraphView: Sendable, Hashable {
    /// A step.
    @dynamicMemberLookup
    package struct Node: Sendable, Hashable {
        /// What tells it from others, the title as it is written; its members can be read as those of the step.
        package let heading: StepHeading
        /// Why a person is asked; nil when nobody is.
        package let gate: String?
        /// The alternatives it belongs to, such as `mode: new, both`; all must be chosen.
        package let alternatives: [String]
        /// The filters of its `when`; all must hold.
        package let conditions: [String]

        /// Makes a step.
        package init(
            heading: StepHeading, gate: String? = nil, alternatives: [String] = [], conditions: [String] = []
        ) {
            self.heading = heading
            self.gate = gate
            self.alternatives = alternatives
            self.conditions = conditions
        }

        /// A member of the heading.
        package subscript<Value>(dynamicMember member: KeyPath<StepHeading, Value>) -> Value {
            heading[keyPath: member]
        }
    }

    /// What joins two steps.
    package struct Edge: Sendable, Hashable {
        /// What an edge means.
        package enum Kind: Sendable, Hashable {
            /// The second waits for the first, as the document's order has it.
            case order
            /// The second waits for the first because its `needs` says so.
            case needs
            /// The first gives the second a value, under these names.
            case values([String])
            /// The first is the check that makes the second needless.
            case unless
        }

        /// The position of the first step.
        package let from: Int
        /// The position of the second step.
        package let to: Int
        /// What it means.
        package let kind: Kind

        /// Makes an edge.
        package init(from: Int, to: Int, _ kind: Kind) {
            self.from = from
            self.to = to
            self.kind = kind
        }
    }

    /// The runbook's title.
    package let title: String
    /// The document.
    package let file: String
    /// The steps in document order.
    package let nodes: [Node]
    /// What joins them, by the second step's position.
    package let edges: [Edge]
    /// The positions in the order they run.
    package let order: [Int]

    /// Makes a graph; edges between positions that do not exist are omitted.
    package init(title: String, file: String, nodes: [Node], edges: [Edge], order: [Int]) {
        self.title = title
        self.file = file
        self.nodes = nodes
        self.edges = edges.filter { nodes.indices.contains($0.from) && nodes.indices.contains($0.to) }
        self.order = order.filter(nodes.indices.contains)
    }

    /// Whether the steps run in another order than they stand.
    package var isReordered: Bool { order != Array(nodes.indices) }
}
