/// A part of a body, as an option of curl gives it.
struct CurlData {
    /// How the option treats its value.
    enum Kind: Sendable {
        /// `@` begins a file's name; line ends of a file are removed.
        case text
        /// Nothing has a meaning.
        case raw
        /// `@` begins a file's name; its bytes are kept.
        case binary
        /// Percent-encoded, behind a name and `=` if there is one.
        case encoded
        /// As `binary`, and the body is JSON whatever the headers say.
        case json
    }

    /// How it is treated.
    let kind: Kind
    /// The text.
    let word: ShellWord
    /// Whether the text is the here-document.
    let isInput: Bool
}
