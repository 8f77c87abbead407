package import RunbookModel
package import YAML

/// YAML with holes in its scalars.
///
/// A scalar that is nothing but a hole takes the value with its type, quoted or not. A scalar that has other text too is
/// rewritten in double quotes, so that no value can end it.
package enum YAMLBody {
    /// Reads one YAML document with holes.
    ///
    /// - Parameter range: The offsets in bytes to read; nil for the whole text.
    package static func parse(_ block: BlockText, in range: Range<Int>? = nil) -> ParsedBody {
        let bytes = block.bytes(range)
        let start = range?.lowerBound ?? 0
        let stencil = YAMLStencil(bytes)
        do throws(YAMLError) {
            let node = try YAMLNode(bytes: stencil.bytes)
            var walk = YAMLBodyWalk(block: block, bytes: bytes, start: start, stencil: stencil)
            walk.visit(node)
            return walk.finish()
        } catch {
            return ParsedBody(
                template: Template(literal: String(decoding: bytes, as: UTF8.self)),
                diagnostics: [YAMLBody.diagnostic(error, in: block, start: start)])
        }
    }

    /// What is wrong with a text that should be YAML.
    ///
    /// - Parameter start: The offset in the block of the text that was read.
    package static func diagnostic(_ error: YAMLError, in block: BlockText, start: Int = 0) -> Diagnostic {
        func span(_ mark: YAMLMark) -> SourceSpan {
            let offset = min(start + mark.offset, block.text.utf8.count)
            return block.span(offset..<min(offset + 1, block.text.utf8.count))
        }
        return Diagnostic(
            "yaml/invalid", .error, "not valid YAML: \(error.message)", at: span(error.mark),
            related: error.related.map { [Diagnostic.Related(span: span($0.mark), message: $0.message)] } ?? [])
    }
}
