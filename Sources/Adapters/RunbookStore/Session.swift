internal import Glibc
package import RunbookRun

/// Who works with the store, and by which clock.
package struct Session: Sendable {
    /// The person's name on this machine.
    package let user: String
    /// The machine.
    package let host: String
    /// The wall clock for the events.
    package let now: @Sendable () -> Timestamp

    /// Makes a session of this process.
    package init(user: String, host: String, now: @escaping @Sendable () -> Timestamp) {
        self.user = user
        self.host = host
        self.now = now
    }

    var owner: Owner { Owner(user: user, host: host, process: getpid(), since: now()) }
}
