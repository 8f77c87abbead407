import OrderedJSON
import RunbookModel
import Testing

@testable import AlicloudHandler

struct CredentialTests {
    private func target(_ credentials: JSON, _ secrets: [String: String] = [:]) -> Target {
        Target(
            name: "cloud", kind: "alicloud", properties: ["region": "cn-hangzhou"],
            settings: ["credentials": credentials],
            secrets: secrets.mapValues { Secret($0) })
    }

    @Test func aKeyPairMayHaveATokenAndARole() throws {
        let secrets = ["credentials_access_key_secret": "s", "credentials_security_token": "t"]
        let key = try CredentialSource(target(["access_key_id": "id"], secrets))
        #expect(key == .key(Credentials(keyID: "id", secret: Secret("s"), token: Secret("t"))))
        let role = try CredentialSource(target(["profile": "p", "role_arn": "acs:ram::1:role/r"]))
        guard case .role(let assumed, by: .profile("p")) = role else {
            Issue.record("\(role)")
            return
        }
        #expect(assumed.arn == "acs:ram::1:role/r" && assumed.session == "runbook")
    }

    @Test func nothingIsTakenThatTheEnvironmentDoesNotName() {
        #expect(throws: CredentialSource.Problem.self) { try CredentialSource(target([:])) }
    }

    private static let file = """
        {"current":"default","profiles":[
          {"name":"default","mode":"AK","access_key_id":"a","access_key_secret":"b"},
          {"name":"sts","mode":"StsToken","access_key_id":"a","access_key_secret":"b","sts_token":"c"},
          {"name":"role","mode":"RamRoleArn","access_key_id":"a","access_key_secret":"b","ram_role_arn":"r","expired_seconds":900},
          {"name":"chain","mode":"ChainableRamRoleArn","source_profile":"sts","ram_role_arn":"r2"},
          {"name":"loop","mode":"ChainableRamRoleArn","source_profile":"loop","ram_role_arn":"r2"},
          {"name":"browser","mode":"CloudSSO"}]}
        """

    @Test func readsTheProfilesOfTheTool() throws {
        let file = try #require(ProfileFile(Array(CredentialTests.file.utf8)))
        #expect(try file.source("default") == .key(Credentials(keyID: "a", secret: Secret("b"), token: nil)))
        let session = CredentialSource.key(Credentials(keyID: "a", secret: Secret("b"), token: Secret("c")))
        #expect(try file.source("sts") == session)
        guard case .role(let role, by: _) = try file.source("role") else {
            Issue.record("no role")
            return
        }
        #expect(role.seconds == 900)
        guard case .role(_, by: session) = try file.source("chain") else {
            Issue.record("no chain")
            return
        }
        for (name, word) in [
            ("defualt", "did you mean `default`"), ("browser", "AK, StsToken"), ("loop", "names itself"),
        ] {
            do {
                _ = try file.source(name)
                Issue.record("\(name) was read")
            } catch {
                #expect((error.message + error.help).contains(word), "\(error)")
            }
        }
        #expect(ProfileFile(Array("[]".utf8)) == nil)
    }
}
