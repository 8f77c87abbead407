internal import OrderedJSON

extension AggregationReader {
    /// Members of a histogram beside the field and the width.
    private static let common: Set<String> = [
        "field", "offset", "min_doc_count", "extended_bounds", "format", "keyed", "order", "missing",
    ]

    /// Reads a `histogram` or a `date_histogram`.
    ///
    /// - Parameters:
    ///   - name: What the request calls the aggregation.
    ///   - kind: `histogram` or `date_histogram`.
    func histogram(
        _ name: String, _ kind: String, _ definition: JSONObject, _ path: [String]
    ) throws(ElasticError) -> HistogramOptions {
        var options = HistogramOptions(width: .number(interval: 0, offset: 0))
        for member in definition {
            try readCommon(member, name, kind, path, into: &options)
        }
        options.width =
            kind == "histogram"
            ? try numbers(name, definition, path) : .date(try dates(definition, path, &options.late))
        options.late = options.late ?? outside(options)
        if definition["field"] == nil {
            guard call.profile.has(.aggregationsNeedField) else {
                options.late = ElasticError(
                    "illegal_state_exception",
                    "value source config is invalid; must have either a field context or a script or marked as unwrapped",
                    status: 500)
                return options
            }
            throw .illegalArgument("Required one of fields [field, script], but none were specified. ")
        }
        return options
    }

    /// The members that it may have.
    func knownInHistogram(_ kind: String) -> Set<String> {
        let common = AggregationReader.common.union(
            call.profile.has(.histogramsHaveHardBounds) ? ["hard_bounds"] : [])
        if kind == "histogram" { return common.union(["interval"]) }
        let newer: Set<String> = call.profile.has(.calendarIntervals) ? ["calendar_interval", "fixed_interval"] : []
        let older: Set<String> = call.profile.has(.plainDateIntervals) ? ["interval"] : []
        return common.union(newer).union(older).union(["time_zone"])
    }

    private func readCommon(
        _ member: JSONObject.Member, _ name: String, _ kind: String, _ path: [String],
        into options: inout HistogramOptions
    ) throws(ElasticError) {
        let value = member.value
        switch member.name {
        case "min_doc_count":
            options.minimumCount = Int(try number(member, kind, path))
            if options.minimumCount < 0 {
                throw failed(
                    member, kind, path,
                    .illegalArgument(
                        "[minDocCount] must be greater than or equal to 0. Found [\(options.minimumCount)] in [\(name)]"
                    ))
            }
        case "keyed":
            guard let flag = value.bool ?? ["true": true, "false": false][value.string ?? ""] else {
                let text = value.string ?? value.text()
                throw failed(member, kind, path, .noTruthValue(text))
            }
            options.isKeyed = flag
        case "format":
            options.format = value.string
            if kind == "histogram", let text = value.string, DecimalPattern(text) == nil {
                call.unemulated.add("histogram format \(text)")
            }
        case "missing": options.missing = value
        case "order": options.order = try order(member, kind, path)
        case "extended_bounds": options.bounds = try bounds(member, kind, path)
        case "hard_bounds" where call.profile.has(.histogramsHaveHardBounds):
            options.hardBounds = try bounds(member, kind, path)
        default: break
        }
    }

    /// The error for bounds of which one does not fit into the other.
    private func outside(_ options: HistogramOptions) -> ElasticError? {
        guard !options.isOfDates, let hard = options.hardBounds, let soft = options.bounds else { return nil }
        func number(_ json: JSON?) -> Double? { json.flatMap(AggregationReader.double) }
        var isOutside = false
        if let least = number(hard.lower), let lower = number(soft.lower) { isOutside = lower < least }
        if let most = number(hard.upper), let upper = number(soft.upper) { isOutside = isOutside || upper > most }
        guard isOutside else { return nil }
        func text(_ bounds: (lower: JSON?, upper: JSON?)) -> String {
            [number(bounds.lower), number(bounds.upper)].map { $0.map { JavaNumber.text("\($0)") } ?? "" }
                .joined(separator: "--")
        }
        return .illegalArgument(
            "Extended bounds have to be inside hard bounds, hard bounds: [\(text(hard))], extended bounds: "
                + "[\(text(soft))]")
    }

    // MARK: - Widths

    private func numbers(
        _ name: String, _ definition: JSONObject, _ path: [String]
    ) throws(ElasticError) -> HistogramOptions.Width {
        var (interval, offset) = (0.0, 0.0)
        for member in definition {
            switch member.name {
            case "interval":
                interval = try number(member, "histogram", path)
                if interval <= 0 {
                    throw failed(
                        member, "histogram", path,
                        .illegalArgument("[interval] must be >0 for histogram aggregation [\(name)]"))
                }
            case "offset": offset = try number(member, "histogram", path)
            default: break
            }
        }
        return .number(interval: interval, offset: offset)
    }

    private func dates(
        _ definition: JSONObject, _ path: [String], _ late: inout ElasticError?
    ) throws(ElasticError) -> DateRounding {
        var found: (name: String, unit: DateRounding.Unit)?
        var (offset, zone) = (0, ZoneRules.utc)
        for member in definition {
            let text = member.value.string ?? member.value.text()
            switch member.name {
            case "interval", "calendar_interval", "fixed_interval":
                if let found { throw failed(member, "date_histogram", path, twoIntervals(found.name, member.name)) }
                found = (member.name, try unit(member, text, path, &late))
                if member.name == "interval", call.profile.has(.calendarIntervals) {
                    call.warnings.add(
                        "[interval] on [date_histogram] is deprecated, use [fixed_interval] or [calendar_interval] in "
                            + "the future.")
                }
            case "offset":
                let magnitude = text.hasPrefix("+") || text.hasPrefix("-") ? String(text.dropFirst()) : text
                let name = "DateHistogramAggregationBuilder.parseOffset"
                if member.value.number == nil, let problem = TimeValue.problem(name, magnitude) {
                    throw failed(member, "date_histogram", path, problem)
                }
                let length = AggregationReader.length(member.value.int ?? TimeValue.milliseconds(magnitude) ?? 0)
                offset = text.hasPrefix("-") && member.value.number == nil ? -length : length
            case "time_zone":
                if let hours = member.value.int {
                    zone = ZoneRules(offset: min(max(hours, -18), 18) * 3_600_000)
                } else if let rules = ZoneRules(text) {
                    zone = rules
                } else {
                    throw failed(
                        member, "date_histogram", path,
                        ElasticError("zone_rules_exception", "Unknown time-zone ID: \(text)"))
                }
            default: break
            }
        }
        if found == nil, call.profile.has(.calendarIntervals) {
            late = .illegalArgument("Invalid interval specified, must be non-null and non-empty")
        }
        return DateRounding(unit: found?.unit ?? .fixed(milliseconds: 0), offset: offset, zone: zone)
    }

    private func twoIntervals(_ first: String, _ second: String) -> ElasticError {
        .illegalArgument(
            second == "interval" || first == "interval"
                ? "Cannot use [interval] with [fixed_interval] or [calendar_interval] configuration options."
                : "Cannot use [\(second)] with [\(first)] configuration option.")
    }

    private func unit(
        _ member: JSONObject.Member, _ text: String, _ path: [String], _ late: inout ElasticError?
    ) throws(ElasticError) -> DateRounding.Unit {
        let name = member.name
        if name != "fixed_interval", let unit = DateRounding.calendarUnits[text] { return .calendar(unit) }
        if name == "calendar_interval" {
            throw failed(
                member, "date_histogram", path,
                .illegalArgument("The supplied interval [\(text)] could not be parsed as a calendar interval."))
        }
        if name == "interval", let length = member.value.int {
            return .fixed(milliseconds: AggregationReader.length(length))
        }
        let setting =
            name == "interval"
            ? call.profile.has(.calendarIntervals)
                ? "date_histogram.interval" : "DateHistogramAggregationBuilder.interval"
            : "date_histogram.fixedInterval"
        if let problem = TimeValue.problem(setting, text) {
            guard name == "interval", !call.profile.has(.calendarIntervals) else {
                throw failed(member, "date_histogram", path, problem)
            }
            late = problem
            return .fixed(milliseconds: 1)
        }
        return .fixed(milliseconds: TimeValue.milliseconds(text) ?? 0)
    }

    // MARK: - Members of both

    private func order(
        _ member: JSONObject.Member, _ kind: String, _ path: [String]
    ) throws(ElasticError) -> [(key: String, isDescending: Bool)] {
        var order: [(key: String, isDescending: Bool)] = []
        for entry in member.value.array ?? [member.value] {
            for key in entry.object?.members ?? [] {
                let direction = key.value.string ?? key.value.text()
                guard ["asc", "desc"].contains(direction.lowercased()) else {
                    let place = places.value(at: path + [member.name, key.name])
                    throw failed(
                        member, kind, path, .parsing("Unknown order direction [\(direction)]", at: place), at: place)
                }
                order.append((key.name, direction.lowercased() == "desc"))
            }
        }
        return order
    }

    private func bounds(
        _ member: JSONObject.Member, _ kind: String, _ path: [String]
    ) throws(ElasticError) -> (lower: JSON?, upper: JSON?) {
        let inner = path + [member.name]
        guard let object = member.value.object else {
            let place = places.value(at: inner)
            throw .xContent(
                "[\(kind)] \(member.name) doesn't support values of type: "
                    + JSONToken.name(of: member.value), at: place)
        }
        let bounds = (
            lower: object["min"].flatMap { $0.isNull ? nil : $0 }, upper: object["max"].flatMap { $0.isNull ? nil : $0 }
        )
        guard kind == "histogram" else { return bounds }
        let isNewer = call.profile.has(.aggregationsNeedField)
        let parser = isNewer ? "double_bounds" : "extended_bounds"
        for bound in object where ["min", "max"].contains(bound.name) && !bound.value.isNull {
            let text = bound.value.string ?? bound.value.text()
            if Double(text) == nil {
                let place = places.value(at: inner + [bound.name])
                let cause = ElasticError.xContent(
                    "[\(parser)] failed to parse field [\(bound.name)]", at: place,
                    cause: .numberFormat(text))
                throw failed(member, kind, path, cause, at: place)
            }
        }
        let (lower, upper) = (
            bounds.lower.flatMap(AggregationReader.double), bounds.upper.flatMap(AggregationReader.double)
        )
        if !isNewer, lower == nil || upper == nil {
            let name =
                lower == nil ? "minBound must be finite, got: Infinity" : "maxBound must be finite, got: -Infinity"
            throw failed(member, kind, path, .illegalArgument(name), at: places.end(at: inner))
        }
        if let lower, let upper, upper < lower {
            let texts = [lower, upper].map { JavaNumber.text("\($0)") }
            let problem = ElasticError.illegalArgument(
                isNewer
                    ? "max bound [\(texts[1])] must be greater than min bound [\(texts[0])]"
                    : "maxBound [\(texts[1])] must be greater than minBound [\(texts[0])]")
            guard isNewer else { throw failed(member, kind, path, problem, at: places.end(at: inner)) }
            let built = ElasticError(
                "x_content_parse_exception", "Failed to build [double_bounds] after last required field arrived",
                cause: problem)
            let last = object.members.last { ["min", "max"].contains($0.name) }?.name ?? "max"
            let place = places.value(at: inner + [last])
            var inside = ElasticError.xContent(
                "[double_bounds] failed to parse field [\(last)]", at: place, cause: built)
            inside.rootCauses = [built]
            var error = failed(member, kind, path, inside, at: place)
            error.rootCauses = [built]
            throw error
        }
        return bounds
    }

    /// A finite number, also as a text.
    static func double(_ json: JSON) -> Double? {
        guard let number = json.number?.double ?? json.string.flatMap(Double.init), number.isFinite else { return nil }
        return number
    }

    /// A length of a request, in the bounds of moments, so that no sum of them overflows.
    private static func length(_ number: Int) -> Int { min(max(number, -ISODate.longest), ISODate.longest) }

    private func number(
        _ member: JSONObject.Member, _ kind: String, _ path: [String]
    ) throws(ElasticError) -> Double {
        if let number = AggregationReader.double(member.value), number.magnitude < 1e18 {
            return number
        }
        throw failed(member, kind, path, .numberFormat(member.value.string ?? member.value.text()))
    }

    /// The parser's error for a member, with what was wrong as its cause.
    private func failed(
        _ member: JSONObject.Member, _ kind: String, _ path: [String], _ cause: ElasticError,
        at place: SourcePlace? = nil
    ) -> ElasticError {
        let place = place ?? places.value(at: path + [member.name])
        return ElasticError.xContent("[\(kind)] failed to parse field [\(member.name)]", at: place, cause: cause)
    }
}
