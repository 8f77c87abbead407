internal import Dispatch
internal import Glibc

/// Tells when somebody wrote to the store, so that whoever waits for an answer from elsewhere need not ask again and
/// again.
enum StoreWatch {
    /// Something now and after each commit of any process; several commits may be told as one.
    ///
    /// A commit goes into the write-ahead log beside the database, and inotify(7) tells of each write to it. The stream
    /// ends at once where nothing can be watched.
    static func commits(to folder: StoreFolder) -> AsyncStream<Void> {
        let (stream, continuation) = AsyncStream.makeStream(of: Void.self, bufferingPolicy: .bufferingNewest(1))
        continuation.yield()
        let watch = inotify_init1(Int32(O_CLOEXEC))
        let mark = inotify_add_watch(watch, folder.path, UInt32(IN_MODIFY))
        guard mark >= 0 else {
            if watch >= 0 { close(watch) }
            continuation.finish()
            return stream
        }
        // Its removal is an event, too: the last that the thread below reads.
        continuation.onTermination = { _ in inotify_rm_watch(watch, mark) }
        DispatchQueue(label: "runbook.store.watch").async { @Sendable in
            while true {
                // A write may be reported never, or long before its commit can be read.
                while !hasMore(watch, within: patience) { continuation.yield() }
                guard goesOn(watch) else { break }
                continuation.yield()
                // The log is written before the commit can be seen: whoever looked at once looks again.
                for pause in echoes where !hasMore(watch, within: pause) { continuation.yield() }
            }
            continuation.finish()
            close(watch)
        }
        return stream
    }

    /// How long after a write, in milliseconds, it is reported again; a flush of the disk lies between write and
    /// commit, and on a busy machine it takes many seconds.
    private static let echoes: [Int32] = [20, 200, 1000, 5000]

    /// How long nothing may be reported, in milliseconds, before somebody looks without being told.
    private static let patience: Int32 = 20_000

    /// Whether another event comes within so many milliseconds.
    private static func hasMore(_ watch: Int32, within milliseconds: Int32) -> Bool {
        var entry = pollfd(fd: watch, events: Int16(POLLIN), revents: 0)
        return poll(&entry, 1, milliseconds) > 0
    }

    /// Waits for the next events; false when the watch has ended.
    private static func goesOn(_ watch: Int32) -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4096)
        var count: Int
        repeat { count = read(watch, &buffer, buffer.count) } while count < 0 && errno == EINTR
        guard count > 0 else { return false }
        return buffer.withUnsafeBytes { bytes in
            var offset = 0
            while offset + MemoryLayout<inotify_event>.size <= count {
                let event = bytes.loadUnaligned(fromByteOffset: offset, as: inotify_event.self)
                if event.mask & UInt32(IN_IGNORED) != 0 { return false }
                offset += MemoryLayout<inotify_event>.size + Int(event.len)
            }
            return true
        }
    }
}
