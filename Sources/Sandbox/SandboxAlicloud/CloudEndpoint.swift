package import SandboxWorld

/// The endpoint of a region: where requests to one cloud of the sandbox arrive.
package final class CloudEndpoint: Emulator {
    /// The account behind it.
    package let cloud: Cloud
    /// The region it is in.
    package let region: String
    private let clock: SandboxClock

    /// Makes an endpoint.
    package init(cloud: Cloud, region: String, clock: SandboxClock) {
        self.cloud = cloud
        self.region = region
        self.clock = clock
    }

    /// Answers a request; never waits.
    package func respond(to request: SandboxRequest) -> SandboxResponse {
        cloud.respond(to: request, region: region, now: clock.now)
    }
}
