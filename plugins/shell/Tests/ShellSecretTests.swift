import RunbookModel
import RunbookPlugin
import Testing

@testable import ShellHandler

/// Secrets that are written out in commands.
@Suite struct ShellSecretTests {
    private let handler = ShellHandler(variables: [:])

    @Test(arguments: [
        "export PASSWORD=abc123", "mysql --password=abc -e x", "mysql --password abc",
        "curl -H 'Authorization: Bearer abc.def-123' x",
        "psql postgres://u:pw@h/d", "x='https://u:pw@h'; echo $x",
        "kubectl create secret generic x --from-literal=password=abc",
        "AWS_SECRET_ACCESS_KEY=abc aws s3 ls",
    ])
    func aSecretInACommandIsToldOf(_ text: String) {
        #expect(handler.prepare(StepDraft(text)).diagnostics.map(\.code).contains("secret/literal"), "\(text)")
    }

    @Test(arguments: [
        "PASSWORD=$name true", "x --password-file=/run/x", "PASSWORD= true", "PASSWORD=$(cat x) true",
        "# PASSWORD=abc\ntrue",
        "x --password \"$name\"", "x --token <y", "PWD=/tmp true", "[ \"${PASSWORD:-}\" = abc ]", "x --password=@file",
    ])
    func noSecretIsToldOf(_ text: String) {
        #expect(handler.prepare(StepDraft(text)).diagnostics.filter { $0.code == "secret/literal" } == [], "\(text)")
    }
}
