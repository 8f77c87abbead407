internal import Files

/// How far the clocks of a time zone are ahead of UTC, and since when.
struct ZoneRules: Sendable {
    /// The moments at which the clocks are changed, in milliseconds since 1970, with what holds from then on.
    private var changes: [(moment: Int, offset: Int)] = []
    /// What holds before the first change, in milliseconds.
    private var first = 0

    static let utc = ZoneRules(offset: 0)

    /// A zone whose clocks are never changed.
    init(offset: Int) { first = offset }

    /// The zone of a name such as `+08:00`, `UTC` or `Asia/Shanghai`; nil when the machine does not know it.
    init?(_ name: String) {
        if ["Z", "UTC", "GMT", "UT"].contains(name) {
            self.init(offset: 0)
        } else if let offset = ZoneRules.fixed(name) {
            self.init(offset: offset)
        } else {
            self.init(database: name)
        }
    }

    /// The milliseconds that clocks are ahead at a moment.
    func offset(at moment: Int) -> Int {
        var (low, high) = (0, changes.count)
        while low < high {
            let middle = (low + high) / 2
            if changes[middle].moment <= moment { low = middle + 1 } else { high = middle }
        }
        return low == 0 ? first : changes[low - 1].offset
    }

    /// `+8`, `+08`, `+0800`, `+08:00`.
    private static func fixed(_ name: String) -> Int? {
        var bytes = Array(name.utf8)
        guard let sign = bytes.first, sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-") else { return nil }
        bytes.removeFirst()
        bytes.removeAll { $0 == UInt8(ascii: ":") }
        guard (1...4).contains(bytes.count), bytes.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        if bytes.count % 2 == 1 { bytes.insert(0x30, at: 0) }
        let digits = bytes.map { Int($0) - 0x30 }
        let hours = digits[0] * 10 + digits[1]
        let minutes = digits.count > 2 ? digits[2] * 10 + digits[3] : 0
        guard hours <= 18, minutes < 60 else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 60 + minutes) * 60_000
    }

    /// Reads the second part of a file of the time zone database (RFC 8536), which has times of 64 bits.
    private init?(database name: String) {
        let letters = name.utf8.allSatisfy {
            (0x30...0x39).contains($0) || (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0)
                || "_+-/".utf8.contains($0)
        }
        guard letters, !name.isEmpty, name.utf8.count < 64, !name.hasPrefix("/"),
            let bytes = try? FileReader.read("/usr/share/zoneinfo/\(name)", .own, limit: 1 << 20),
            bytes.starts(with: "TZif".utf8)
        else { return nil }
        func number(_ place: Int, _ width: Int) -> Int? {
            guard place >= 0, place + width <= bytes.count else { return nil }
            let value = bytes[place..<place + width].reduce(UInt64(0)) { $0 << 8 | UInt64($1) }
            return width == 4 ? Int(Int32(truncatingIfNeeded: value)) : Int(Int64(bitPattern: value))
        }
        func counts(_ place: Int) -> [Int]? {
            let counts = (0..<6).compactMap { number(place + 20 + $0 * 4, 4) }
            return counts.count == 6 && counts.allSatisfy { (0..<1 << 16).contains($0) } ? counts : nil
        }
        guard let old = counts(0) else { return nil }
        let head = 44 + old[3] * 5 + old[4] * 6 + old[5] + old[2] * 8 + old[1] + old[0]
        guard let new = counts(head) else { return nil }
        let (times, indices, types) = (head + 44, head + 44 + new[3] * 8, head + 44 + new[3] * 9)
        func offset(_ type: Int) -> Int? { number(types + type * 6, 4).map { $0 * 1000 } }
        first = offset(0) ?? 0
        for change in 0..<new[3] {
            guard let seconds = number(times + change * 8, 8), indices + change < bytes.count,
                let ahead = offset(Int(bytes[indices + change]))
            else { return nil }
            changes.append((min(max(seconds, -ISODate.longest / 1000), ISODate.longest / 1000) * 1000, ahead))
        }
    }
}
