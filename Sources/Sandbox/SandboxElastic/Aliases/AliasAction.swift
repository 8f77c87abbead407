internal import OrderedJSON

/// A change of aliases.
struct AliasAction: Sendable {
    enum Kind: String, Sendable {
        case add
        case remove
        case removeIndex = "remove_index"
    }

    let kind: Kind
    let indices: [String]
    /// Names; patterns when they are to be removed.
    let aliases: [String]
    /// What an added alias stands for.
    let definition: JSON
}
