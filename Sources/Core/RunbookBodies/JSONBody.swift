internal import OrderedJSON
package import RunbookModel

/// JSON with holes: inside strings their escaped content, elsewhere whole values.
package enum JSONBody {
    /// What is allowed beyond RFC 8259; none of it is sent.
    package struct Extensions: OptionSet, Sendable {
        /// The bits.
        package let rawValue: Int

        /// Makes a set of its bits.
        package init(rawValue: Int) { self.rawValue = rawValue }

        /// `"""text"""`: a string whose content is written as it is, on several lines if need be (Kibana's console).
        package static let tripleQuotes = Extensions(rawValue: 1)
        /// `#`, `//` and `/* */` where blanks may be (Kibana's console).
        package static let comments = Extensions(rawValue: 2)
        /// `...` for what an example leaves out: members of an object, a value, or the rest of a list.
        package static let omissions = Extensions(rawValue: 4)
    }

    /// Reads one JSON value with holes.
    ///
    /// Whatever values are filled in later, the text stays the JSON that it is now.
    ///
    /// - Parameters:
    ///   - range: The offsets in bytes to read; nil for the whole text.
    ///   - extensions: What is allowed beyond JSON.
    package static func parse(
        _ block: BlockText, in range: Range<Int>? = nil, allowing extensions: Extensions = []
    ) -> ParsedBody {
        let bytes = block.bytes(range)
        let start = range?.lowerBound ?? 0
        var scanner = JSONBodyScanner(block: block, bytes: bytes, start: start, extensions: extensions)
        scanner.scan()
        var diagnostics = scanner.diagnostics
        do throws(JSONError) {
            if !scanner.isBroken { _ = try JSON(bytes: scanner.skeleton) }
        } catch {
            diagnostics.append(invalid(error, bytes, block, start: start))
        }
        return ParsedBody(template: scanner.template, diagnostics: diagnostics)
    }

    private static func invalid(_ error: JSONError, _ bytes: [UInt8], _ block: BlockText, start: Int) -> Diagnostic {
        var first = min(error.offset, bytes.count)
        var end = first
        if first == bytes.count {
            // At the end, the caret is behind the last character that can be seen.
            while first > 0, isBlank(bytes[first - 1]) { first -= 1 }
            end = first
        } else {
            repeat { end += 1 } while end < bytes.count && bytes[end] & 0xC0 == 0x80
        }
        let span = block.span(start + first..<start + end)
        let message = "not valid JSON: \(error.message)"
        guard let help = JSONAdvice.help(bytes, at: first) else {
            return Diagnostic("json/invalid", .error, message, at: span)
        }
        return Diagnostic("json/invalid", .error, message, at: span, help: help)
    }

    /// Whether a byte is white space of JSON.
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }
}
