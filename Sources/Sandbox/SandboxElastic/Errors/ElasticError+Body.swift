internal import OrderedJSON

extension ElasticError {
    /// What a body gets that is JSON, but no object where one must be.
    static let notContent = ElasticError(
        "not_x_content_exception",
        "Compressor detection can only be called on some xcontent bytes or compressed xcontent bytes")

    /// The error for a number that is too large for what it counts.
    static func outOfRange(_ number: String, in body: [UInt8]) -> ElasticError {
        ElasticError(
            "input_coercion_exception",
            "Numeric value (\(number)) out of range of int (-2147483648 - 2147483647)\n at [Source: "
                + "(byte[])[\(body.count)]; line: 1, column: \(body.count)]",
            status: 500)
    }

    /// The error for a body in which an object repeats a name.
    static func duplicate(_ name: String, status: Int) -> ElasticError {
        ElasticError(
            "json_parse_exception", "Duplicate field '\(name)'\n at [Source: (byte[]); line: 1, column: 1]",
            status: status)
    }

    /// Content that cannot be read as newer versions tell it: with the place, and the reader's exception as the cause.
    func asContent(of body: [UInt8], _ error: JSONError) -> ElasticError {
        ElasticError(
            "x_content_parse_exception", "[\(error.line):\(error.column + 1)] \(reason)", status: 400, cause: self)
    }

    /// The exception of the server's JSON reader for an invalid text.
    ///
    /// The server's sentence names the address of a Java object, so only its kind and its beginning can be the same.
    static func unreadable(_ error: JSONError, in body: [UInt8], status: Int = 500) -> ElasticError {
        let source = "at [Source: (byte[])[\(body.count)]; line: \(error.line), column: \(error.column + 1)]"
        if error.offset >= body.count || error.message.hasSuffix("not closed") {
            return ElasticError(
                "json_e_o_f_exception", "Unexpected end-of-input within/between Object entries\n \(source)",
                status: status)
        }
        let byte = body[error.offset]
        let character = Character(Unicode.Scalar(byte))
        let expectation =
            error.message.contains("name in double quotes")
            ? "was expecting double-quote to start field name"
            : "expected a valid value (number, String, array, object, 'true', 'false' or 'null')"
        return ElasticError(
            "json_parse_exception",
            "Unexpected character ('\(character)' (code \(byte))): \(expectation)\n \(source)", status: status)
    }
}

extension JSON {
    /// A name that is twice in one object somewhere in the value.
    var firstDuplicate: String? {
        switch self {
        case .array(let elements): return elements.lazy.compactMap(\.firstDuplicate).first
        case .object(let object):
            var seen: Set<String> = []
            for member in object.members {
                if !seen.insert(member.name).inserted { return member.name }
                if let inner = member.value.firstDuplicate { return inner }
            }
            return nil
        default: return nil
        }
    }
}
