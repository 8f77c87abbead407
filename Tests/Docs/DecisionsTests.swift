import Foundation
import Testing

/// `docs/decisions.md` keeps its form, so that records can be cited by number.
struct DecisionsTests {
    private let records = Page("docs/decisions.md").text.components(separatedBy: "\n## ").dropFirst()

    @Test func theyAreNumberedInOrder() {
        #expect(records.count >= 20)
        for (index, record) in records.enumerated() { #expect(record.hasPrefix("\(index + 1). "), "\(record)") }
    }

    @Test func eachHasItsThreeParts() {
        for record in records {
            for part in ["**Context.**", "**Decision.**", "**Reason.**"] {
                #expect(record.components(separatedBy: part).count == 2, "\(part) \(record)")
            }
        }
    }
}
