import RunbookModel

/// How a bound document is included in another one.
package struct Inclusion: Sendable, Hashable {
    /// The real path of its file.
    package let path: String
    /// The path by which the include names it.
    package let name: String
    /// The titles of the headings around the include.
    let headings: [String]
    /// The headings around the section that is run, which are not shown.
    let omittedHeadings: Int
    /// What each of its targets is in the document that includes it.
    package let targets: [String: String]
    /// What gives each of its parameters a value in the document that includes it.
    package let parameters: [String: String]
}
