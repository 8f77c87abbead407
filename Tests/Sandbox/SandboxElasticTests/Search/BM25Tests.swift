import Testing

@testable import SandboxElastic

struct BM25Tests {
    /// Scores that a real 7.0.0 gave.
    @Test func recordedScores() {
        let single = BM25(frequencies: [1], documents: 5, tokens: 5, boost: 1)
        #expect(single.score(frequency: 1, length: 1) == 1.3862944)
        let quick = BM25(frequencies: [1], documents: 2, tokens: 5, boost: 1)
        #expect(quick.score(frequency: 1, length: 3) == 0.6407243)
        let slow = BM25(frequencies: [1], documents: 2, tokens: 5, boost: 1)
        #expect(slow.score(frequency: 1, length: 2) == 0.75491273)
        let phrase = BM25(frequencies: [1, 2], documents: 2, tokens: 5, boost: 1)
        #expect(phrase.score(frequency: 1, length: 2) == 0.9534808)
        let keyword = BM25(frequencies: [1], documents: 2, tokens: 2, boost: 1)
        #expect(keyword.score(frequency: 1, length: nil) == 0.6931472)
    }

    @Test(arguments: [(0, 0), (23, 23), (24, 24), (39, 39), (40, 40), (41, 40), (1000, 984)])
    func lengthsLoseDigits(length: Int, stored: Int) {
        #expect(BM25.storedLength(length) == stored)
    }
}
