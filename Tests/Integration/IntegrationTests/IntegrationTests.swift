import Testing

/// Tests that run the real binary against real sockets, one after another: each starts processes.
@Suite(.serialized)
enum IntegrationTests {}
