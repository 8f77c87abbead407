public import OrderedJSON

extension ParameterDeclaration {
    /// The default with its references filled in; nil when there is none, or a reference has no value.
    ///
    /// - Parameter value: The value of a reference; nil when there is none.
    public func filledDefault(_ value: (ValueReference) -> JSON?) -> JSON? {
        guard let fallback = defaultValue?.value else { return nil }
        guard case .string(let text) = fallback, text.contains("${") else { return fallback }
        var filled = ""
        var rest = text[...]
        while let opening = rest.firstRange(of: "${") {
            filled += rest[..<opening.lowerBound]
            guard let closing = rest[opening.upperBound...].firstIndex(of: "}"),
                let reference = ValueReference(parsing: rest[opening.upperBound..<closing]),
                let found = value(reference)
            else { return nil }
            filled += found.string ?? found.text()
            rest = rest[rest.index(after: closing)...]
        }
        return .string(filled + rest)
    }
}
