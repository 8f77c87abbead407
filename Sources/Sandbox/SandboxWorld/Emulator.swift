/// One emulated system behind one port.
///
/// The world lets one request in at a time (`SandboxWorld.respond`), so two emulators never wait for each other; but a
/// system may be its own peer: let go of your own lock before you ask one.
///
/// Nothing happens by itself between two requests: state that changes with time is kept as moments (`SandboxInstant`,
/// `Schedule`) and compared with `world.clock.now` when somebody asks.
package protocol Emulator: Sendable {
    /// Answers a request, or says in the answer how long it has to wait (`SandboxResponse.wait`); never waits itself.
    func respond(to request: SandboxRequest) -> SandboxResponse

    /// Takes over what peers have for it at a moment, without holding a lock while it reads them.
    ///
    /// The world asks all systems before each request, so that it does not count who is asked first.
    ///
    /// - Returns: Whether something changed that a peer may have to take over in turn.
    func catchUp(to now: SandboxInstant) -> Bool
}

extension Emulator {
    /// Nothing is taken over.
    package func catchUp(to now: SandboxInstant) -> Bool { false }
}
