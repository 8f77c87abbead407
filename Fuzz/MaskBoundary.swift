import OrderedJSON
import RunbookModel

/// A secret, a zero byte, and a text that may carry it.
enum MaskBoundary {
    static func feed(_ bytes: [UInt8]) {
        let (first, other) = bytes.halves
        let secret = String(decoding: first, as: UTF8.self)
        let text = String(decoding: other, as: UTF8.self)
        let masker = Masker(secrets: [secret])
        _ = masker.masked(text)
        // What stands for a secret is itself no secret.
        guard secret.unicodeScalars.count >= Masker.minimumLength, !secret.utf8.contains(UInt8(ascii: "*")) else {
            return
        }
        let carried = [
            "\(text)\(secret)\(text)", JSON.string("\(text) \(secret)").text(),
            "a=" + secret.utf8.map { "%" + ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined(),
        ]
        for carrier in carried {
            let masked = masker.masked(carrier)
            promise(masked.utf8.contains(UInt8(ascii: "*")), "a secret is found: \(carrier)")
            promise(
                !contains(Array(masked.utf8), Array(secret.utf8)) || contains(Array(text.utf8), Array(secret.utf8)),
                "a masked text does not hold the secret: \(carrier)")
        }
    }

    private static func contains(_ text: [UInt8], _ part: [UInt8]) -> Bool {
        guard text.count >= part.count else { return false }
        return (0...text.count - part.count).contains { text[$0...].starts(with: part) }
    }
}
