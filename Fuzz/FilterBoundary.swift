import OrderedJSON
import RunbookModel
import RunbookRun

@testable import RunbookFilters

/// The filter's text, a zero byte, and what the helper answers or takes; libjq itself runs in that helper.
enum FilterBoundary {
    static func feed(_ bytes: [UInt8]) {
        let parts = bytes.split(separator: 0, maxSplits: 1, omittingEmptySubsequences: false).map(Array.init)
        let filter = String(decoding: parts[0], as: UTF8.self)
        let other = parts.count > 1 ? parts[1] : []
        for reference in FilterVariables.references(in: filter) {
            promise(reference.range.upperBound <= filter.utf8.count, "a name lies in the filter")
        }
        if FilterSyntax.failure(of: filter, variables: ["a", "leader"]) == nil {
            let program = FilterProgram([filter, ".", filter])
            let lines = program.text.utf8.count { $0 == UInt8(ascii: "\n") } + 1
            for line in 1...min(lines, 50) { _ = program.place(ofLine: line) }
            _ = FilterSyntax.failures([String(decoding: other, as: UTF8.self)], in: program)
        }
        if let request = HelperRequest(bytes: other) { _ = HelperRequest(bytes: request.bytes) }
        if let reply = HelperReply(bytes: other) { _ = HelperReply(bytes: reply.bytes) }
        guard let value = try? JSON(bytes: other) else { return }
        let numbers = ExactNumbers(in: [value])
        if numbers.concern(value) { _ = try? numbers.restore(value) }
        for path in value.array ?? [] { _ = ExactPath.resolve(path, in: value, expecting: value) }
    }
}
