/// The ways in which an index is made of another one's shards.
enum ResizeKind: String, Sendable {
    case shrink, split, clone
}
