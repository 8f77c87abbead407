/// The name of a search whose hits are fetched in portions, as clients hand it on.
enum ScrollID {
    private static let older = "DnF1ZXJ5VGhlbkZldGNo"
    private static let newer = "FGluY2x1ZGVfY29udGV4dF91dWlkDnF1ZXJ5VGhlbkZldGNo"
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)

    /// The name of a number: the beginning that real names have, and the number in letters.
    static func text(_ number: Int, _ profile: Profile) -> String {
        var rest = number
        var letters: [UInt8] = []
        for _ in 0..<12 {
            letters.append(alphabet[rest % 64])
            rest /= 64
        }
        let begin = profile.has(.contextsHaveIdentifiers) ? newer : older
        return begin + String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// The number of a name; -1 for a name that another server may have given.
    ///
    /// - Throws: The server's error for a text that is not a name.
    static func number(_ text: String) throws(ElasticError) -> Int {
        guard let begin = [newer, older].first(where: text.hasPrefix) else {
            throw .illegalArgument(
                "Cannot parse scroll id", cause: .illegalArgument("Last unit does not have enough valid bits"))
        }
        let letters = text.utf8.dropFirst(begin.utf8.count)
        guard letters.count == 12 else { return -1 }
        var number = 0
        for letter in letters {
            guard let digit = alphabet.firstIndex(of: letter), number < 1 << 56 else { return -1 }
            number = number * 64 + digit
        }
        return number
    }
}
