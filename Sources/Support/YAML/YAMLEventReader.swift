internal import CYAML

/// Reads libyaml's events from a buffer, which must outlive it.
struct YAMLEventReader: ~Copyable {
    private let parser: UnsafeMutablePointer<yaml_parser_t>
    private let bytes: UnsafeBufferPointer<UInt8>
    private let skipped: Int
    let places: YAMLPlaces

    init(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLError) {
        self.bytes = bytes
        // libyaml counts a byte order mark as a column of the first line, so it never sees one.
        skipped = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        places = YAMLPlaces(bytes, skipping: skipped)
        parser = .allocate(capacity: 1)
        parser.initialize(to: yaml_parser_t())
        guard yaml_parser_initialize(parser) == 1 else {
            throw YAMLError("not enough memory to read YAML", at: places.mark(offset: 0))
        }
        yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING)
        // An empty buffer has no address, and libyaml insists on one.
        if let base = bytes.baseAddress {
            yaml_parser_set_input_string(parser, base + skipped, bytes.count - skipped)
        } else {
            yaml_parser_set_input_string(parser, "", 0)
        }
    }

    deinit {
        yaml_parser_delete(parser)
        parser.deinitialize(count: 1)
        parser.deallocate()
    }

    /// The next event.
    mutating func next() throws(YAMLError) -> YAMLEvent {
        var event = yaml_event_t()
        guard yaml_parser_parse(parser, &event) == 1 else { throw error() }
        defer { yaml_event_delete(&event) }
        return YAMLEvent(event, places: places)
    }

    /// Whether a key in braces that ends at an offset has no `:`.
    func isWithoutColon(behind offset: Int) -> Bool {
        bytes[min(offset, bytes.count)...].first { $0 != 0x20 }.map { ",}".utf8.contains($0) } ?? false
    }

    private func error() -> YAMLError {
        let state = parser.pointee
        let problem = state.problem.map { String(cString: $0) } ?? "not enough memory to read YAML"
        if state.error == YAML_READER_ERROR {
            return YAMLError(problem, at: places.mark(offset: state.problem_offset + skipped))
        }
        let mark = places.mark(character: state.problem_mark.index)
        let context = state.context.map {
            YAMLError.Related(message: String(cString: $0), mark: places.mark(character: state.context_mark.index))
        }
        return YAMLError(
            explanation(of: problem, at: mark.offset, openedAt: context?.mark.offset) ?? problem, at: mark,
            related: context?.mark == mark ? nil : context)
    }

    /// A sentence that helps more than libyaml's, for what people do most.
    private func explanation(of problem: String, at offset: Int, openedAt start: Int?) -> String? {
        let flow = YAMLFlow(bytes: bytes)
        switch problem {
        case "did not find expected ',' or '}'":
            return flow.explanation(at: offset, openedAt: start ?? offset, expected: "`,` or `}`")
        case "did not find expected ',' or ']'":
            return flow.explanation(at: offset, openedAt: start ?? offset, expected: "`,` or `]`")
        case "did not find expected node content": return flow.explanation(ofNoContentAt: offset)
        case "mapping values are not allowed in this context":
            return "`: ` is not allowed here: put quotes around the value, or align the key with its neighbours"
        case "could not find expected ':'": return "expected `key: value`"
        case "did not find expected <document start>": return "unexpected text after the end of the document"
        case "found invalid Unicode character escape code":
            return "the escape is not a character: write the character itself"
        case "found character that cannot start any token":
            guard bytes.indices.contains(offset) else { return nil }
            if bytes[offset] == UInt8(ascii: "\t") { return "YAML cannot be indented with a tab: use spaces" }
            return "a value cannot start with `\(Character(Unicode.Scalar(bytes[offset])))`: put it in quotes"
        default: return nil
        }
    }
}
