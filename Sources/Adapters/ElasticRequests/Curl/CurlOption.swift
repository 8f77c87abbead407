/// An option of curl, and what it means for a request.
struct CurlOption: Sendable {
    /// What an option is read as.
    enum Meaning: Sendable {
        /// The method.
        case method
        /// A URL.
        case url
        /// The user and the password.
        case user
        /// A header.
        case header
        /// A part of the body.
        case data(CurlData.Kind)
        /// The parts of the body go into the query.
        case get
        /// The method is HEAD.
        case head
        /// Braces and brackets in URLs stand for themselves.
        case globOff
        /// Only how curl talks to its user or to the network: says nothing about the request.
        case ignored
        /// Where the answer is written; only to nowhere.
        case output
        /// Whom to trust, and how to show who one is: the environment says so.
        case tls
        /// What cannot be done, and why.
        case refused(String)
    }

    /// The letter behind `-`; nil without one.
    let letter: Character?
    /// The word behind `--`.
    let name: String
    /// Whether a value follows.
    let takesValue: Bool
    /// What it means.
    let meaning: Meaning

    init(_ letter: Character?, _ name: String, value: Bool = false, _ meaning: Meaning) {
        self.letter = letter
        self.name = name
        takesValue = value
        self.meaning = meaning
    }
}
