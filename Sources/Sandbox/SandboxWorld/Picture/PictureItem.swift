/// Something that was built in a network, with what is inside it.
package struct PictureItem: Sendable, Hashable {
    /// What it is, in a word or two: `load balancer`.
    package var kind: String
    /// What the network calls it.
    package var id: String
    /// What people call it; empty when it has no other name.
    package var name: String
    /// Its state in the network's own word; empty when it has none.
    package var state: String
    /// How it is doing.
    package var tone: PictureTone
    /// What is worth knowing of it, such as its range of addresses.
    package var details: [String]
    /// What is inside it.
    package var parts: [PictureItem]

    /// Makes a thing.
    package init(
        kind: String, id: String, name: String = "", state: String = "", tone: PictureTone = .good,
        details: [String] = [], parts: [PictureItem] = []
    ) {
        self.kind = kind
        self.id = id
        self.name = name
        self.state = state
        self.tone = tone
        self.details = details
        self.parts = parts
    }
}
