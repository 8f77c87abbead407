internal import Glibc

/// Why a file is not read.
package struct FileFailure: Error, Sendable, Hashable {
    /// The reason as a phrase, such as `no such file or directory`.
    package let reason: String
    /// The system's error number; 0 for a reason of ours.
    package let code: Int32
    /// Whether it is too large.
    package let isTooLarge: Bool

    init(_ reason: String) {
        self.reason = reason
        code = 0
        isTooLarge = false
    }

    init(largerThan limit: Int) {
        reason = "it is larger than \(limit >= 1 << 20 ? "\(limit >> 20) MiB" : "\(limit >> 10) KiB")"
        code = 0
        isTooLarge = true
    }

    init(code: Int32) {
        self.code = code
        isTooLarge = false
        var buffer = [CChar](repeating: 0, count: 256)
        guard strerror_r(code, &buffer, buffer.count) == 0 else {
            reason = "error \(code)"
            return
        }
        reason = String(decoding: buffer.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self).lowercased()
    }

    /// Whether there is nothing at the path.
    package var isMissing: Bool { code == ENOENT || code == ENOTDIR }
}
