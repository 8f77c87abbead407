/// Tells whoever asked for something which children were started for it, through all that lies between.
package enum StartedChildren {
    @TaskLocal static var observer: (@Sendable (ProcessIdentity) -> Void)?

    /// Does something, and tells of each child that it starts.
    package static func observing<Result: Sendable>(
        by observer: @escaping @Sendable (ProcessIdentity) -> Void, _ body: @Sendable () async -> Result
    ) async -> Result {
        await $observer.withValue(observer, operation: body)
    }
}
