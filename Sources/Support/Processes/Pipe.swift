internal import CSystem
internal import Glibc

/// A pipe to a child that is about to start.
struct Pipe: ~Copyable {
    enum Side: Int32 {
        case reading = 0
        case writing = 1
    }

    private let our: Int32
    /// The end that the child gets.
    let theirs: Int32

    init(_ command: ProcessCommand, ours side: Side) throws(SpawnError) {
        var ends: [Int32] = [-1, -1]
        let error = cs_pipe(&ends, side.rawValue)
        guard error == 0 else { throw SpawnError(command, step: "pipe2", code: error) }
        our = ends[side == .reading ? 0 : 1]
        theirs = ends[side == .reading ? 1 : 0]
    }

    /// Closes the child's end, which the child has by now, so that the end of its stream can be seen.
    consuming func keepOurs() -> Descriptor {
        let kept = our
        close(theirs)
        discard self
        return Descriptor(kept)
    }

    deinit {
        close(our)
        close(theirs)
    }
}
