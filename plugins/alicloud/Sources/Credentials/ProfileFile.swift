import OrderedJSON
import RunbookModel

/// The profiles of the cloud's command-line tool, `~/.aliyun/config.json`.
struct ProfileFile {
    private let profiles: [JSON]

    /// Reads the file's bytes; nil when it is not what the tool writes.
    init?(_ bytes: [UInt8]) {
        guard let json = try? JSON(bytes: bytes), let profiles = json["profiles"]?.array else { return nil }
        self.profiles = profiles
    }

    /// The source that a profile is.
    ///
    /// - Throws: `CredentialSource.Problem` for a profile that is not there, and for one of a mode that is not known.
    func source(_ name: String, depth: Int = 0) throws(CredentialSource.Problem) -> CredentialSource {
        let names = profiles.compactMap { $0["name"]?.string }
        guard depth < 8 else {
            throw CredentialSource.Problem(
                message:
                    "the profile `\(name)` of the `aliyun` command names itself as its source, directly or by others",
                help: "run `aliyun configure --profile \(name)`, and name a profile with a key pair")
        }
        guard let profile = profiles.first(where: { $0["name"]?.string == name }) else {
            throw CredentialSource.Problem(
                message: "the `aliyun` command has no profile `\(name)`",
                help: Suggestion.help(for: name, among: names, noun: "profile"))
        }
        func text(_ name: String) -> String? {
            profile[name]?.string.flatMap { $0.isEmpty ? nil : $0 }
        }
        func key() throws(CredentialSource.Problem) -> CredentialSource {
            guard let id = text("access_key_id"), let secret = text("access_key_secret") else {
                throw CredentialSource.Problem(
                    message: "the profile `\(name)` has no key pair", help: "run `aliyun configure --profile \(name)`")
            }
            return .key(Credentials(keyID: id, secret: Secret(secret), token: text("sts_token").map { Secret($0) }))
        }
        func role(by source: CredentialSource) throws(CredentialSource.Problem) -> CredentialSource {
            guard let arn = text("ram_role_arn") else {
                throw CredentialSource.Problem(
                    message: "the profile `\(name)` has no role", help: "run `aliyun configure --profile \(name)`")
            }
            return .role(
                CredentialSource.Role(
                    arn: arn, session: text("ram_session_name") ?? "runbook",
                    seconds: profile["expired_seconds"]?.int ?? 3600, externalID: text("external_id")), by: source)
        }
        switch text("mode") ?? "AK" {
        case "AK", "StsToken": return try key()
        case "RamRoleArn": return try role(by: key())
        case "ChainableRamRoleArn":
            return try role(by: source(text("source_profile") ?? "", depth: depth + 1))
        case let mode:
            throw CredentialSource.Problem(
                message: "the profile `\(name)` has the mode `\(VisibleText.visible(mode))`, which is not supported",
                help: "use a profile of the mode AK, StsToken, RamRoleArn or ChainableRamRoleArn")
        }
    }
}
