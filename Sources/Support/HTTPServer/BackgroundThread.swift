import Glibc

/// A thread of its own for work that blocks, which neither Swift's pool nor Dispatch's (they share it) should do.
final class BackgroundThread: Sendable {
    private let work: @Sendable () -> Void

    private init(_ work: @escaping @Sendable () -> Void) { self.work = work }

    /// Runs the work on a new thread; here, when the system has no thread to give.
    static func run(_ work: @escaping @Sendable () -> Void) {
        var thread = pthread_t()
        let context = Unmanaged.passRetained(BackgroundThread(work))
        let status = pthread_create(
            &thread, nil,
            { context in
                guard let context else { return nil }
                Unmanaged<BackgroundThread>.fromOpaque(context).takeRetainedValue().work()
                return nil
            }, context.toOpaque())
        if status == 0 {
            pthread_detach(thread)
        } else {
            context.takeRetainedValue().work()
        }
    }
}
