/// A place in which things are built.
package struct PictureRegion: Sendable, Hashable {
    /// Its name.
    package var name: String
    /// The systems of the sandbox that are its endpoints.
    package var systems: [String]
    /// What is in it.
    package var items: [PictureItem]

    /// Makes a region.
    package init(name: String, systems: [String], items: [PictureItem]) {
        self.name = name
        self.systems = systems
        self.items = items
    }
}
