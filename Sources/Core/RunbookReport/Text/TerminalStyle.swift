/// Colours and weights of terminal text, or none.
package struct TerminalStyle: Sendable {
    /// What a stretch of text is, which decides how it looks.
    package enum Role: String, Sendable {
        /// A problem that ends things: red, bold.
        case error = "1;31"
        /// A problem that does not, and what wants a person: yellow, bold.
        case warning = "1;33"
        /// Something to know: cyan, bold.
        case hint = "1;36"
        /// What went well: green.
        case good = "32"
        /// Lines and numbers around the text: blue.
        case frame = "34"
        /// Names and code: cyan.
        case code = "36"
        /// What matters: bold.
        case strong = "1"
        /// What matters less: faint.
        case faint = "2"
    }

    /// Whether anything is coloured.
    package let isColored: Bool

    /// Makes a style.
    package init(isColored: Bool) { self.isColored = isColored }

    /// The text in a role; the text itself when nothing is coloured.
    package func callAsFunction(_ text: String, _ role: Role) -> String {
        isColored && !text.isEmpty ? "\u{1B}[\(role.rawValue)m\(text)\u{1B}[0m" : text
    }
}
