internal import Digests
internal import Synchronization

/// A claim on an environment, held until it is released or the process ends.
package final class EnvironmentClaim: Sendable {
    private let lock: Mutex<FileLock?>
    private let path: String

    init(_ lock: FileLock, at path: String) {
        self.lock = Mutex(lock)
        self.path = path
    }

    /// Gives the environment free.
    package func release() {
        lock.withLock { lock in
            // Each document at each place has a claim of its own, so its file would rarely be used again.
            lock?.removeFile(path)
            lock = nil
        }
    }

    /// The part of the lock's name that stands for what is claimed.
    static func hash(of subject: [String]) -> String {
        // A NUL is in no address and in no path, so that no two lists look the same.
        String(SHA256.hex(subject.sorted().joined(separator: "\0")).prefix(32))
    }
}
