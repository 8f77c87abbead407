internal import Glibc

/// An array of C strings that ends with a null pointer, as execve(2) wants it.
struct CStrings: ~Copyable {
    let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private let count: Int

    /// Copies the texts; one with a NUL inside is refused, for the child would see it cut.
    init(_ texts: [String], of command: ProcessCommand) throws(SpawnError) {
        guard !texts.contains(where: { $0.utf8.contains(0) }) else {
            throw SpawnError(command, reason: "an argument, a variable or the path contains a NUL byte", code: EINVAL)
        }
        count = texts.count
        pointers = .allocate(capacity: texts.count + 1)
        for (index, text) in texts.enumerated() { (pointers + index).initialize(to: strdup(text)) }
        (pointers + count).initialize(to: nil)
    }

    deinit {
        for index in 0..<count { free(pointers[index]) }
        pointers.deallocate()
    }
}
