internal import Glibc

/// Reads a terminal under `poll`, so that another thread can end the wait.
///
/// It blocks its thread: for use by ``Console`` on a thread of its own.
struct TerminalReader {
    let descriptor: Int32
    let wake: WakePipe

    /// How long the rest of a key's bytes may take after the escape byte, in milliseconds.
    private static let sequencePause: Int32 = 25
    /// The longest line a terminal hands over (N_TTY_BUF_SIZE of the kernel).
    private static let longestLine = 4096

    /// One line without its end; nil at the end of input, by Ctrl-D or when the terminal is gone.
    func line() throws(CancellationError) -> String? {
        guard try waitForInput() else { return nil }
        guard var bytes = read(upTo: Self.longestLine), !bytes.isEmpty else { return nil }
        // Ctrl-D in the middle of a line hands over what was typed so far; the line continues.
        while bytes.last != UInt8(ascii: "\n") {
            guard try waitForInput(), let more = read(upTo: Self.longestLine), !more.isEmpty else { return nil }
            bytes += more
        }
        bytes.removeLast()
        return String(decoding: bytes, as: UTF8.self)
    }

    /// One key; nil at the end of input, by Ctrl-D or when the terminal is gone.
    func key() throws(CancellationError) -> Key? {
        while true {
            guard try waitForInput(), var bytes = read(upTo: 1), let first = bytes.first, first != 4 else { return nil }
            if first == 0x1b {
                while bytes.count < 8, isReady(within: Self.sequencePause), let next = read(upTo: 1), !next.isEmpty {
                    bytes += next
                    if bytes.count > 2, (0x40...0x7e).contains(next[0]) { break }
                }
            } else {
                for _ in 0..<continuationBytes(after: first) {
                    guard try waitForInput(), let next = read(upTo: 1), !next.isEmpty else { return nil }
                    bytes += next
                }
            }
            if let key = Key(bytes: bytes) { return key }
        }
    }

    private func continuationBytes(after first: UInt8) -> Int {
        switch first {
        case 0xc0..<0xe0: 1
        case 0xe0..<0xf0: 2
        case 0xf0..<0xf8: 3
        default: 0
        }
    }

    /// Waits until there is something to read; false when the terminal is gone.
    private func waitForInput() throws(CancellationError) -> Bool {
        while true {
            var descriptors = [
                pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0),
                pollfd(fd: wake.readEnd, events: Int16(POLLIN), revents: 0),
            ]
            if poll(&descriptors, 2, -1) < 0 {
                if errno == EINTR { continue }
                return false
            }
            if descriptors[1].revents != 0 { throw CancellationError() }
            if descriptors[0].revents & Int16(POLLIN) != 0 { return true }
            if descriptors[0].revents != 0 { return false }
        }
    }

    private func isReady(within milliseconds: Int32) -> Bool {
        var one = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return poll(&one, 1, milliseconds) == 1 && one.revents & Int16(POLLIN) != 0
    }

    /// What is there, at most so many bytes; empty at the end of input, nil when reading fails.
    private func read(upTo count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        while true {
            let taken = Glibc.read(descriptor, &bytes, count)
            if taken < 0, errno == EINTR { continue }
            return taken < 0 ? nil : Array(bytes.prefix(taken))
        }
    }
}
