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

    /// The command for a request; holes that are left as `${name}` become shell variables `NAME`.
    package func text(_ request: ElasticRequest) -> String {
        var parts = ["curl -sS"]
        parts.append(request.method == "HEAD" ? "-I" : "-X \(request.method)")
        for option in options {
            parts.append(option.enumerated().map { $0 == 0 ? $1 : CurlCommand.quoted($1) }.joined(separator: " "))
        }
        if let scheme {
            parts.append("-H \"Authorization: \(scheme) $\(secretName ?? "SECRET")\"")
        } else if let user {
            let secret = secretName.map { "\"$\($0)\"" } ?? ""
            parts.append("-u \(CurlCommand.quoted("\(user):\(password ?? "")"))\(secret)")
        }
        parts.append(CurlCommand.quoted(url + request.target))
        if let body = request.body {
            parts.append("-H 'Content-Type: application/json'")
            parts.append("--data-binary \(CurlCommand.quoted(body))")
        }
        return parts.joined(separator: " ")
    }

    /// The text in single quotes, so that a shell takes it as it is, with `${name}` outside of them as `"$NAME"`.
    static func quoted(_ text: String) -> String {
        var result = "'"
        let bytes = Array(text.utf8)
        for piece in HolePiece.pieces(of: bytes) {
            if case .hole(let reference, _) = piece {
                result += "'\"$\(variable(reference))\"'"
            } else {
                let literal = String(decoding: bytes[piece.range], as: UTF8.self)
                result += literal.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
            }
        }
        return result + "'"
    }

    /// The name of the shell variable for a value.
    private static func variable(_ reference: ValueReference) -> String {
        let characters = reference.description.uppercased().map { $0.isLetter || $0.isNumber ? $0 : "_" }
        return String(characters)
    }
}
