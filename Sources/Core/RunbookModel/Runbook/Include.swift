/// Which document an include runs, and what it passes to it.
public struct Include: Sendable, Hashable {
    /// `theirs=ours`: a parameter or target of the included document, and what it is here.
    public struct Passing: Sendable, Hashable {
        /// The name in the included document.
        public let theirs: Located<String>
        /// The name in the document that includes it.
        public let ours: Located<String>

        /// Makes a passing.
        public init(theirs: Located<String>, ours: Located<String>) {
            self.theirs = theirs
            self.ours = ours
        }
    }

    /// The file, by its path from the document that includes it.
    public let file: Located<String>
    /// The anchor of the section that is run; nil for the whole document.
    public let fragment: String?
    /// What is passed under another name.
    public let passings: [Passing]

    /// Makes an include.
    public init(file: Located<String>, fragment: String?, passings: [Passing]) {
        self.file = file
        self.fragment = fragment
        self.passings = passings
    }

    /// The link as it was written: `FILE` or `FILE#SECTION`.
    public var link: String { file.value + (fragment.map { "#" + $0 } ?? "") }
}
