import Digests
import OrderedJSON
import RunbookModel
import RunbookTesting
import Testing

@testable import RunbookEnvironment

struct EnvironmentReadTests {
    @Test func readsEverything() throws {
        let text = """
            environment:
              version: 1
              description: Staging
              protected: true
            targets:
              leader:
                kind: elasticsearch
                url: https://es-leader.example.com:9200/
                user: elastic
                password: { env: LEADER_PASSWORD }
                tls: { ca: certs/leader.pem, cert: /etc/c.pem, key: ../k.pem, server_name: es, verify: false }
                instance: es-cn-leader
                private_ip: 10.8.1.20
                transport: 10.8.1.20:9300
              follower: { kind: elasticsearch, url: "http://[::1]:9201" }
            parameters:
              bandwidth_mbps: 20
              version: 7.10
              token: { env: TOKEN }
            """
        let environment = try EnvironmentFixture.read(text)
        #expect(environment.name == "staging")
        #expect(environment.file == "/envs/staging.yaml")
        #expect(environment.path == "/envs/staging.yaml")
        #expect(environment.sha256 == SHA256.hex(text))
        #expect(environment.description == "Staging")
        #expect(environment.isProtected)
        #expect(!environment.isDisposable)
        #expect(environment.sandbox == nil)
        #expect(environment.targets.map(\.name.value) == ["leader", "follower"])
        #expect(environment.parameter("bandwidth_mbps")?.value.value == 20)
        #expect(environment.parameter("version")?.value.value.text() == "7.10")
        #expect(environment.parameter("token")?.secretSource == .variable("TOKEN"))
        #expect(environment.parameter("version")?.secretSource == nil)

        let leader = try #require(environment.target("leader"))
        #expect(
            JSON.object(leader.settings) == [
                "url": "https://es-leader.example.com:9200", "user": "elastic",
                "tls": [
                    "ca": "/envs/certs/leader.pem", "cert": "/etc/c.pem", "key": "/envs/../k.pem", "server_name": "es",
                    "verify": false,
                ],
            ])
        #expect(
            JSON.object(leader.properties).isEquivalent(to: [
                "name": "leader", "url": "https://es-leader.example.com:9200", "host": "es-leader.example.com",
                "port": 9200, "instance": "es-cn-leader", "private_ip": "10.8.1.20", "transport": "10.8.1.20:9300",
            ]))
        #expect(leader.credentials.map(\.name) == ["password"])
        #expect(leader.credentials.first?.source == .variable("LEADER_PASSWORD"))
        #expect(!leader.isLoopback)
        #expect(environment.target("follower")?.isLoopback == true)
    }

    @Test func readsTheWayThroughKibanaAndAProxy() throws {
        let environment = try EnvironmentFixture.read(
            EnvironmentFixture.leader(
                "kibana: 'https://k.example.com/base/', space: ops-1, api_key: { env: KEY }, "
                    + "proxy: { url: 'http://proxy:3128', user: me, password: { command: [pass] } }"))
        let leader = try #require(environment.target("leader"))
        #expect(
            JSON.object(leader.settings) == [
                "kibana": "https://k.example.com/base", "space": "ops-1",
                "proxy": ["url": "http://proxy:3128", "user": "me"],
            ])
        #expect(JSON.object(leader.properties) == ["name": "leader"])
        #expect(leader.credentials.map(\.name) == ["api_key", "proxy_password"])
        #expect(leader.addresses.map(\.text.value) == ["https://k.example.com/base/", "http://proxy:3128"])
        #expect(leader.programs.count == 1)
    }

    @Test func readsAProxyWithoutAUserAndOneWhoseUserIsSecret() throws {
        let plain = try EnvironmentFixture.read(EnvironmentFixture.leader("url: 'http://a:1', proxy: 'http://p:1'"))
        #expect(plain.target("leader")?.settings["proxy"] == ["url": "http://p:1"])
        let secret = try EnvironmentFixture.read(
            EnvironmentFixture.leader(
                "url: 'http://a:1', proxy: { url: 'http://p:1', user: { env: U }, password: { env: P } }"))
        #expect(secret.target("leader")?.settings["proxy"] == ["url": "http://p:1"])
        #expect(secret.target("leader")?.credentials.map(\.name) == ["proxy_user", "proxy_password"])
    }

    @Test(arguments: [
        ("{ env: A }", SecretSource.variable("A")), ("{ file: /run/secrets/x }", .file("/run/secrets/x")),
        ("{ file: s/x }", .file("/envs/s/x")),
        ("{ command: [pass, show, es] }", .command(["pass", "show", "es"], directory: "/envs")),
    ])
    func readsSources(text: String, source: SecretSource) throws {
        let environment = try EnvironmentFixture.read(
            EnvironmentFixture.leader("url: 'http://a:1', user: u, password: \(text)"))
        #expect(environment.target("leader")?.credentials.first?.source == source)
    }

    @Test(arguments: [
        (SecretSource.variable("A"), "env:A"), (.file("/x"), "file:/x"),
        (.command(["a", "b"], directory: "/"), "command"),
    ])
    func recordsOnlyThePlace(source: SecretSource, label: String) {
        #expect(source.label == label)
    }

    @Test(arguments: [
        "url: http://127.0.0.1:9200", "url: https://localhost", "url: 'http://[::1]:9200'",
    ])
    func isDisposableOnThisMachine(url: String) throws {
        let text =
            "environment: { version: 1, disposable: true, sandbox: http://127.0.0.1:1/s }\n"
            + "targets:\n  leader: { kind: elasticsearch, \(url) }\n"
        let environment = try EnvironmentFixture.read(text)
        #expect(environment.isDisposable)
        #expect(environment.sandbox?.value == "http://127.0.0.1:1/s")
    }

    @Test func textsAreTextsWhateverTheyLookLike() throws {
        let environment = try EnvironmentFixture.read(
            EnvironmentFixture.leader("url: 'http://a:1', instance: 7.10, user: 123, password: { env: A }"))
        #expect(environment.target("leader")?.properties["instance"] == "7.10")
        #expect(environment.target("leader")?.settings["user"] == "123")
    }

    @Test func aUserMayComeFromASourceToo() throws {
        let environment = try EnvironmentFixture.read(
            EnvironmentFixture.leader("url: 'http://a:1', user: { env: U }, password: { env: P }"))
        let target = try #require(environment.target("leader"))
        #expect(target.credentials.map(\.name) == ["user", "password"])
        #expect(target.credentials.map(\.source) == [.variable("U"), .variable("P")])
        #expect(target.settings["user"] == nil)
    }

    @Test func warnsOfUselessTLS() throws {
        let problems = EnvironmentFixture.problems(
            EnvironmentFixture.leader("url: 'http://a:1', tls: { verify: false }"))
        #expect(problems.map(\.code) == ["environment/tls-unused"])
        #expect(problems.map(\.severity) == [.warning])
    }

    /// The form that a sandbox writes, found by name: nothing in it needs trust.
    @Test(arguments: [
        "",
        "  a:\n    kind: elasticsearch\n    url: http://127.0.0.1:4001\n    transport: 127.0.0.1:19300\n    private_ip: 10.0.0.1\n",
    ])
    func readsASandboxsFile(targets: String) throws {
        let text = """
            # Written by `runbook sandbox`. It is valid while that process runs.
            environment:
              version: 1
              description: sandbox
              disposable: true
              sandbox: http://127.0.0.1:4000/_sandbox/t

            targets:

            \(targets)
            """
        let environment = try EnvironmentFixture.read(text, origin: .repository)
        #expect(environment.isDisposable)
        #expect(environment.sandbox?.value == "http://127.0.0.1:4000/_sandbox/t")
        #expect(environment.targets.count == (targets.isEmpty ? 0 : 1))
        #expect(environment.trustProblems.isEmpty)
    }

    @Test func readsAFile() throws {
        let folder = try TestFolder()
        let path = try folder.write(EnvironmentFixture.leader("url: http://a, tls: {ca: c.pem}"), to: "envs/e.yaml")
        let (environment, _) = try Environment.read(
            EnvironmentFile(file: path, origin: .path), kinds: EnvironmentFixture.kinds)
        #expect(environment.name == "e")
        #expect(environment.target("leader")?.files.map(\.value) == [folder.path + "/envs/c.pem"])
    }

    @Test func saysWhyAFileCannotBeRead() {
        let error = #expect(throws: EnvironmentProblems.self) {
            try Environment.read(
                EnvironmentFile(file: "/nowhere/x.yaml", origin: .path), kinds: EnvironmentFixture.kinds)
        }
        #expect(error?.diagnostics.map(\.code) == ["environment/unreadable"])
        #expect(error?.diagnostics.first?.message.contains("no such file or directory") == true)
    }
}
