import ElasticRequests
import HTTPClient
import OrderedJSON
import RunbookModel

extension CurlCommand {
    /// The fixed part for a target; secrets are shell variables such as `LEADER_PASSWORD`.
    init(url: String, target: Target, user own: ElasticUser?, tls: HTTPClient.TLS, isConsole: Bool) {
        let prefix = target.name.uppercased()
        var options: [[String]] = []
        if let file = tls.authorityFile { options.append(["--cacert", file]) }
        if let file = tls.certificateFile { options.append(["--cert", file]) }
        if let file = tls.keyFile { options.append(["--key", file]) }
        if !tls.isVerified { options.append(["-k"]) }
        if let proxy = target.settings["proxy"]?["url"]?.string { options.append(["--proxy", proxy]) }
        if target.secrets["proxy_password"] != nil {
            let user = target.settings["proxy"]?["user"]?.string ?? "${\(target.name)_proxy_user}"
            options.append(["--proxy-user", "\(user):${\(target.name)_proxy_password}"])
        }
        if isConsole { options += ConsoleProxyAddress.headers.map { ["-H", "\($0.0): \($0.1)"] } }
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
