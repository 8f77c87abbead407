/// What a block is, as the second word of its info string says.
enum FenceRole: String, CaseIterable, Sendable {
    /// Done once.
    case run
    /// A read that must pass.
    case verify
    /// What a response must contain.
    case expect
    /// Filters that must be true.
    case assert
    /// Values taken from a response.
    case capture
    /// Takes a step back.
    case undo
    /// Looks executable, is not.
    case text
}
