import AlicloudContract
import OrderedJSON
import RunbookModel

/// Where the credentials of a target come from, as its environment file says.
enum CredentialSource: Sendable, Hashable {
    /// A key pair, with the token of a session where it belongs to one.
    case key(Credentials)
    /// A profile of the cloud's command-line tool.
    case profile(String)
    /// A role that a key pair, or a profile, may assume.
    indirect case role(Role, by: CredentialSource)

    /// A role and how it is assumed.
    struct Role: Sendable, Hashable {
        let arn: String
        let session: String
        /// How long a session lasts, in seconds.
        let seconds: Int
        let externalID: String?
    }

    /// Why a target cannot be used.
    struct Problem: Error, Hashable {
        let message: String
        let help: String
    }

    /// Reads the source of a target.
    ///
    /// - Parameter isSandbox: Whether requests stay on this machine, where the sandbox has a key of its own.
    /// - Throws: `Problem` when none is named.
    init(_ target: Target, isSandbox: Bool = false) throws(Problem) {
        let settings = target.settings["credentials"]?.object ?? JSONObject()
        var base: CredentialSource?
        if let id = target.secrets["credentials_access_key_id"]?.reveal() ?? settings["access_key_id"]?.string,
            let secret = target.secrets["credentials_access_key_secret"]
        {
            base = .key(
                Credentials(keyID: id, secret: secret, token: target.secrets["credentials_security_token"]))
        } else if let name = settings["profile"]?.string {
            base = .profile(name)
        } else if isSandbox {
            base = .key(Credentials(keyID: SandboxKey.id, secret: Secret(SandboxKey.secret), token: nil))
        }
        guard let base else {
            throw Problem(
                message: "the environment file has no credentials for `\(target.name)`",
                help: "write `credentials: { profile: NAME }`, or `access_key_id` and `access_key_secret` under "
                    + "`credentials`")
        }
        guard let arn = settings["role_arn"]?.string else {
            self = base
            return
        }
        self = .role(
            Role(
                arn: arn, session: settings["role_session_name"]?.string ?? "runbook", seconds: 3600,
                externalID: settings["external_id"]?.string), by: base)
    }
}
