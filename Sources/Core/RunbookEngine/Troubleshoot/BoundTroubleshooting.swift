import RunbookModel

/// A section that finds causes, bound.
package struct BoundTroubleshooting: Sendable {
    /// Something to look at.
    struct Item: Sendable {
        let title: Template
        /// The check that tells it; nil when a person looks.
        let check: BoundStep?
    }

    /// The heading.
    let title: String
    /// The positions of the steps whose failure it is about.
    let positions: [Int]
    let items: [Item]
}
