/// Builds the tree of nodes from events, with a stack of its own: deep input must not become deep recursion.
struct YAMLComposer: ~Copyable {
    /// A sequence or mapping that is not closed yet.
    private struct Level {
        let isMapping: Bool
        let isBlock: Bool
        let start: YAMLMark
        var nodes: [YAMLNode] = []
        var entries: [YAMLEntry] = []
        var key: YAMLNode?
        var places: [String: YAMLMark] = [:]

        /// Adds a node where it belongs: as an element, as the next key, or as the value of the key before it.
        mutating func add(_ node: YAMLNode, isCut: Bool) throws(YAMLError) {
            guard isMapping else {
                nodes.append(node)
                return
            }
            if let key, let name = key.scalar?.text {
                entries.append(YAMLEntry(name: name, key: key, value: node))
                self.key = nil
            } else {
                try begin(node, isCut: isCut)
            }
        }

        /// - Parameter isCut: Whether the key has no `:`, so that it may be the rest of the value before it.
        private mutating func begin(_ key: YAMLNode, isCut: Bool) throws(YAMLError) {
            guard let scalar = key.scalar else { throw YAMLError("a key must be a scalar", at: key.start) }
            if scalar.style == .plain, scalar.text == "<<" {
                throw YAMLError("a merge key (`<<`) is not allowed: write the keys themselves", at: key.start)
            }
            if let first = places.updateValue(key.start, forKey: scalar.text) {
                throw YAMLError(
                    "the key `\(scalar.text)` is repeated"
                        + (isCut ? ": a comma ends a value in braces, so put quotes around the whole value" : ""),
                    at: key.start,
                    related: YAMLError.Related(message: "the first one is here", mark: first))
            }
            self.key = key
        }
    }

    private var reader: YAMLEventReader
    private var levels: [Level] = []
    private var root: YAMLNode?
    private var nodeCount = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) throws(YAMLError) { reader = try YAMLEventReader(bytes) }

    static func document(of bytes: UnsafeBufferPointer<UInt8>) throws(YAMLError) -> YAMLNode {
        var composer = try YAMLComposer(bytes)
        return try composer.document()
    }

    private mutating func document() throws(YAMLError) -> YAMLNode {
        while true {
            let event = try reader.next()
            switch event.kind {
            case .documentStart(let hasDirectives): try begin(event, hasDirectives: hasDirectives)
            case .scalar(let scalar, let decoration):
                try refuse(decoration, at: event.start)
                try add(YAMLNode(.scalar(scalar), start: event.start, end: event.end))
            case .sequenceStart(let isBlock, let decoration):
                try refuse(decoration, at: event.start)
                try open(Level(isMapping: false, isBlock: isBlock, start: event.start))
            case .mappingStart(let isBlock, let decoration):
                try refuse(decoration, at: event.start)
                try open(Level(isMapping: true, isBlock: isBlock, start: event.start))
            case .collectionEnd: try close(at: event.end)
            case .alias: throw YAMLError("an alias (`*name`) is not allowed: write the value itself", at: event.start)
            case .other: break
            case .streamEnd:
                return root ?? YAMLNode(.scalar(YAMLScalar("", style: .plain)), start: event.start, end: event.start)
            }
        }
    }

    private func begin(_ event: YAMLEvent, hasDirectives: Bool) throws(YAMLError) {
        if hasDirectives {
            throw YAMLError("a directive (`%YAML`, `%TAG`) is not allowed: remove it", at: event.start)
        }
        if root != nil { throw YAMLError("a second document is not allowed: remove it", at: event.start) }
    }

    private func refuse(_ decoration: YAMLEvent.Decoration?, at mark: YAMLMark) throws(YAMLError) {
        guard let decoration else { return }
        throw YAMLError("\(decoration.rawValue) is not allowed: write the value itself", at: mark)
    }

    private mutating func count(at mark: YAMLMark) throws(YAMLError) {
        nodeCount += 1
        if nodeCount > YAMLNode.maximumNodes {
            throw YAMLError("more than \(YAMLNode.maximumNodes) values", at: mark)
        }
    }

    private mutating func open(_ level: Level) throws(YAMLError) {
        try count(at: level.start)
        if levels.count >= YAMLNode.maximumDepth {
            throw YAMLError("more than \(YAMLNode.maximumDepth) nested levels", at: level.start)
        }
        if let last = levels.last, last.isMapping, last.key == nil {
            throw YAMLError("a key must be a scalar", at: level.start)
        }
        levels.append(level)
    }

    private mutating func close(at end: YAMLMark) throws(YAMLError) {
        guard let level = levels.popLast() else { return }
        // libyaml ends a block where the next thing begins, blank lines and comments behind it included.
        let last = level.isMapping ? level.entries.last?.value.end : level.nodes.last?.end
        let content: YAMLNode.Content = level.isMapping ? .mapping(level.entries) : .sequence(level.nodes)
        try attach(YAMLNode(content, start: level.start, end: level.isBlock ? last ?? end : end))
    }

    private mutating func add(_ node: YAMLNode) throws(YAMLError) {
        try count(at: node.start)
        try attach(node)
    }

    private mutating func attach(_ node: YAMLNode) throws(YAMLError) {
        guard let index = levels.indices.last else {
            root = node
            return
        }
        let isKey = !levels[index].isBlock && levels[index].isMapping && levels[index].key == nil
        try levels[index].add(node, isCut: isKey && reader.isWithoutColon(behind: node.end.offset))
    }
}
