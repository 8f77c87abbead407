internal import CCMark

/// Reads Markdown through libcmark; nothing else of the parser sees its types.
///
/// The walk has no recursion, so that depth costs no stack.
enum MarkdownReader {
    /// The events of a text in document order.
    ///
    /// - Parameter bytes: UTF-8 without NUL.
    static func events(of bytes: [UInt8]) -> [MarkdownEvent] {
        let root = bytes.withUnsafeBytes { buffer in
            cmark_parse_document(buffer.baseAddress?.assumingMemoryBound(to: CChar.self), buffer.count, 0)
        }
        defer { cmark_node_free(root) }
        guard let root, let iterator = cmark_iter_new(root) else { return [] }
        defer { cmark_iter_free(iterator) }
        // The reader of CommonMark skips a byte order mark and does not count it.
        let hasMark = bytes.starts(with: [0xEF, 0xBB, 0xBF])
        var walk = Walk(skipped: hasMark ? 3 : 0)
        while true {
            let event = cmark_iter_next(iterator)
            if event == CMARK_EVENT_DONE { break }
            guard let node = cmark_iter_get_node(iterator) else { continue }
            walk.visit(node, isEnter: event == CMARK_EVENT_ENTER)
        }
        return walk.events
    }

    private struct Walk {
        let skipped: Int
        var events: [MarkdownEvent] = []
        /// The text of the paragraph or heading that the walk is in.
        private var inlines: MarkdownInlines?
        /// How many images the walk is in: their text is not read where they are shown.
        private var images = 0

        init(skipped: Int) { self.skipped = skipped }

        mutating func visit(_ node: OpaquePointer, isEnter: Bool) {
            let type = cmark_node_get_type(node)
            switch type {
            case CMARK_NODE_PARAGRAPH, CMARK_NODE_HEADING:
                if isEnter {
                    inlines = MarkdownInlines()
                } else if let text = inlines.take() {
                    let level = Int(cmark_node_get_heading_level(node))
                    add(type == CMARK_NODE_PARAGRAPH ? .paragraph(text) : .heading(level: level, text), node)
                }
            case CMARK_NODE_LIST:
                let isNumbered = cmark_node_get_list_type(node) == CMARK_ORDERED_LIST
                let start = isNumbered ? Int(cmark_node_get_list_start(node)) : nil
                add(isEnter ? .list(start: start) : .end, node)
            case CMARK_NODE_ITEM: add(isEnter ? .item : .end, node)
            case CMARK_NODE_BLOCK_QUOTE: add(isEnter ? .quote : .end, node)
            case CMARK_NODE_CODE_BLOCK:
                add(.code(info: string(cmark_node_get_fence_info(node)), literal: literal(node)), node)
            case CMARK_NODE_HTML_BLOCK: add(.html(literal: literal(node)), node)
            case CMARK_NODE_THEMATIC_BREAK: add(.rule, node)
            case CMARK_NODE_IMAGE: images += isEnter ? 1 : -1
            default:
                if isEnter, images == 0 { visitInline(node, type) }
                if type != CMARK_NODE_TEXT { inlines?.isLeading = false }
            }
        }

        private mutating func visitInline(_ node: OpaquePointer, _ type: cmark_node_type) {
            switch type {
            case CMARK_NODE_TEXT:
                let text = literal(node)
                inlines?.plain += text
                if inlines?.isLeading == true, text.utf8.count < 4 || inlines?.leading.isEmpty == true {
                    inlines?.leading += text
                }
            case CMARK_NODE_SOFTBREAK, CMARK_NODE_LINEBREAK:
                if let end = inlines?.plain.utf8.count { inlines?.breaks.append(end) }
                inlines?.plain += " "
            case CMARK_NODE_CODE:
                let text = literal(node)
                inlines?.plain += text
                inlines?.pieces.append(.code(text))
            case CMARK_NODE_LINK:
                let link = string(cmark_node_get_url(node))
                inlines?.links.append(link)
            case CMARK_NODE_HTML_INLINE:
                let text = literal(node)
                if text.hasPrefix("<!--") { inlines?.pieces.append(.comment(text)) }
                let letter = text.utf8.dropFirst().first ?? 0
                if inlines?.plain.isEmpty == true, (0x41...0x5A).contains(letter) { inlines?.isComponent = true }
            default: break
            }
        }

        private mutating func add(_ kind: MarkdownEvent.Kind, _ node: OpaquePointer) {
            let line = Int(cmark_node_get_start_line(node))
            let column = Int(cmark_node_get_start_column(node)) + (line == 1 ? skipped : 0)
            events.append(MarkdownEvent(kind: kind, line: line, column: column, lastLine: lastLine(node, kind, line)))
        }

        /// The last line of a leaf; the library's own figure is wrong for HTML and counts blank lines of containers.
        private func lastLine(_ node: OpaquePointer, _ kind: MarkdownEvent.Kind, _ line: Int) -> Int {
            switch kind {
            case .html(let literal): line + max(0, literal.utf8.count { $0 == 0x0A } - 1)
            case .paragraph, .heading, .rule: max(line, Int(cmark_node_get_end_line(node)))
            // The opening fence and the content; whether a closing one follows is for the fence's reader.
            case .code(_, let literal): line + literal.utf8.count { $0 == 0x0A }
            case .list, .item, .quote, .end: line
            }
        }

        private func literal(_ node: OpaquePointer) -> String { string(cmark_node_get_literal(node)) }

        private func string(_ text: UnsafePointer<CChar>?) -> String { text.map { String(cString: $0) } ?? "" }
    }
}
