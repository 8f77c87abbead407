public import OrderedJSON

extension ParameterDeclaration {
    /// The default with its references filled in, wherever they are in it; nil when there is none, or a reference has
    /// no value.
    ///
    /// - Parameter value: The value of a reference; nil when there is none.
    public func filledDefault(_ value: (ValueReference) -> JSON?) -> JSON? {
        defaultValue.flatMap { Self.filled($0.value, value) }
    }

    private static func filled(_ json: JSON, _ value: (ValueReference) -> JSON?) -> JSON? {
        switch json {
        case .string(let text): return text.contains("${") ? filled(text, value) : json
        case .array(let elements):
            let filled = elements.map { Self.filled($0, value) }
            return filled.contains(nil) ? nil : .array(filled.compactMap(\.self))
        case .object(let object):
            var filled = JSONObject()
            for member in object {
                guard let content = Self.filled(member.value, value) else { return nil }
                filled.append(member.name, content)
            }
            return .object(filled)
        default: return json
        }
    }

    private static func filled(_ text: String, _ value: (ValueReference) -> JSON?) -> JSON? {
        let bytes = Array(text.utf8)
        var filled: [UInt8] = []
        for piece in HolePiece.pieces(of: bytes) {
            switch piece {
            case .literal(let range): filled += bytes[range]
            case .malformed: return nil
            case .escape: filled += "${".utf8
            case .hole(let reference, _):
                guard let found = value(reference) else { return nil }
                filled += (found.string ?? found.text()).utf8
            }
        }
        return .string(String(decoding: filled, as: UTF8.self))
    }
}
