/// One token of a jq filter, as far as names and brackets are concerned.
struct FilterToken: Sendable, Hashable {
    /// What a token is.
    enum Kind: Sendable, Hashable {
        /// A name without `$` or `.`: a keyword, a function, an object key, a format such as `@base64`.
        case word
        /// `.name`.
        case field
        /// `$name`.
        case variable
        /// `( [ {`, the `"` that begins a string, or the `\(` in one.
        case open(UInt8)
        /// What closes it: `) ] }` or `"`.
        case close(UInt8)
        /// Any other sign, and numbers.
        case sign
    }

    /// What it is.
    let kind: Kind
    /// Its text, of a variable without `$`.
    let text: String
    /// Its bytes in the filter.
    let range: Range<Int>
}
