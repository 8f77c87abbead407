import OrderedJSON
import RunbookRun

/// The body of a response as a person reads it on a terminal: lists of objects as tables, JSON folded, anything else as it
/// came.
struct ResponseText {
    /// The text.
    let text: String

    /// Shapes a response.
    ///
    /// - Parameters:
    ///   - width: The columns of a line of JSON.
    ///   - limit: The columns of a line of a table, which nothing can break.
    ///   - isFolded: Whether long lists and deep objects are folded away.
    init(_ response: ResponseRecord, width: Int, limit: Int, isFolded: Bool) {
        let start = response.text.utf8.first { $0 > 0x20 }
        let isStructure = start == UInt8(ascii: "{") || start == UInt8(ascii: "[")
        guard isStructure, let json = try? JSON(parsing: response.text) else {
            text = response.text
            return
        }
        text = JSONTable.text(json, width: limit) ?? FoldedJSON(width: width, isFolded: isFolded).text(json)
    }
}
