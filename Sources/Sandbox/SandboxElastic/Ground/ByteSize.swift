/// Sizes as tables write them: `230b`, `3.7kb`, `1.1gb`.
enum ByteSize {
    private static let units: [(suffix: String, factor: Int)] = [
        ("tb", 1 << 40), ("gb", 1 << 30), ("mb", 1 << 20), ("kb", 1 << 10), ("b", 1),
    ]

    /// The size with one digit behind the point at most, which is cut and not rounded.
    static func text(_ bytes: Int) -> String {
        guard let unit = units.first(where: { bytes >= $0.factor }), unit.factor > 1 else { return "\(bytes)b" }
        let tenths = bytes * 10 / unit.factor
        return "\(tenths / 10)" + (tenths % 10 == 0 ? "" : ".\(tenths % 10)") + unit.suffix
    }

    /// The size as a whole number of a unit such as `b`, `kb` or `m`; as `text` where there is no such unit.
    static func text(_ bytes: Int, unit: String?) -> String {
        guard let unit else { return text(bytes) }
        let name = unit.hasSuffix("b") ? unit : unit + "b"
        return units.first { $0.suffix == name }.map { String(bytes / $0.factor) } ?? text(bytes)
    }

    /// The number of bytes; nil when the text is not a size.
    static func bytes(_ text: String) -> Double? {
        for unit in units where text.hasSuffix(unit.suffix) {
            if let number = Double(text.dropLast(unit.suffix.count)) { return number * Double(unit.factor) }
        }
        return nil
    }
}
