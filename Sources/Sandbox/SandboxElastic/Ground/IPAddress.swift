/// Addresses as settings name them.
enum IPAddress {
    /// Whether a text is an address of version 4 or 6.
    static func isOne(_ text: String) -> Bool { isFour(text) || isSix(text) }

    private static func isFour(_ text: some StringProtocol) -> Bool {
        let parts = String(text).split(separator: "." as Character, omittingEmptySubsequences: false)
        return parts.count == 4
            && parts.allSatisfy { $0.utf8.count <= 3 && $0.allSatisfy(\.isNumber) && UInt8($0) != nil }
    }

    private static func isSix(_ text: String) -> Bool {
        let halves = text.split(separator: "::", omittingEmptySubsequences: false)
        guard text.contains(":"), (1...2).contains(halves.count) else { return false }
        var groups = 0
        for half in halves where !half.isEmpty {
            for (place, group) in half.split(separator: ":", omittingEmptySubsequences: false).enumerated() {
                if isFour(group), place == half.split(separator: ":").count - 1 {
                    groups += 2
                } else if (1...4).contains(group.utf8.count), UInt16(group, radix: 16) != nil {
                    groups += 1
                } else {
                    return false
                }
            }
        }
        return halves.count == 2 ? groups < 8 : groups == 8
    }
}
