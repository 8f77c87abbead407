/// The word that was probably meant: one that begins with `word`, else the nearest by edit distance, within a third of
/// the length.
func nearest(to word: String, among candidates: [String]) -> String? {
    let typed = Array(word.lowercased())
    // Quadratic work is for words that somebody typed.
    guard (1...64).contains(typed.count) else { return nil }
    let distances = candidates.map { candidate in
        let letters = Array(candidate.lowercased())
        let isPrefix = typed.count >= 3 && letters.starts(with: typed)
        return (candidate, isPrefix ? 0 : editDistance(typed, letters))
    }
    guard let best = distances.min(by: { $0.1 < $1.1 }), best.1 <= max(1, typed.count / 3), best.1 < typed.count else {
        return nil
    }
    return best.0
}

/// The least number of insertions, deletions, replacements and swaps of neighbours that make one of the other.
///
/// It is the optimal string alignment distance: no part is edited twice.
func editDistance<Element: Equatable>(_ left: [Element], _ right: [Element]) -> Int {
    if left.isEmpty || right.isEmpty { return max(left.count, right.count) }
    var beforeLast: [Int] = []
    var last = Array(0...right.count)
    for i in 1...left.count {
        var row = [i]
        for j in 1...right.count {
            let replaced = last[j - 1] + (left[i - 1] == right[j - 1] ? 0 : 1)
            var best = min(replaced, last[j] + 1, row[j - 1] + 1)
            if i > 1, j > 1, left[i - 1] == right[j - 2], left[i - 2] == right[j - 1] {
                best = min(best, beforeLast[j - 2] + 1)
            }
            row.append(best)
        }
        (beforeLast, last) = (last, row)
    }
    return last[right.count]
}

/// A word in backticks with control and formatting characters made visible, because it may come from anywhere.
func quoted(_ word: String) -> String {
    var text = "`"
    for scalar in word.unicodeScalars {
        switch scalar.properties.generalCategory {
        case .control, .format, .lineSeparator, .paragraphSeparator:
            text += "\\u{\(String(scalar.value, radix: 16))}"
        default:
            text.unicodeScalars.append(scalar)
        }
    }
    return text + "`"
}
