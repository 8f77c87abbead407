internal import CYAML

/// One step of libyaml through a text, with places in bytes.
struct YAMLEvent {
    enum Kind {
        case documentStart(hasDirectives: Bool)
        case scalar(YAMLScalar, decoration: Decoration?)
        case sequenceStart(isBlock: Bool, decoration: Decoration?)
        case mappingStart(isBlock: Bool, decoration: Decoration?)
        case collectionEnd
        case alias
        case streamEnd
        /// Stream start and document end, which say nothing.
        case other
    }

    /// What can be before a node and is refused.
    enum Decoration: String {
        case anchor = "an anchor (`&name`)"
        case tag = "a tag (`!name`)"
    }

    let kind: Kind
    let start: YAMLMark
    let end: YAMLMark

    init(_ event: yaml_event_t, places: YAMLPlaces) {
        start = places.mark(character: event.start_mark.index)
        end = places.mark(character: event.end_mark.index)
        switch event.type {
        case YAML_DOCUMENT_START_EVENT:
            let document = event.data.document_start
            kind = .documentStart(
                hasDirectives: document.version_directive != nil
                    || document.tag_directives.start != document.tag_directives.end)
        case YAML_SCALAR_EVENT:
            let scalar = event.data.scalar
            let text = String(decoding: UnsafeBufferPointer(start: scalar.value, count: scalar.length), as: UTF8.self)
            kind = .scalar(
                YAMLScalar(text, style: YAMLScalar.Style(scalar.style)),
                decoration: YAMLEvent.decoration(anchor: scalar.anchor, tag: scalar.tag))
        case YAML_SEQUENCE_START_EVENT:
            let sequence = event.data.sequence_start
            kind = .sequenceStart(
                isBlock: sequence.style == YAML_BLOCK_SEQUENCE_STYLE,
                decoration: YAMLEvent.decoration(anchor: sequence.anchor, tag: sequence.tag))
        case YAML_MAPPING_START_EVENT:
            let mapping = event.data.mapping_start
            kind = .mappingStart(
                isBlock: mapping.style == YAML_BLOCK_MAPPING_STYLE,
                decoration: YAMLEvent.decoration(anchor: mapping.anchor, tag: mapping.tag))
        case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: kind = .collectionEnd
        case YAML_ALIAS_EVENT: kind = .alias
        case YAML_STREAM_END_EVENT, YAML_NO_EVENT: kind = .streamEnd
        default: kind = .other
        }
    }

    private static func decoration(
        anchor: UnsafeMutablePointer<yaml_char_t>?, tag: UnsafeMutablePointer<yaml_char_t>?
    ) -> Decoration? {
        if anchor != nil { return .anchor }
        return tag == nil ? nil : .tag
    }
}

extension YAMLScalar.Style {
    fileprivate init(_ style: yaml_scalar_style_t) {
        switch style {
        case YAML_SINGLE_QUOTED_SCALAR_STYLE: self = .singleQuoted
        case YAML_DOUBLE_QUOTED_SCALAR_STYLE: self = .doubleQuoted
        case YAML_LITERAL_SCALAR_STYLE: self = .literal
        case YAML_FOLDED_SCALAR_STYLE: self = .folded
        default: self = .plain
        }
    }
}
