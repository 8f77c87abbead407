extension TimeValue {
    /// The server's error for a setting that is not a time.
    static func problem(_ name: String, _ text: String) -> ElasticError? {
        if milliseconds(text) != nil { return nil }
        guard let (number, _) = parts(text) else {
            return .illegalArgument(
                "failed to parse setting [\(name)] with value [\(text)] as a time value: unit is missing or unrecognized"
            )
        }
        let isFraction = Double(number)?.isFinite == true
        return .illegalArgument(
            "failed to parse [\(text)]" + (isFraction ? ", fractional time values are not supported" : ""),
            cause: .numberFormat(number))
    }
}
