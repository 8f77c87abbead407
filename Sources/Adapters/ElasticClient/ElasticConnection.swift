import Digests
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

    /// The URL that paths are appended to, the cluster's or Kibana's; does not end in `/`.
    package let url: String
    /// Whether requests go through the console of Kibana or OpenSearch Dashboards.
    package var isConsole: Bool { console != nil }
    /// That console; nil when the cluster is reached itself.
    let console: ConsoleProxyAddress?
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
    /// - Parameter own: Who asks, instead of the target's user.
    package init(_ target: Target, user own: ElasticUser? = nil) throws(Problem) {
        if let kibana = ElasticConnection.url("kibana", of: target) {
            let console = ConsoleProxyAddress(kibana: kibana, space: target.settings["space"]?.string)
            self.console = console
            url = console.root
        } else if let url = ElasticConnection.url("url", of: target) {
            console = nil
            self.url = url
        } else {
            throw Problem(
                message: "the target `\(target.name)` has no `url`",
                help: "add `url` to the target in the environment file")
        }
        name = target.name

        let tls = HTTPClient.TLS(target.settings["tls"] ?? .null)
        let user = own?.name ?? target.settings["user"]?.string ?? target.secrets["user"]?.reveal()
        let password = own?.password ?? target.secrets["password"]?.reveal()
        configuration = HTTPClient.Configuration(
            tls: tls,
            credentials: user.map { HTTPClient.Credentials(user: $0, password: password ?? "") },
            proxy: HTTPClient.Proxy(of: target))
        let scheme =
            target.secrets["api_key"].map { "ApiKey \(ElasticConnection.encodedKey($0.reveal()))" }
            ?? target.secrets["bearer"].map { "Bearer \($0.reveal())" }
        authorization = own == nil ? scheme : nil
        command = CurlCommand(url: url, target: target, user: own, tls: tls, isConsole: console != nil)
    }

    private static func url(_ key: String, of target: Target) -> String? {
        guard var url = target.settings[key]?.string, !url.isEmpty else { return nil }
        while url.hasSuffix("/") { url.removeLast() }
        return url
    }

    /// An API key as it is sent: in base64, which what has a colon in it (`ID:KEY`) is not yet.
    private static func encodedKey(_ key: String) -> String {
        key.contains(":") ? Base64.encoded(Array(key.utf8)) : key
    }
}

extension HTTPClient.TLS {
    /// The settings of a target's `tls`.
    fileprivate init(_ settings: JSON) {
        self.init(
            authorityFile: settings["ca"]?.string, certificateFile: settings["cert"]?.string,
            keyFile: settings["key"]?.string, serverName: settings["server_name"]?.string,
            isVerified: settings["verify"]?.bool ?? true)
    }
}

extension HTTPClient.Proxy {
    /// The proxy that a target is reached through.
    fileprivate init(of target: Target) {
        let settings = target.settings["proxy"] ?? .null
        guard let url = settings["url"]?.string else {
            self = .none
            return
        }
        let user = settings["user"]?.string ?? target.secrets["proxy_user"]?.reveal()
        self = .url(
            url,
            credentials: user.map {
                HTTPClient.Credentials(user: $0, password: target.secrets["proxy_password"]?.reveal() ?? "")
            })
    }
}
