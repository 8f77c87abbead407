internal import CSystem
internal import Glibc

/// A child that was just started, with our ends of its pipes.
struct SpawnedChild: ~Copyable {
    let identity: ProcessIdentity
    let exit: Descriptor
    var input: Descriptor
    var output: Descriptor
    var errors: Descriptor

    /// Starts the child; the calling thread must outlive it.
    init(_ command: ProcessCommand) throws(SpawnError) {
        let path = try Executable.path(for: command)
        let input = try Pipe(command, ours: .writing)
        let output = try Pipe(command, ours: .reading)
        let errors = try Pipe(command, ours: .reading)
        let arguments = try CStrings([command.executable] + command.arguments, of: command)
        let environment = try CStrings(command.environment.map { "\($0.key)=\($0.value)" }, of: command)
        let texts = try CStrings([path] + (command.directory.map { [$0] } ?? []), of: command)

        var request = cs_spawn_request()
        request.executable = UnsafePointer(texts.pointers[0])
        request.directory = UnsafePointer(texts.pointers[1])
        request.arguments = UnsafePointer(arguments.pointers)
        request.environment = UnsafePointer(environment.pointers)
        request.input = input.theirs
        request.output = output.theirs
        request.errors = errors.theirs
        request.address_space = command.limits.addressSpace ?? 0
        request.cpu_seconds = command.limits.processorSeconds ?? 0
        request.is_marked = command.isOurs ? 1 : 0
        request.mark = ProcessMark.number(of: command.token)

        let result = cs_spawn(&request)
        if let step = result.failed_step {
            throw SpawnError(command, step: String(cString: step), code: result.error)
        }
        exit = Descriptor(result.pidfd)
        // A zombie keeps its entry in /proc, so this finds even a child that has ended already.
        identity =
            ProcessIdentity(of: result.pid) ?? ProcessIdentity(pid: result.pid, startTicks: 0, bootID: "")
        self.input = input.keepOurs()
        self.output = output.keepOurs()
        self.errors = errors.keepOurs()
    }
}
