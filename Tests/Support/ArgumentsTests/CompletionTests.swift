import Arguments
import Testing

struct CompletionTests {
    private func words(_ line: String) -> [String] {
        line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
    }

    @Test(arguments: [
        ("", ["exec", "check", "env", "help"]), ("e", ["exec", "env"]), ("__", []), ("x", []),
        ("-", ["--help", "--version"]), ("help e", ["exec", "env"]), ("env ", ["list", "trust", "help"]),
        ("nothing ", []), ("exec --c", ["--color"]), ("exec --color ", ["auto", "always", "never"]),
        ("exec --color=a", ["--color=auto", "--color=always"]), ("exec --color never --c", []),
        ("exec -y --ye", []), ("exec -p a=1 --par", ["--param"]), ("exec a -- --", []), ("exec -yn --dr", []),
    ])
    func knowsWhatIsDeclared(_ line: String, _ expected: [String]) {
        #expect(sample.completion(of: words(line)).candidates.map(\.word) == expected)
    }

    @Test(
        arguments: [
            ("exec ", "FILE", nil, "", ""), ("exec a.m", "FILE", nil, "", "a.m"), ("exec a.md ", "STEP", nil, "", ""),
            ("exec --env st", "NAME", "env", "", "st"), ("exec --env=st", "NAME", "env", "--env=", "st"),
            ("exec -est", "NAME", "env", "-e", "st"), ("exec -ye st", "NAME", "env", "", "st"),
            ("exec a -p b=", "NAME=VALUE", "param", "", "b="), ("check a b c", "FILE", nil, "", "c"),
            ("exec -- -x", "FILE", nil, "", "-x"), ("exec --limit", nil, nil, nil, nil),
            ("exec a b c", nil, nil, nil, nil),
            ("env trust 1", "COUNT", nil, "", "1"), ("exec --nothing x ", "STEP", nil, "", ""),
        ] as [(String, String?, String?, String?, String?)])
    func tellsWhichValueIsTyped(
        _ line: String, _ placeholder: String?, _ option: String?, _ lead: String?, _ typed: String?
    ) {
        let value = sample.completion(of: words(line)).value
        #expect(value?.placeholder == placeholder)
        #expect(value?.option == option)
        #expect(value?.lead == lead)
        #expect(value?.typed == typed)
    }

    @Test func tellsWhatStandsBefore() {
        let completion = sample.completion(of: words("exec a.md -p x=1 --param=y=2 -y --env "))
        #expect(completion.path == ["tool", "exec"])
        #expect(completion.given == ["FILE": ["a.md"], "param": ["x=1", "y=2"], "yes": [""]])
    }
}
