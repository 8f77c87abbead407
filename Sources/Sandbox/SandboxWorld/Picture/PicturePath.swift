/// A way through a network, from one system to another.
package struct PicturePath: Sendable, Hashable {
    /// Where it leads, such as `es-cn-a → es-cn-b`.
    package var title: String
    /// What can be said of it in a few words, such as the state of the health check.
    package var facts: [String]
    /// Whether packets get through; nil when too little is built to tell.
    package var isOpen: Bool?
    /// The stops, in their order.
    package var hops: [PictureHop]

    /// Makes a way.
    package init(title: String, facts: [String], isOpen: Bool?, hops: [PictureHop]) {
        self.title = title
        self.facts = facts
        self.isOpen = isOpen
        self.hops = hops
    }
}
