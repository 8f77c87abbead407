import ConsoleHandler
import Glibc
import HTTPClient
import OrderedJSON
import RunbookEnvironment
import RunbookModel
import RunbookPlugin
import RunbookTesting
import SandboxWorld
import Testing

@testable import SandboxServer

struct SandboxServerEnvironmentTests {
    @Test func writesAnEnvironmentForItsOwnerOnly() async throws {
        try await TestSandbox.with { sandbox in
            let folder = try TestFolder()
            let path = folder.file("sandbox.yaml")
            try sandbox.server.writeEnvironment(to: path)
            try sandbox.server.writeEnvironment(to: path)
            var status = stat()
            #expect(stat(path, &status) == 0)
            #expect(status.st_mode & 0o777 == 0o600)
            #expect(status.st_size == sandbox.server.environmentText.utf8.count)
            let error = #expect(throws: EnvironmentFileError.self) {
                try sandbox.server.writeEnvironment(to: "/nowhere/x.yaml")
            }
            #expect(error?.description == "cannot write `/nowhere/x.yaml`: no such file or directory")
        }
    }

    @Test func describesItselfAsAnEnvironment() async throws {
        try await TestSandbox.with { sandbox in
            let leader = try #require(sandbox.server.url(of: "leader"))
            #expect(
                sandbox.server.environmentText.hasPrefix(
                    """
                    # Written by `runbook sandbox`. It is valid while that process runs.
                    environment:
                      version: 1
                      description: sandbox
                      disposable: true
                      sandbox: \(sandbox.server.controlURL)

                    targets:
                      leader:
                        kind: elasticsearch
                        url: \(leader)
                        instance: es-cn-leader
                        transport: 127.0.0.1:19300
                        private_ip: 10.1.0.10
                        version: 7.0.0
                      follower:

                    """))
        }
    }

    @Test func isReadAsADisposableEnvironment() async throws {
        try await TestSandbox.with { sandbox in
            let folder = try TestFolder()
            let path = folder.file("sandbox.yaml")
            try sandbox.server.writeEnvironment(to: path)
            let (environment, warnings) = try Environment.read(
                EnvironmentFile(file: path, origin: .path), kinds: TargetKinds([ConsoleHandler.manifest]))
            #expect(warnings.isEmpty)
            #expect(environment.isDisposable)
            #expect(environment.sandbox?.value == sandbox.server.controlURL)
            let follower = try #require(environment.target("follower"))
            #expect(follower.isLoopback)
            #expect(follower.properties["instance"] == "es-cn-follower")
            #expect(follower.properties["transport"] == "127.0.0.1:19301")
            #expect(follower.properties["private_ip"] == "10.2.0.10")
            #expect(follower.properties["version"] == "7.0.0")
            #expect(follower.settings["url"]?.string == sandbox.server.url(of: "follower"))
        }
    }
}
