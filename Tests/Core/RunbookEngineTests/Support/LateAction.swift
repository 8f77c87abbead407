import Synchronization

/// Something to do that is known later than the closure that does it.
final class LateAction: Sendable {
    private let action = Mutex<(@Sendable (String) -> Void)?>(nil)

    func set(_ action: @escaping @Sendable (String) -> Void) { self.action.withLock { $0 = action } }

    func run(_ text: String) { action.withLock { $0 }?(text) }
}
