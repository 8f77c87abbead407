import RunbookModel

/// A request as a command to paste into a shell.
package struct CurlCommand: Sendable {
    /// The target's URL, without a path of its own or a slash at its end.
    package var url: String
    /// The user for basic authentication.
    package var user: String?
    /// The user's password when the document holds it, with `${name}` for secrets in it.
    package var password: String?
    /// The shell variable that holds the password or the key, such as `LEADER_PASSWORD`.
    package var secretName: String?
    /// The scheme of the `Authorization` header that the secret is for; nil for basic authentication.
    package var scheme: String?
    /// Further options, each an option and its value, or an option alone.
    package var options: [[String]]

    /// Makes a command's fixed part.
    package init(
        url: String, user: String? = nil, password: String? = nil, secretName: String? = nil, scheme: String? = nil,
        options: [[String]] = []
    ) {
        self.url = url
        self.user = user
        self.password = password
        self.secretName = secretName
        self.scheme = scheme
        self.options = options
    }

    /// The command for a request; nil when it holds a NUL, which no argument of a program can.
    ///
    /// - Parameter values: The names whose `${name}` stands for a value that was left out, and becomes the shell variable
    ///   `NAME`; nil for all names, and then `$${` stands for the text `${`.
    package func text(_ request: ElasticRequest, values: Set<String>? = nil) -> String? {
        let shell = ShellQuoting(values: values)
        var parts = ["curl -sS"]
        parts.append(request.method == "HEAD" ? "-I" : "-X \(request.method)")
        for option in options {
            parts.append(option.enumerated().map { $0 == 0 ? $1 : ShellQuoting().quoted($1) }.joined(separator: " "))
        }
        if let scheme {
            parts.append("-H \"Authorization: \(scheme) $\(secretName ?? "SECRET")\"")
        } else if let user {
            let secret = secretName.map { "\"$\($0)\"" } ?? ""
            parts.append("-u \(ShellQuoting().quoted("\(user):\(password ?? "")"))\(secret)")
        }
        parts.append(ShellQuoting().quoted(url, followedBy: shell.quoted(request.target)))
        if let body = request.body {
            parts.append("-H 'Content-Type: application/json'")
            // Behind a `@` curl takes a file's name, but not from this option.
            parts.append("\(body.hasPrefix("@") ? "--data-raw" : "--data-binary") \(shell.quoted(body))")
        }
        let text = parts.joined(separator: " ")
        return text.utf8.contains(0) ? nil : text
    }
}
