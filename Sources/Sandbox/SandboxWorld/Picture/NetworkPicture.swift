/// What a network consists of, and what lets packets through it or stops them, for people to look at.
package struct NetworkPicture: Sendable, Hashable {
    /// What it is, such as the name of the cloud.
    package var title: String
    /// The regions, in the order in which they were asked for.
    package var regions: [PictureRegion]
    /// What joins the regions.
    package var links: [PictureItem]
    /// The ways through it.
    package var paths: [PicturePath]

    /// Makes a picture.
    package init(title: String, regions: [PictureRegion], links: [PictureItem], paths: [PicturePath]) {
        self.title = title
        self.regions = regions
        self.links = links
        self.paths = paths
    }
}
