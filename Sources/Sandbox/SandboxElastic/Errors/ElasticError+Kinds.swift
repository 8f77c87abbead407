internal import OrderedJSON

extension ElasticError {
    static func illegalArgument(_ reason: String, cause: ElasticError? = nil) -> ElasticError {
        ElasticError("illegal_argument_exception", reason, cause: cause)
    }

    static func numberFormat(_ text: String) -> ElasticError {
        ElasticError("number_format_exception", "For input string: \"\(text)\"")
    }

    /// A text that is neither `true` nor `false`; where there is a name, the value of that parameter.
    static func noTruthValue(_ text: String, of name: String? = nil) -> ElasticError {
        let problem = illegalArgument("Failed to parse value [\(text)] as only [true] or [false] are allowed.")
        return name.map { .illegalArgument("Could not convert [\($0)] to boolean", cause: problem) } ?? problem
    }

    /// A pattern of dates with a letter that means nothing.
    static func unknownLetter(_ letter: String, in format: some StringProtocol) -> ElasticError {
        let reason = "Unknown pattern letter: \(letter)"
        return .illegalArgument("Invalid format: [\(format)]: \(reason)", cause: .illegalArgument(reason))
    }

    /// A text that is not a date, in a query.
    static func dateInQuery(_ text: String, format: String) -> ElasticError {
        let cause = date(text, format: format)
        return ElasticError("parse_exception", "\(cause.reason): [\(cause.reason)]", cause: cause)
    }

    /// A text that is not a date.
    static func date(_ text: String, format: String) -> ElasticError {
        .illegalArgument(
            "failed to parse date field [\(text)] with format [\(format)]",
            cause: ElasticError("date_time_parse_exception", "Failed to parse with all enclosed parsers"))
    }

    static func parse(_ reason: String) -> ElasticError { ElasticError("parse_exception", reason) }

    /// What a request without the body it needs gets.
    static var bodyRequired: ElasticError { parse("request body is required") }

    /// What a request gets whose own checks found problems.
    static func validation(_ problems: String...) -> ElasticError { validation(problems) }

    static func validation(_ problems: [String]) -> ElasticError {
        let list = problems.enumerated().map { "\($0.offset + 1): \($0.element);" }.joined()
        return ElasticError("action_request_validation_exception", "Validation Failed: \(list)")
    }

    /// An index that is not there, or an expression that means none.
    ///
    /// - Parameter resource: `index_or_alias`, for requests of one document `index_expression`, nil for requests that
    ///   name a concrete index.
    static func indexNotFound(_ name: String, resource: String? = "index_or_alias") -> ElasticError {
        var details: [(String, JSON)] = []
        if let resource {
            details = [("resource.type", .string(resource)), ("resource.id", .string(name))]
        }
        details += [("index_uuid", "_na_"), ("index", .string(name))]
        return ElasticError("index_not_found_exception", "no such index [\(name)]", status: 404, details: details)
    }

    static func parsing(_ reason: String, at place: SourcePlace) -> ElasticError {
        ElasticError(
            "parsing_exception", reason, details: [("line", JSON(place.line)), ("col", JSON(place.column))])
    }

    /// The error of the reader of a body, which begins with the place.
    static func xContent(_ reason: String, at place: SourcePlace, cause: ElasticError? = nil) -> ElasticError {
        ElasticError("x_content_parse_exception", "[\(place.line):\(place.column)] \(reason)", cause: cause)
    }

    /// A query with more clauses than the server takes.
    static func tooManyClauses(_ most: Int) -> ElasticError {
        ElasticError("too_many_clauses", "maxClauseCount is set to \(most)")
    }

    /// A name in a body that nothing is registered for.
    static func unknownName(_ name: String, _ reason: String, at place: SourcePlace) -> ElasticError {
        var error = parsing(reason, at: place)
        error.causes = [
            ElasticError(
                "named_object_not_found_exception", "[\(place.line):\(place.column)] unknown field [\(name)]")
        ]
        error.hidesCause = true
        return error
    }

    /// What a text gets that is not a query; its cause is Lucene's, whose name only looks like the server's.
    static func queryText(_ text: String) -> ElasticError {
        var error = ElasticError(
            "query_shard_exception", "Failed to parse query [\(text)]", cause: .parse("Cannot parse '\(text)'"))
        error.hidesCause = true
        return error
    }

    /// An answer whose `error` is only a sentence.
    static func plain(_ reason: String, status: Int) -> ElasticError {
        var error = ElasticError("", reason, status: status)
        error.isPlain = true
        return error
    }
}
