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

    /// What the server's reader says of a text that is not a name.
    private static func problem(_ text: String) -> ElasticError {
        let letters = text.utf8.filter { $0 != UInt8(ascii: "=") }
        if letters.count % 4 == 1 { return .illegalArgument("Last unit does not have enough valid bits") }
        guard letters.allSatisfy({ alphabet.contains($0) || "-_".utf8.contains($0) }) else {
            return .illegalArgument("Illegal base64 character")
        }
        var bits = (value: 0, count: 0)
        var bytes: [Int] = []
        for letter in letters {
            let plain =
                letter == UInt8(ascii: "-")
                ? UInt8(ascii: "+") : letter == UInt8(ascii: "_") ? UInt8(ascii: "/") : letter
            bits = ((bits.value << 6 | (alphabet.firstIndex(of: plain) ?? 0)) & 0xFFFF, bits.count + 6)
            if bits.count >= 8 {
                bits.count -= 8
                bytes.append(bits.value >> bits.count & 0xFF)
            }
        }
        // The reader takes the first bytes for the length of a text, seven bits of each, and looks behind the end.
        var (length, place) = (0, 0)
        while place < min(bytes.count, 5) {
            length |= (bytes[place] & 0x7F) << (7 * place)
            place += 1
            if bytes[place - 1] < 0x80 { break }
        }
        return ElasticError(
            "array_index_out_of_bounds_exception",
            "arraycopy: last source index \(place + length) out of bounds for byte[\(bytes.count)]")
    }

    /// The number of a name; -1 for a name that another server may have given.
    ///
    /// - Throws: The server's error for a text that is not a name.
    static func number(_ text: String) throws(ElasticError) -> Int {
        guard let begin = [newer, older].first(where: text.hasPrefix) else {
            throw .illegalArgument(
                "Cannot parse scroll id", cause: problem(text))
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
