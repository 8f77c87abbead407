/// A range of IPv4 addresses, `10.0.0.0/8`; a bare address is the range of itself.
package struct IPv4Range: Sendable, Hashable, CustomStringConvertible {
    /// The first address.
    package let first: UInt32
    /// How many bits all addresses share, 0 to 32.
    package let length: Int

    /// Makes a range of its first address; bits behind the length are cleared.
    package init(first: UInt32, length: Int) {
        self.length = length
        self.first = first & IPv4Range.mask(length)
    }

    /// Reads `A.B.C.D/N` or `A.B.C.D`; nil for anything else.
    package init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard let address = IPv4Range.address(parts[0]), parts.count <= 2 else { return nil }
        guard parts.count == 2 else {
            self.init(first: address, length: 32)
            return
        }
        guard parts[1].count <= 2, parts[1].allSatisfy(\.isASCII), let length = UInt8(parts[1]), length <= 32 else {
            return nil
        }
        self.init(first: address, length: Int(length))
    }

    /// The number of an address; nil when the text is not one.
    package static func address(_ text: some StringProtocol) -> UInt32? {
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        guard parts.count == 4 else { return nil }
        var address: UInt32 = 0
        for part in parts {
            guard !part.isEmpty, part.utf8.allSatisfy({ (0x30...0x39).contains($0) }), let byte = UInt8(part) else {
                return nil
            }
            address = address << 8 | UInt32(byte)
        }
        return address
    }

    /// The text of an address.
    package static func text(_ address: UInt32) -> String {
        [24, 16, 8, 0].map { String(address >> UInt32($0) & 255) }.joined(separator: ".")
    }

    /// Whether an address is in the range.
    package func contains(_ address: UInt32) -> Bool { address & IPv4Range.mask(length) == first }

    /// Whether the whole other range is in this one.
    package func contains(_ other: IPv4Range) -> Bool { other.length >= length && contains(other.first) }

    /// Whether the ranges share an address.
    package func overlaps(_ other: IPv4Range) -> Bool { contains(other.first) || other.contains(first) }

    /// How many addresses there are.
    package var count: Int { 1 << (32 - length) }

    /// The range as `A.B.C.D/N`.
    package var description: String { "\(IPv4Range.text(first))/\(length)" }

    private static func mask(_ length: Int) -> UInt32 { length == 0 ? 0 : ~0 << UInt32(32 - length) }
}
