import OrderedJSON
import RunbookModel

/// The body of an answer as people read it.
struct ReadableAnswer {
    /// JSON with one member a line, anything else as it came.
    let text: String
    /// Whether it is JSON.
    let isJSON: Bool
    /// The length in bytes of the whole, where `text` is less than that.
    let length: Int?

    init(_ answer: AnswerRecord) {
        let isStructure = answer.text.hasPrefix("{") || answer.text.hasPrefix("[")
        let json = isStructure ? try? JSON(parsing: answer.text) : nil
        text = json?.text(.pretty) ?? answer.text
        isJSON = json != nil
        length = json == nil ? answer.length : nil
    }
}
