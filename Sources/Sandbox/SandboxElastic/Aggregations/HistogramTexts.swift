internal import OrderedJSON

/// How the keys of a histogram are written, and how the request writes numbers.
struct HistogramTexts: Sendable {
    private enum Form: Sendable {
        case plain
        case decimal(DecimalPattern)
        case date(DatePattern, ZoneRules)
        case truth
    }

    private let form: Form

    init(_ options: HistogramOptions, _ field: FieldMapping?) {
        let isDate = field?.isDate ?? options.isOfDates
        if isDate {
            var zone = ZoneRules.utc
            if case .date(let rounding) = options.width { zone = rounding.zone }
            let own = field?.parameters["format"]?.string
            let format =
                options.format ?? own.flatMap { $0.hasPrefix("strict_date_optional") ? nil : $0 } ?? "date_time"
            form = (try? DatePattern(format)).map { .date($0, zone) } ?? .plain
        } else if let pattern = options.format.flatMap(DecimalPattern.init) {
            form = .decimal(pattern)
        } else {
            form = field?.type == "boolean" ? .truth : .plain
        }
    }

    /// The text of a key; nil where the key is only a number.
    func text(_ number: Double) -> String? {
        switch form {
        case .plain: nil
        case .decimal(let pattern): pattern.text(number)
        case .date(let pattern, let zone): pattern.text(HistogramOptions.milliseconds(number), in: zone)
        case .truth: String(number != 0)
        }
    }

    /// What a bound or the value of `missing` means.
    func number(_ json: JSON) -> Double? {
        if let number = AggregationReader.double(json) { return number }
        guard case .date(_, let zone) = form, let text = json.string else { return nil }
        return DateText.milliseconds(text).map { moment in
            // A date without an offset of its own is meant in the zone of the request.
            let isLocal = !text.hasSuffix("Z") && !text.dropFirst(10).contains { "+-".contains($0) }
            return Double(isLocal ? moment - zone.offset(at: moment) : moment)
        }
    }
}
