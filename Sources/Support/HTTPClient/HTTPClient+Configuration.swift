extension HTTPClient {
    /// What all requests of a client have in common.
    package struct Configuration: Sendable, Hashable {
        /// Whom to trust and how to show who we are.
        package var tls: TLS
        /// The user for basic authentication (RFC 7617), sent with every request.
        package var credentials: Credentials?
        /// Whether and which proxy is used; never for loopback addresses.
        package var proxy: Proxy

        /// Makes a configuration; without arguments it trusts the system's authorities and uses no proxy.
        package init(tls: TLS = TLS(), credentials: Credentials? = nil, proxy: Proxy = .none) {
            self.tls = tls
            self.credentials = credentials
            self.proxy = proxy
        }
    }

    /// A user and a password; kept out of URLs, argument lists and failures.
    package struct Credentials: Sendable, Hashable {
        /// The user's name, without a colon.
        package var user: String
        /// The password.
        package var password: String

        /// Makes credentials.
        package init(user: String, password: String) {
            self.user = user
            self.password = password
        }
    }

    /// Which proxy requests go through; loopback addresses are always reached directly.
    package enum Proxy: Sendable, Hashable {
        /// None, whatever the environment says.
        case none
        /// What `http_proxy`, `https_proxy`, `all_proxy` and `no_proxy` say, as libcurl reads them.
        case environment
        /// This one, for example `http://proxy:3128`; the credentials (basic authentication) are for the proxy alone.
        case url(String, credentials: Credentials? = nil)
    }
}
