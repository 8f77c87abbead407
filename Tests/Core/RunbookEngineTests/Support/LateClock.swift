import Synchronization

/// A way to move a clock that is made later than the closure that moves it.
final class LateClock: Sendable {
    private let action = Mutex<(@Sendable (Duration) -> Void)?>(nil)

    func set(_ move: @escaping @Sendable (Duration) -> Void) { action.withLock { $0 = move } }

    var advance: (@Sendable (Duration) -> Void)? { action.withLock { $0 } }
}
