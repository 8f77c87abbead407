import ConsoleHandler
import OrderedJSON
import RunbookModel
import RunbookPlugin
import Testing

@Suite struct CommandTests {
    @Test func namesSecretsAsShellVariables() throws {
        let target = Target(
            url: "https://es:9200/", settings: [("user", "elastic"), ("tls", ["ca": "/ca.pem", "verify": true])],
            secrets: ["password": "s3cret"])
        let command = try #require(
            ConsoleHandler().command(for: Action("PUT", "/a", body: "{\"p\":\"${token}\"}\n"), on: target))
        #expect(
            command == #"curl -sS -X PUT --cacert '/ca.pem' -u 'elastic:'"$LEADER_PASSWORD" 'https://es:9200/a'"#
                + #" -H 'Content-Type: application/json' --data-binary '{"p":"'"$TOKEN"'"}"# + "\n'")
    }

    @Test func needsATarget() {
        #expect(ConsoleHandler().command(for: Action("GET", "/", effect: .read), on: nil) == nil)
    }
}
