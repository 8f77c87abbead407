/// A condition that must hold for packets to arrive.
package struct PictureCheck: Sendable, Hashable {
    /// Its name.
    package var id: String
    /// Why it must hold, a sentence.
    package var explanation: String
    /// Whether it holds, and what follows where it does not.
    package var tone: PictureTone

    /// Makes a condition.
    package init(id: String, explanation: String, tone: PictureTone) {
        self.id = id
        self.explanation = explanation
        self.tone = tone
    }
}
