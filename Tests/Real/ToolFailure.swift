/// Something that a test needs did not work.
struct ToolFailure: Error, CustomStringConvertible {
    /// What did not work.
    let description: String
}
