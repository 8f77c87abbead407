import RunbookModel

/// What looks like a secret that is written out: by the name of its member, parameter or variable, or by its own form.
///
/// The one table for bodies of JSON and YAML, queries, commands and environment files.
package enum LiteralSecret {
    /// The ends of names whose values are secret, in lower case and without `_`, `-`, `.` and blanks.
    package static let names = [
        "password", "passwd", "passphrase", "passcode", "passwordhash", "pwd", "secret", "secretkey", "accesskey",
        "apikey", "privatekey", "sharedkey", "accountkey", "encryptionkey", "signingkey", "masterkey", "secretid",
        "accesskeysecret", "accesstoken", "authtoken", "bearertoken", "refreshtoken", "sastoken", "sessiontoken",
        "securitytoken", "idtoken", "credential", "credentials", "authorization",
    ]
    /// Whole names that are too short to be ends of others.
    private static let wholeNames: Set<String> = ["pass", "pw", "psk"]
    /// Names of parameters and cookies whose values are secret where one is written as `name=value`.
    private static let assignedNames: Set<String> = [
        "sig", "signature", "token", "key", "session", "sessionid", "sid", "jsessionid", "phpsessid", "code", "auth",
    ]
    /// Addresses of which the rest is the secret: who knows it may write there.
    private static let hooks = [
        "hooks.slack.com/services/", "hooks.slack.com/workflows/", "discord.com/api/webhooks/",
        "discordapp.com/api/webhooks/", "webhook.office.com/webhookb2/", "api.telegram.org/bot",
        "chat.googleapis.com/v1/spaces/", "oapi.dingtalk.com/robot/send?", "events.pagerduty.com/integration/",
    ]
    /// Names that end as secret ones do, and whose values are not.
    private static let exceptions = [
        "publickey", "primarykey", "foreignkey", "sortkey", "partitionkey", "routingkey", "cachekey", "groupkey",
        "foldingkey", "rowkey", "objectkey", "storekey", "fieldkey", "enablekey",
    ]
    /// What keys of well-known services begin with.
    private static let prefixes = [
        "sk-", "sk_live_", "rk_live_", "AKIA", "ASIA", "LTAI", "AIza", "ghp_", "gho_", "ghs_", "github_pat_", "glpat-",
        "xoxb-", "xoxp-", "xoxa-", "hvs.", "npm_", "pypi-", "SG.", "dop_v1_", "eyJ",
    ]

    /// Whether a literal text is a secret as the value of a name.
    ///
    /// - Parameter value: The text, without what is filled in by the runbook or the server.
    package static func isSecret(_ value: some Collection<UInt8>, named name: String) -> Bool {
        if value.isEmpty { return false }
        let plain = plain(name)
        // `PWD` is a folder as well.
        if isSecretName(name) { return !(plain.hasSuffix("pwd") && value.first == UInt8(ascii: "/")) }
        if name.lowercased() == "hash", value.starts(with: "$2".utf8) { return true }
        if plain == "cookie" || plain == "setcookie" { return value.contains(UInt8(ascii: "=")) }
        // Short tokens are words of analyzers, and many keys are those of buckets and documents.
        if plain.hasSuffix("token") { return value.count >= 16 || value.count >= 8 && hasKeyForm(value) }
        if plain.hasSuffix("key"), plain != "key", !exceptions.contains(where: plain.hasSuffix) {
            return value.count >= 16 && isMixed(value)
        }
        return false
    }

    /// Whether whatever a name has for its value is a secret.
    package static func isSecretName(_ name: String) -> Bool {
        let plain = plain(name)
        return wholeNames.contains(plain) || names.contains(where: plain.hasSuffix)
    }

    /// The part of a literal text that is a secret by its form, whatever its name: what follows `Basic`, `Bearer` or
    /// `ApiKey`, the password in a URL, a private key, the key of a well-known service.
    package static func secret(in text: ArraySlice<UInt8>) -> Range<Int>? {
        if text.count < 8 { return nil }
        return scheme(in: text) ?? userInfo(in: text) ?? privateKey(in: text) ?? known(text) ?? hook(in: text)
            ?? assigned(in: text)
    }

    /// Whether one of the parts between values may be a secret, as in `${name}-abc12345`, and not only a frame.
    package static func literalRest(_ parts: [ArraySlice<UInt8>]) -> Bool {
        parts.contains { part in
            part.count >= 6 && part.contains { (0x30...0x39).contains($0) } && !part.contains { $0 <= 0x20 }
                && !part.contains(UInt8(ascii: "/"))
        }
    }

    private static func plain(_ name: String) -> String {
        String(decoding: name.utf8.prefix(100).filter { !"_-. ".utf8.contains($0) }, as: UTF8.self).lowercased()
    }

    /// Whether a text has letters and digits and no blank, as keys have and words do not have.
    private static func isMixed(_ text: some Collection<UInt8>) -> Bool {
        text.contains { isLetter($0) } && text.contains { (0x30...0x39).contains($0) }
            && !text.contains { $0 <= 0x20 || $0 == UInt8(ascii: ":") }
    }

    /// Whether a text is written as keys are: with digits, and without a blank.
    private static func hasKeyForm(_ text: some Collection<UInt8>) -> Bool {
        isMixed(text) || text.allSatisfy { (0x30...0x39).contains($0) }
    }

    // MARK: Forms

    /// What follows the name of a scheme of authentication: `Basic dXNlcjpwdw==`.
    private static func scheme(in text: ArraySlice<UInt8>) -> Range<Int>? {
        guard text.contains(0x20) else { return nil }
        for name in ["basic ", "bearer ", "apikey "] {
            var rest = text
            while let start = rest.firstIndex(where: { $0 | 0x20 == name.utf8.first }) {
                rest = text[(start + 1)...]
                let isFirst = start == text.startIndex || !isLetter(text[start - 1])
                guard isFirst, text[start...].prefix(name.utf8.count).map({ $0 | 0x20 }).elementsEqual(name.utf8) else {
                    continue
                }
                let value = text[(start + name.utf8.count)...].drop { $0 == 0x20 }.prefix(while: isToken)
                // `Basic Authentication` is a phrase.
                let isKey =
                    value.contains { (0x30...0x39).contains($0) || $0 == UInt8(ascii: "=") }
                    || value.dropFirst().contains { (0x41...0x5A).contains($0) }
                if value.count >= 8, isKey, value.endIndex == text.endIndex || !isLetter(text[value.endIndex]) {
                    return value.indices
                }
            }
        }
        return nil
    }

    /// The password of a user in a URL: `https://user:password@host`.
    private static func userInfo(in text: ArraySlice<UInt8>) -> Range<Int>? {
        var rest = text
        while let colon = rest.firstIndex(of: UInt8(ascii: ":")) {
            rest = text[(colon + 1)...]
            guard rest.starts(with: "//".utf8) else { continue }
            let authority = rest.dropFirst(2).prefix { $0 > 0x20 && !"/?#\"\\<>".utf8.contains($0) }
            guard let sign = authority.lastIndex(of: UInt8(ascii: "@")),
                let split = authority[..<sign].firstIndex(of: UInt8(ascii: ":"))
            else { continue }
            let password = authority[(split + 1)..<sign]
            if !password.isEmpty, !password.allSatisfy({ $0 == UInt8(ascii: "*") || $0 | 0x20 == UInt8(ascii: "x") }) {
                return password.indices
            }
        }
        return nil
    }

    private static func privateKey(in text: ArraySlice<UInt8>) -> Range<Int>? {
        var rest = text
        while let start = rest.firstIndex(of: UInt8(ascii: "-")) {
            rest = text[(start + 1)...]
            guard text[start...].starts(with: "-----BEGIN ".utf8) else { continue }
            let label = text[start...].dropFirst(11).prefix { $0 != UInt8(ascii: "-") && $0 != 0x0A }
            if label.reversed().starts(with: "PRIVATE KEY".utf8.reversed()) { return start..<text.endIndex }
            if label.reversed().starts(with: "PRIVATE KEY BLOCK".utf8.reversed()) { return start..<text.endIndex }
        }
        return nil
    }

    private static func known(_ text: ArraySlice<UInt8>) -> Range<Int>? {
        guard text.count <= 4096, text.allSatisfy(isToken), isMixed(text),
            // A short prefix begins words, too.
            prefixes.contains(where: {
                text.starts(with: $0.utf8) && text.count >= ($0.utf8.count > 4 ? $0.utf8.count + 8 : 16)
            }), !text.starts(with: "sk-learn".utf8)
        else { return nil }
        return text.indices
    }

    /// The rest of an address that is secret by itself.
    private static func hook(in text: ArraySlice<UInt8>) -> Range<Int>? {
        // Each has one, and most texts do not.
        guard text.contains(UInt8(ascii: "/")) else { return nil }
        for hook in hooks {
            guard let place = text.firstIndex(of: hook.utf8) else { continue }
            let rest = text[place...].dropFirst(hook.utf8.count).prefix { isToken($0) || "?&%".utf8.contains($0) }
            if rest.count >= 8, rest.contains(where: { (0x30...0x39).contains($0) }) { return rest.indices }
        }
        return nil
    }

    /// The value of `name=value` in a text, in the query of a URL, a connection string or a cookie.
    private static func assigned(in text: ArraySlice<UInt8>) -> Range<Int>? {
        var rest = text
        while let sign = rest.firstIndex(of: UInt8(ascii: "=")) {
            rest = text[(sign + 1)...]
            let value = rest.prefix { $0 > 0x20 && !"&;,\"'`<>()[]{}\\".utf8.contains($0) }
            // `a == b` compares.
            let name = text[..<sign].suffix(40).reversed().prefix {
                isLetter($0) || (0x30...0x39).contains($0) || "_-.".utf8.contains($0)
            }
            guard value.count >= 6, let first = value.first, isToken(first), first != UInt8(ascii: "="), !name.isEmpty,
                value.contains(where: { (0x30...0x39).contains($0) || $0 >= 0x80 })
            else { continue }
            let key = String(decoding: Array(name.reversed()), as: UTF8.self)
            let isAssigned = assignedNames.contains(plain(key)) && value.count >= 8 && isMixed(value)
            if isAssigned || isSecret(value, named: key) { return value.indices }
            rest = text[value.endIndex...]
        }
        return nil
    }

    private static func isToken(_ byte: UInt8) -> Bool {
        isLetter(byte) || (0x30...0x39).contains(byte) || "+/=_-.~:".utf8.contains(byte)
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }
}
