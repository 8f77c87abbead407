import OrderedJSON
import RunbookRun

/// The body of a response as people read it.
struct ReadableResponse {
    /// JSON with one member a line, anything else as it came.
    let text: String
    /// Whether it is JSON.
    let isJSON: Bool
    /// The length in bytes of the whole, where `text` is less than that.
    let length: Int?

    init(_ response: ResponseRecord) {
        let isStructure = response.text.hasPrefix("{") || response.text.hasPrefix("[")
        let json = isStructure ? try? JSON(parsing: response.text) : nil
        text = json?.text(.pretty) ?? response.text
        isJSON = json != nil
        length = json == nil ? response.shownLength : nil
    }
}
