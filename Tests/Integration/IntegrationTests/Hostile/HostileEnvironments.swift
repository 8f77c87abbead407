extension HostileInput {
    private static func target(_ name: String, _ keys: String) -> HostileInput {
        HostileInput(name, "environment: { version: 1 }\ntargets:\n  search: { kind: elasticsearch, \(keys) }\n")
    }

    /// Environment files; none of them may lead to a connection.
    static let environments: [HostileInput] = [
        .init("empty", ""), .init("a text", "x"), .init("a list", "- x"), .init("zero bytes", "\0".times(100)),
        .init("not UTF-8", [0xFF, 0xFE, 0xFD]), .init("an alias", "a: &a 1\nb: *a"),
        .init("a bomb", "a: &a [x,x]\nb: &b [*a,*a]\nc: [*b,*b]"), .init("a tag", "!!binary aGk="),
        .init("a merge", "environment: { version: 1 }\n<<: {}"), .init("300 KiB", "x: " + "y".times(300 << 10)),
        .init("levels", "x: " + "[".times(500) + "]".times(500)), .init("two documents", "a: 1\n---\nb: 1"),
        .init("a version of the future", "environment: { version: 2 }\ntargets: {}"),
        .init("an unknown key", "environment: { version: 1, protect: true }\ntargets: {}"),
        .init("no targets", "environment: { version: 1 }"),
        .init(
            "disposable elsewhere",
            "environment: { version: 1, disposable: true }\ntargets: { search: { kind: elasticsearch, url: \"http://203.0.113.1:9200\" } }"
        ),
        target("no address", "instance: a"), target("an address of nothing", "url: \"\""),
        target("an address without a scheme", "url: \"127.0.0.1:9200\""),
        target("an address of another scheme", "url: \"file:///etc/passwd\""),
        target("an address with a user", "url: \"http://a:b@127.0.0.1:1\""),
        target("an address with a query", "url: \"http://127.0.0.1:1/?a=b\""),
        target("an address with a fragment", "url: \"http://127.0.0.1:1/#a\""),
        target("an address with a line feed", "url: \"http://127.0.0.1:1/\\nX: y\""),
        target("an address with a huge port", "url: \"http://127.0.0.1:99999\""),
        target("an address with blanks", "url: \"http://127.0.0.1 :1\""),
        target("an address that is a list", "url: [a]"), target("an address that is a number", "url: 1e400"),
        target("an open address of version six", "url: \"http://[::1:9200\""),
        target("an address of a megabyte", "url: \"http://127.0.0.1:1/\(("a").times(200 << 10))\""),
        target("a password in sight", "url: \"http://127.0.0.1:1\", user: a, password: hunter2"),
        target("a password of two sources", "url: \"http://127.0.0.1:1\", user: a, password: { env: A, file: B }"),
        target("a password of nowhere", "url: \"http://127.0.0.1:1\", user: a, password: { env: NOT_THERE }"),
        target("a password of a folder", "url: \"http://127.0.0.1:1\", user: a, password: { file: / }"),
        target("a password of a device", "url: \"http://127.0.0.1:1\", user: a, password: { file: /dev/zero }"),
        target("a password of nothing", "url: \"http://127.0.0.1:1\", user: a, password: { file: /dev/null }"),
        target("a command that fails", "url: \"http://127.0.0.1:1\", user: a, password: { command: [\"false\"] }"),
        target("a command that floods", "url: \"http://127.0.0.1:1\", user: a, password: { command: [yes] }"),
        target(
            "a command that is not there", "url: \"http://127.0.0.1:1\", user: a, password: { command: [/no/such] }"),
        target("a command of nothing", "url: \"http://127.0.0.1:1\", user: a, password: { command: [] }"),
        target("a command that is a text", "url: \"http://127.0.0.1:1\", user: a, password: { command: \"id\" }"),
        target("a password without a user", "url: \"http://127.0.0.1:1\", password: { env: HOME }"),
        target("a certificate that is not there", "url: \"https://127.0.0.1:1\", tls: { ca: /no/such }"),
        target("an unknown word of TLS", "url: \"https://127.0.0.1:1\", tls: { verfy: false }"),
        target("a kind twice", "kind: elasticsearch, url: \"http://127.0.0.1:1\""),
        target("a control character", "url: \"http://127.0.0.1:1\", \"a\\e[2J\": 1"),
        target("an unknown key", "url: \"http://127.0.0.1:1\", pasword: { env: A }"),
    ]
}
