import RunbookModel

/// Items that run another document.
extension DocumentWalk {
    /// Remembers the first link of an item to a Markdown file.
    mutating func noteLink(_ text: MarkdownInlines, in block: BlockText) {
        guard frame.kind == .item, frame.link == nil, let link = text.links.first(where: DocumentWalk.isDocument) else {
            return
        }
        let place = Array(block.text.utf8).firstIndex(of: link.utf8)
        // A link by reference is elsewhere.
        frame.link = Located(link, at: place.map { block.span($0..<$0 + link.utf8.count) } ?? block.span)
    }

    /// Makes a step of an item whose link leads to another runbook.
    mutating func addInclude(_ directive: Directive, _ verb: Located<String>) {
        guard frame.kind == .item, frame.mode == .normal else {
            report(
                "include/misplaced", "an include belongs in a list item without a box", at: verb.span,
                help: "write it in an item of its own, with a link to the other document")
            return
        }
        var reader = KeyReader(.include)
        reader.read(directive.words)
        diagnostics += reader.diagnostics
        guard let link = frame.link else {
            report(
                "include/no-link", "the item has no link to a Markdown file", at: verb.span,
                help: "write the link before the directive: `[what is done](other.md#section)`")
            return
        }
        let isClear = directive.diagnostics.isEmpty && reader.diagnostics.isEmpty
        let passings = passings(of: reader.given.step.others)
        var keys = reader.given.step
        keys.others = []
        keys = joined(keys, in: frames)
        let parts = link.value.split(separator: "#", maxSplits: 1, omittingEmptySubsequences: false)
        let fragment = parts.count > 1 && !parts[1].isEmpty ? DocumentWalk.decoded(parts[1]) : nil
        append(
            Step(
                role: .include, id: reader.given.id, title: stepTitle, prose: takeProse(), number: frame.number,
                section: section, container: frame.container,
                span: source.spanOfLine(frame.line, fromColumn: frame.column), block: nil, keys: keys,
                include: Include(
                    file: Located(DocumentWalk.decoded(parts[0]), at: link.span), fragment: fragment,
                    passings: isClear ? passings : [])))
        // What is asked of a response belongs to a block.
        frame.acting = .nothing
    }

    private mutating func passings(of words: [StepKeys.Other]) -> [Include.Passing] {
        words.compactMap { word in
            let name = word.name
            guard let value = word.value, !value.value.isEmpty else {
                report(
                    "include/passing", "`\(name.value)` has no value", at: name.span,
                    help:
                        "write `\(name.value)=OURS`; a target or parameter with the same name in both documents "
                        + "is passed automatically"
                )
                return nil
            }
            for name in [name, value] {
                guard let problem = NameForm.problem(with: name, of: "a parameter or target") else { continue }
                diagnostics.append(problem)
                return nil
            }
            return Include.Passing(theirs: name, ours: value)
        }
    }

    /// Whether a link leads to a Markdown file of the same place, and not to another site.
    private static func isDocument(_ link: String) -> Bool {
        let path = link.utf8.prefix { $0 != UInt8(ascii: "#") }
        let scheme = path.prefix { $0 != UInt8(ascii: ":") && $0 != UInt8(ascii: "/") }
        return path.suffix(3).elementsEqual(".md".utf8) && path.dropFirst(scheme.count).first != UInt8(ascii: ":")
            && !path.starts(with: "//".utf8)
    }

    /// A part of a link without its percent-encoding.
    private static func decoded(_ text: Substring) -> String {
        var bytes: [UInt8] = []
        var rest = Array(text.utf8)[...]
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), digits.utf8.count == 2, let code = UInt8(digits, radix: 16) {
                bytes.append(code)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
