import Glibc

/// The score of a term in a field of a document, as Lucene 8 with Elasticsearch's defaults computes it.
///
/// k1 is 1.2 and b is 0.75; the arithmetic is done in the same widths, so that the digits agree.
struct BM25: Sendable {
    private let weight: Float
    private let averageLength: Float
    /// Whether the score is what the frequency takes away of the weight, which rounds differently.
    private let roundsLess: Bool

    /// - Parameters:
    ///   - frequencies: For each term of the clause (one, or those of a phrase) the number of documents that have it.
    ///   - documents: The number of documents that have the field.
    ///   - tokens: The number of tokens in the field over all documents.
    init(frequencies: [Int], documents: Int, tokens: Int, boost: Float, roundsLess: Bool = false) {
        self.roundsLess = roundsLess
        let idf = frequencies.reduce(0.0) { sum, frequency in
            let odds = (Double(documents - frequency) + 0.5) / (Double(frequency) + 0.5)
            return sum + Double(Float(log(1 + odds)))
        }
        weight = boost * (1 + 1.2) * Float(idf)
        averageLength = Float(Double(tokens) / Double(max(documents, 1)))
    }

    /// - Parameters:
    ///   - frequency: How often the term is in the field.
    ///   - length: The number of tokens in the field; nil for fields that do not keep it.
    func score(frequency: Int, length: Int?) -> Float {
        let length = Float(BM25.storedLength(length ?? 1))
        let k1: Float = 1.2
        let b: Float = 0.75
        let norm = k1 * ((1 - b) + b * length / averageLength)
        if roundsLess { return weight - weight / (1 + Float(frequency) * (1 / norm)) }
        return weight * Float(Double(frequency) / (Double(frequency) + Double(norm)))
    }

    /// The length that is left after Lucene has kept it in one byte (`SmallFloat.byte4ToInt`).
    static func storedLength(_ length: Int) -> Int {
        guard length >= 24 else { return length }
        let rest = length - 24
        let bits = Int.bitWidth - rest.leadingZeroBitCount
        guard bits >= 4 else { return length }
        let shift = bits - 4
        return 24 + (rest >> shift) << shift
    }
}
