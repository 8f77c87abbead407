internal import Glibc

/// Frames over the helper's standard streams: four bytes of length, most significant first, then the message.
enum FrameStream {
    enum Reading {
        case frame([UInt8])
        case end
        case broken
    }

    /// No request is longer; what asks for more is not our host.
    private static let limit = 1 << 28

    /// Waits for the next frame.
    static func read() -> Reading {
        let head = read(4)
        if head.isEmpty { return .end }
        let length = head.reduce(0) { $0 << 8 | Int($1) }
        guard head.count == 4, length <= limit else { return .broken }
        let bytes = read(length)
        guard bytes.count == length else { return .broken }
        return .frame(bytes)
    }

    /// Writes a whole frame; false: nobody reads any more.
    static func write(_ message: [UInt8]) -> Bool {
        let frame = (0..<4).map { UInt8(truncatingIfNeeded: message.count >> (24 - 8 * $0)) } + message
        var done = 0
        while done < frame.count {
            let count = frame[done...].withUnsafeBytes { Glibc.write(1, $0.baseAddress, $0.count) }
            if count < 0 && errno != EINTR { return false }
            done += max(0, count)
        }
        return true
    }

    /// As many bytes as there are, up to `count`.
    private static func read(_ count: Int) -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: count) { buffer, done in
            while done < count {
                let got = Glibc.read(0, buffer.baseAddress.map { $0 + done }, count - done)
                if got == 0 || (got < 0 && errno != EINTR) { break }
                done += max(0, got)
            }
        }
    }
}
