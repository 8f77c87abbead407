public import OrderedJSON

/// A named system that steps act on, and what it must be.
public struct TargetDeclaration: Sendable, Hashable {
    /// The name that steps use.
    public let name: Located<String>
    /// The kind, such as `elasticsearch`, which a handler must know.
    public let kind: Located<String>
    /// Its description for the reader.
    public let description: String?
    /// What it must be: the other members as they are written, such as `version: ">=7.10"`, checked by the kind's
    /// handler.
    public let requirements: [(name: Located<String>, value: Located<JSON>)]

    /// Makes a declaration.
    public init(
        name: Located<String>, kind: Located<String>, description: String?,
        requirements: [(name: Located<String>, value: Located<JSON>)]
    ) {
        self.name = name
        self.kind = kind
        self.description = description
        self.requirements = requirements
    }

    /// The value of a requirement.
    public func requirement(_ name: String) -> Located<JSON>? { requirements.first { $0.name.value == name }?.value }

    /// Compares all members.
    public static func == (left: TargetDeclaration, right: TargetDeclaration) -> Bool {
        left.name == right.name && left.kind == right.kind && left.description == right.description
            && left.requirements.elementsEqual(right.requirements) { $0.name == $1.name && $0.value == $1.value }
    }

    /// Feeds the name and the kind.
    public func hash(into hasher: inout Hasher) {
        hasher.combine(name)
        hasher.combine(kind)
    }
}
