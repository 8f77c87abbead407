import ElasticRequests
import HTTPClient
import OrderedJSON
package import RunbookModel

/// How a target is reached.
package struct ElasticConnection: Sendable {
    /// Why a target cannot be reached with what is known of it.
    package struct Problem: Error {
        /// What is missing.
        package let message: String
        /// What to do.
        package let help: String
    }

    /// The URL that paths are appended to; does not end in `/`.
    package let url: String
    /// What the target's client is made of.
    let configuration: HTTPClient.Configuration
    /// The value of the `Authorization` header, when it is not basic authentication.
    let authorization: String?
    /// The target's name; its connections are its own.
    let name: String
    /// The fixed part of a command to paste.
    let command: CurlCommand

    /// Makes the connection of a target.
    ///
    /// - Parameter own: Who asks, in place of the target's user.
    package init(_ target: Target, user own: ElasticUser? = nil) throws(Problem) {
        guard var url = target.settings["url"]?.string, !url.isEmpty else {
            throw Problem(
                message: "the target `\(target.name)` has no `url`", help: "give it one in the environment file")
        }
        while url.hasSuffix("/") { url.removeLast() }
        self.url = url
        name = target.name

        let settings = target.settings["tls"] ?? .null
        let tls = HTTPClient.TLS(
            authorityFile: settings["ca"]?.string, certificateFile: settings["cert"]?.string,
            keyFile: settings["key"]?.string, serverName: settings["server_name"]?.string,
            isVerified: settings["verify"]?.bool ?? true)
        let user = own?.name ?? target.settings["user"]?.string ?? target.secrets["user"]?.reveal()
        let password = own?.password ?? target.secrets["password"]?.reveal()
        configuration = HTTPClient.Configuration(
            tls: tls,
            credentials: user.map { HTTPClient.Credentials(user: $0, password: password ?? "") },
            proxy: target.settings["proxy"]?.string.map(HTTPClient.Proxy.url) ?? .none)
        let scheme =
            target.secrets["api_key"].map { "ApiKey \($0.reveal())" }
            ?? target.secrets["bearer"].map { "Bearer \($0.reveal())" }
        authorization = own == nil ? scheme : nil
        command = CurlCommand(url: url, target: target, user: own, tls: tls)
    }
}

extension CurlCommand {
    /// The fixed part for a target; secrets are shell variables such as `LEADER_PASSWORD`.
    fileprivate init(url: String, target: Target, user own: ElasticUser?, tls: HTTPClient.TLS) {
        let prefix = target.name.uppercased()
        var options: [[String]] = []
        if let file = tls.authorityFile { options.append(["--cacert", file]) }
        if let file = tls.certificateFile { options.append(["--cert", file]) }
        if let file = tls.keyFile { options.append(["--key", file]) }
        if !tls.isVerified { options.append(["-k"]) }
        self.init(url: url, options: options)
        if let own {
            (user, password) = (own.name, own.password)
        } else if target.secrets["api_key"] != nil {
            (scheme, secretName) = ("ApiKey", "\(prefix)_API_KEY")
        } else if target.secrets["bearer"] != nil {
            (scheme, secretName) = ("Bearer", "\(prefix)_BEARER")
        } else {
            user = target.settings["user"]?.string ?? target.secrets["user"].map { _ in "${\(target.name)_user}" }
            secretName = target.secrets["password"].map { _ in "\(prefix)_PASSWORD" }
        }
    }
}
