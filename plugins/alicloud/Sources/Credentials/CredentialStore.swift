import AlicloudContract
import Glibc
import HTTPClient
import OrderedJSON
import RunbookModel

/// Gets the credentials of targets, and keeps sessions until shortly before they end.
actor CredentialStore {
    private var sessions: [CredentialSource: Credentials] = [:]
    private let http = HTTPClient(HTTPClient.Configuration(proxy: .environment))
    private let clock: @Sendable () -> Int
    private let readProfiles: @Sendable () -> [UInt8]?

    /// Makes a store.
    ///
    /// - Parameters:
    ///   - clock: The wall clock, in milliseconds since 1970-01-01T00:00:00Z.
    ///   - readProfiles: Reads the file of the command-line tool; nil when there is none.
    init(clock: @escaping @Sendable () -> Int, readProfiles: @escaping @Sendable () -> [UInt8]?) {
        self.clock = clock
        self.readProfiles = readProfiles
    }

    /// The credentials of a source, now.
    ///
    /// - Parameter endpoint: The address that assumes roles; nil for the region's own.
    /// - Throws: `CredentialSource.Problem` that says what a person can do.
    func credentials(
        _ source: CredentialSource, region: String, endpoint: String?
    ) async throws(CredentialSource.Problem) -> Credentials {
        switch source {
        case .key(let credentials): return credentials
        case .profile(let name):
            guard let bytes = readProfiles() else {
                throw CredentialSource.Problem(
                    message: "cannot read the configuration of the `aliyun` command, `~/.aliyun/config.json`",
                    help: "run `aliyun configure --profile \(name)`, or write a key pair in the environment file")
            }
            guard let file = ProfileFile(bytes) else {
                throw CredentialSource.Problem(
                    message: "the configuration of the `aliyun` command, `~/.aliyun/config.json`, is not valid",
                    help: "run `aliyun configure --profile \(name)`")
            }
            return try await credentials(try file.source(name), region: region, endpoint: endpoint)
        case .role(let role, let base):
            if let session = sessions[source], session.expires ?? .max > clock() + 300_000 { return session }
            let own = try await credentials(base, region: region, endpoint: endpoint)
            let session = try await assume(role, with: own, region: region, endpoint: endpoint)
            sessions[source] = session
            return session
        }
    }

    /// Forgets the session that some credentials are of, so that its role is assumed again.
    func forget(_ credentials: Credentials) {
        for (source, session) in sessions where session == credentials { sessions[source] = nil }
    }

    private func assume(
        _ role: CredentialSource.Role, with own: Credentials, region: String, endpoint: String?
    ) async throws(CredentialSource.Problem) -> Credentials {
        var parameters = [
            AcsParameter("RoleArn", role.arn), AcsParameter("RoleSessionName", role.session),
            AcsParameter("DurationSeconds", String(role.seconds)),
        ]
        if let id = role.externalID { parameters.append(AcsParameter("ExternalId", id)) }
        let request = CloudRequest(
            product: "sts", version: "2015-04-01", action: "AssumeRole", method: "POST", path: "/",
            query: parameters, body: nil)
        let address = endpoint ?? "https://sts.\(region).aliyuncs.com"
        let host = String(address.drop { $0 != "/" }.drop { $0 == "/" }.prefix { $0 != "/" })
        let signer = RequestSigner(
            credentials: own, now: clock(),
            nonce: String(UInt64.random(in: .min ... .max), radix: 16) + String(getpid(), radix: 16))
        let problem: String
        do throws(HTTPClient.Failure) {
            let response = try await http.send(
                HTTPClient.Request(
                    method: "POST", url: "\(address)/?\(AcsEncoding.canonical(parameters))",
                    headers: signer.headers(of: request, host: host), body: [], isRepeatable: true))
            let json = try? JSON(bytes: response.body)
            if let given = json?["Credentials"], let id = given["AccessKeyId"]?.string,
                let secret = given["AccessKeySecret"]?.string, let token = given["SecurityToken"]?.string
            {
                return Credentials(
                    keyID: id, secret: Secret(secret), token: Secret(token),
                    expires: given["Expiration"]?.string.flatMap { AcsTime.milliseconds($0) }
                        ?? clock() + role.seconds * 1000)
            }
            problem = "\(json?["Code"]?.string ?? "status \(response.status)"): \(json?["Message"]?.string ?? "")"
        } catch {
            problem = error.message
        }
        throw CredentialSource.Problem(
            message: "cannot assume the role `\(role.arn)`: \(problem)",
            help: "check `role_arn`, and which users may assume the role")
    }
}

extension CloudRequest {
    /// Makes a request of its parts.
    init(
        product: String, version: String, action: String, method: String, path: String, query: [AcsParameter],
        body: Body?
    ) {
        self.product = product
        self.version = version
        self.action = action
        self.method = method
        self.path = path
        self.query = query
        self.body = body
    }
}
