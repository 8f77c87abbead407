internal import CSystem
internal import Glibc

/// The thread of one child: it starts it, and therefore must outlive it, for the kernel kills a child with the thread
/// that started it (PR_SET_PDEATHSIG).
enum ChildThread {
    typealias Started = Result<ProcessIdentity, SpawnError>

    private static let stackSize = 256 * 1024

    /// What the thread is given; it takes ownership.
    private final class Task {
        let command: ProcessCommand
        let state: ChildState
        let started: (Started) -> Void

        init(command: ProcessCommand, state: ChildState, started: @escaping (Started) -> Void) {
            self.command = command
            self.state = state
            self.started = started
        }
    }

    /// Starts the thread and through it the child; `started` is called exactly once, on any thread.
    static func start(_ command: ProcessCommand, state: ChildState, started: @escaping (Started) -> Void) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        defer { pthread_attr_destroy(&attributes) }
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        pthread_attr_setstacksize(&attributes, stackSize)

        let task = Unmanaged.passRetained(Task(command: command, state: state, started: started))
        var thread = pthread_t()
        let error = pthread_create(&thread, &attributes, { ChildThread.main($0) }, task.toOpaque())
        guard error != 0 else { return }
        task.release()
        started(.failure(SpawnError(command, step: "pthread_create", code: error)))
    }

    private static func main(_ argument: UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? {
        guard let argument else { return nil }
        let task = Unmanaged<Task>.fromOpaque(argument).takeRetainedValue()
        // A write to a child that has closed its input must be an error here, not a SIGPIPE for the program.
        var signals = sigset_t()
        sigfillset(&signals)
        pthread_sigmask(SIG_SETMASK, &signals, nil)
        do throws(SpawnError) {
            let spawned = try SpawnedChild(task.command)
            task.started(.success(spawned.identity))
            var loop = ChildLoop(spawned, command: task.command, state: task.state)
            loop.run()
        } catch {
            task.started(.failure(error))
        }
        return nil
    }
}
