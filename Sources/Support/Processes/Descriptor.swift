internal import Glibc

/// Owns a file descriptor and closes it.
struct Descriptor: ~Copyable {
    /// The number; -1 once it is closed, which poll(2) passes over.
    private(set) var number: Int32

    init(_ number: Int32) { self.number = number }

    var isOpen: Bool { number >= 0 }

    mutating func shut() {
        if isOpen { close(number) }
        number = -1
    }

    deinit {
        if number >= 0 { close(number) }
    }
}
