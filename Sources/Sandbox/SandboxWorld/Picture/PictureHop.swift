/// A stop on the way of a packet.
package struct PictureHop: Sendable, Hashable {
    /// What it is.
    package var title: String
    /// Its state in the network's own words.
    package var state: String
    /// How it is doing: the worst of its state and its checks.
    package var tone: PictureTone
    /// What must hold here.
    package var checks: [PictureCheck]

    /// Makes a stop.
    package init(title: String, state: String, tone: PictureTone, checks: [PictureCheck]) {
        self.title = title
        self.state = state
        self.tone = tone
        self.checks = checks
    }
}
