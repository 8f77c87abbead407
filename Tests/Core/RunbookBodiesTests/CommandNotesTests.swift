import Testing

@testable import RunbookBodies

/// What is noticed in commands, and what shells and programs mean by the same signs.
struct CommandNotesTests {
    private func placeholders(_ command: String) -> [String] { texts(\.placeholders, command) }

    private func secrets(_ command: String) -> [String] { texts(\.secrets, command) }

    private func texts(_ ranges: KeyPath<CommandNotes, [Range<Int>]>, _ command: String) -> [String] {
        let bytes = Array(command.utf8)
        return CommandNotes(CommandWords(bytes))[keyPath: ranges].map { String(decoding: bytes[$0], as: UTF8.self) }
    }

    @Test(arguments: [
        ("rm -rf /data/{index}", "/data/{index}"), ("rm -rf /data/your-index", "/data/your-index"),
        ("cp a /backup/***", "/backup/***"), ("sudo rm -r \"/data/{index}\"", "\"/data/{index}\""),
        ("ssh your-host ls", "your-host"), ("ssh ana@your_host ls", "ana@your_host"), ("ping YOUR_HOST", "YOUR_HOST"),
        ("X=1 tar xf '/backup/<name>'", "'/backup/<name>'"), ("if true; then rm -r {index}; fi", "{index}"),
        ("aws s3 cp a s3://your-bucket/x", "s3://your-bucket/x"), ("kubectl delete pod es-XXXX", "es-XXXX"),
        ("cat <<EOF | kubectl delete -f {file}\n{not}\nEOF", "{file}"), ("scp a changeme:/x", "changeme:/x"),
        ("a=$(rm x)\ncd /srv/{env} # {not}", "/srv/{env}"), ("dd of=/dev/{disk}", "of=/dev/{disk}"),
    ])
    func aPlaceholderIsFound(command: String, word: String) {
        #expect(placeholders(command) == [word], "\(command)")
    }

    @Test(arguments: [
        "awk '{print}' a", "awk '{print $1}' a", "jq '{name}' a", "jq -r '.items[] | {name}'", "ls {a,b}", "ls {1..3}",
        "find . -exec rm {} +", "xargs -I{} rm {}", "go test ./...", "docker ps --format '{{.Names}}'",
        "kubectl get pods -o jsonpath='{.items}'", "echo your-index", "printf '%s\\n' '<index>'", "ls **", "ls *",
        "curl -w '%{http_code}' x", "rm -rf \"/data/${index}\"", "rm -rf /data/$index/{}", "grep TODO a",
        "git log --format='{x}'",
        "cat <<'EOF'\nrm {index}\nEOF", "# rm {index}", "rm a # {index}", "f() { ls; }", "sed 's/{a}/b/' x",
        "grep '<b>' x",
        "python3 -c 'print({name})'", "test -n \"$x\" || exit", "date +%Y-%m", "mktemp /tmp/a.XXXXXX",
        "mktemp -d a.XXXX",
        "read yours", "grep REPLACEME a.md",
        "sed -i \"s/REPLACEME/$VERSION/g\" a.md",
        "perl -pi -e \"s/REPLACEME/x/\" a", "sort < in > out",
    ])
    func whatShellsAndProgramsMeanIsNone(command: String) {
        #expect(placeholders(command) == [], "\(command)")
    }

    @Test(arguments: [
        ("curl -u a:b12345 http://h/", "a:b12345"), ("curl --user=a:b12345 http://h/", "--user=a:b12345"),
        ("curl -ua:b12345 http://h/", "-ua:b12345"), ("sshpass -p abc12345 ssh h ls", "abc12345"),
        ("sshpass -pabc12345 ssh h ls", "-pabc12345"), ("mysql -pabc12345 -e x", "-pabc12345"),
        ("docker login -u a -p abc12345 h", "abc12345"), ("sudo /usr/bin/mysql -u root -pabc12345", "-pabc12345"),
        ("x && redis-cli -a 'abc12345' ping", "'abc12345'"), ("ldapsearch -w abc12345 -x", "abc12345"),
    ])
    func aSecretThatIsAnOptionIsFound(command: String, word: String) {
        #expect(secrets(command) == [word], "\(command)")
    }

    @Test(arguments: [
        "curl -u \"a:$password\" http://h/", "curl -u a http://h/", "docker run -p 8080:80 x", "mysql -p -e x",
        "mysql -P3306 x", "sshpass -e ssh h", "ssh -p 2222 h", "curl -u a:*** h", "curl -u a:<password> h",
        "mkdir -pabc12345",
        "redis-cli -a \"$PASS\"", "docker login --password-stdin", "curl -u a:@file h",
    ])
    func whatIsFilledInIsNoSecret(command: String) {
        #expect(secrets(command) == [], "\(command)")
    }

    @Test(arguments: [
        "'", "\"", "\\", "$", "`", "$(", "${", "<<", "<<<", "<<EOF", "<<EOF\n", "a'b\"c`d$(e", ";;;", "\"$(\"", "$'",
        ">", "#",
    ])
    func anythingCanBeRead(text: String) {
        #expect(placeholders(text).isEmpty && secrets(text).isEmpty)
    }

    @Test func costsNoMoreThanTheLengthOfTheText() {
        for part in ["a ", "'", "\"", "$(", "`", "<<A\n", "{a} ", "curl -u ", "$", ";"] {
            let text = Array(String(repeating: part, count: 50_000).utf8)
            #expect(ContinuousClock().measure { _ = CommandNotes(CommandWords(text)) } < .seconds(20), "\(part)")
        }
    }
}
