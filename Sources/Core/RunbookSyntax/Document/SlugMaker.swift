/// Makes the anchors that hosts of Markdown give to headings.
struct SlugMaker {
    private var counts: [String: Int] = [:]

    /// The anchor of a heading: lower case, blanks as `-`, punctuation dropped; a repeated one gets `-1`, `-2`.
    mutating func slug(of title: String) -> String {
        var slug = ""
        for character in title.lowercased() {
            if character.isLetter || character.isNumber || character == "-" || character == "_" {
                slug.append(character)
            } else if character.isWhitespace {
                slug.append("-")
            }
        }
        let count = counts[slug, default: 0]
        counts[slug] = count + 1
        return count == 0 ? slug : "\(slug)-\(count)"
    }
}
