internal import OrderedJSON
internal import SandboxWorld

/// Documents whose values lie in a range.
extension ShardSearcher {
    func range(_ field: String, _ bounds: RangeBounds, _ boost: Float) throws(ElasticError) -> Scorer {
        guard let known = mapping.field(field) else { return { _ in nil } }
        if known.isDate { return try dates(field, bounds, boost) }
        guard known.isInteger || known.isFloat else {
            let bounds = known.type == "boolean" ? bounds.forTruthValues : bounds
            return { entry in entry.fields[field]?.terms?.contains(where: bounds.contains) == true ? boost : nil }
        }
        var limits: [Double?] = []
        for bound in [bounds.lower, bounds.upper] {
            let text = bound.map { $0.string ?? $0.text() }
            let number = text.flatMap(Double.init)
            if let text, number == nil { return try unreadable(.numberFormat(text)) }
            limits.append(number)
        }
        return { entry in
            let values: [Double]
            switch entry.fields[field] {
            case .integer(let own)?: values = own.map(Double.init)
            case .double(let own)?: values = own
            default: return nil
            }
            return values.contains { bounds.contains($0, from: limits[0], to: limits[1]) } ? boost : nil
        }
    }

    private func dates(_ field: String, _ bounds: RangeBounds, _ boost: Float) throws(ElasticError) -> Scorer {
        var limits: [Int?] = []
        // What a bound leaves open is filled so that `gte` and `lt` mean its beginning, `gt` and `lte` its end.
        for (bound, roundsUp) in [(bounds.lower, !bounds.includesLower), (bounds.upper, bounds.includesUpper)] {
            let text = bound.map { $0.string ?? $0.text() }
            let moment = text.flatMap { DateMath.milliseconds($0, now: now.milliseconds, roundsUp: roundsUp) }
            if let text, moment == nil { return try unreadable(.dateInQuery(text, format: DateText.defaultFormat)) }
            limits.append(moment)
        }
        return { entry in
            guard case .integer(let values)? = entry.fields[field] else { return nil }
            let isIn = values.contains { value in
                if let lower = limits[0], bounds.includesLower ? value < lower : value <= lower { return false }
                if let upper = limits[1], bounds.includesUpper ? value > upper : value >= upper { return false }
                return true
            }
            return isIn ? boost : nil
        }
    }
}
