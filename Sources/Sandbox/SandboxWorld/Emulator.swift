/// One emulated system behind one port.
///
/// `respond` is synchronous and holds whatever lock it needs inside. The world lets one request in at a time
/// (`SandboxWorld.respond`), so two emulators never wait for each other; but a cluster may be its own remote: let go
/// of your own lock before you ask a peer.
///
/// Nothing happens by itself between two requests: state that changes with time is kept as moments (`SandboxInstant`,
/// `Schedule`) and compared with `world.clock.now` when somebody asks.
package protocol Emulator: Sendable {
    /// Answers a request; never waits.
    func respond(to request: SandboxRequest) -> SandboxResponse
}
