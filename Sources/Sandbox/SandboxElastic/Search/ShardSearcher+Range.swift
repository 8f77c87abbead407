internal import OrderedJSON
internal import SandboxWorld

/// Documents whose values lie in a range.
extension ShardSearcher {
    func range(_ field: String, _ bounds: RangeBounds, _ boost: Float) throws(ElasticError) -> ShardQuery {
        guard let known = mapping.field(field) else { return .none }
        if known.isDate { return try dates(field, bounds, boost) }
        guard known.isInteger || known.isFloat else {
            let bounds = known.type == "boolean" ? bounds.forTruthValues : bounds
            return .some(terms(of: field).places(where: bounds.contains), of: entries.count, boost)
        }
        var limits: [Double?] = []
        for bound in [bounds.lower, bounds.upper] {
            let text = bound.map { $0.string ?? $0.text() }
            let number = text.flatMap(Double.init)
            if let text, number == nil { return try unreadable(.numberFormat(text)) }
            limits.append(number)
        }
        let (lower, upper) = (limits[0], limits[1])
        if known.isFloat {
            let column = tables.doubles(of: field, in: entries)
            return ShardQuery { place in
                column.contains(at: place) { bounds.contains($0, from: lower, to: upper) } ? boost : nil
            }
        }
        let column = tables.integers(of: field, in: entries)
        return ShardQuery { place in
            column.contains(at: place) { bounds.contains(Double($0), from: lower, to: upper) } ? boost : nil
        }
    }

    private func dates(_ field: String, _ bounds: RangeBounds, _ boost: Float) throws(ElasticError) -> ShardQuery {
        var limits: [Int?] = []
        // What a bound leaves open is filled so that `gte` and `lt` mean its beginning, `gt` and `lte` its end.
        for (bound, roundsUp) in [(bounds.lower, !bounds.includesLower), (bounds.upper, bounds.includesUpper)] {
            let text = bound.map { $0.string ?? $0.text() }
            let moment = text.flatMap { DateMath.milliseconds($0, now: now.milliseconds, roundsUp: roundsUp) }
            if let text, moment == nil { return try unreadable(.dateInQuery(text, format: DateText.defaultFormat)) }
            limits.append(moment)
        }
        let (lower, upper) = (limits[0], limits[1])
        let column = tables.integers(of: field, in: entries)
        return ShardQuery { place in
            let isIn = column.contains(at: place) { value in
                if let lower, bounds.includesLower ? value < lower : value <= lower { return false }
                if let upper, bounds.includesUpper ? value > upper : value >= upper { return false }
                return true
            }
            return isIn ? boost : nil
        }
    }
}
