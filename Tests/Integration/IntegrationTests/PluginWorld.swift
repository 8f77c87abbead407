import Glibc
import ToolTesting

/// A folder with a document, an environment, and a plugin that does what its blocks say.
struct PluginWorld: Sendable {
    let folder: TestFolder

    /// The plugin writes each call into `plugin/../calls`, so that a test sees what was started.
    static let script = #"""
        #!/bin/bash
        IFS= read -r line
        log=$(dirname "$PWD")/calls
        case $line in *'"call":"perform"'*) [[ $line =~ \"body\":\"([a-z]+) ]] && mode=${BASH_REMATCH[1]} ;; *'"call":"probe"'*) mode=probe ;; *) mode=none ;; esac
        echo "$mode" >>"$log"
        say() { printf '{"type":"outcome","outcome":%s}\n' "$1"; }
        case $mode in
        good) say '"answered","verdict":"success","body":{"number":9007199254740993}' ;;
        talks) echo '{"type":"progress","message":"one of two"}'
            echo '{"type":"progress","message":"the password is ding-dong-9"}'
            say '"answered","verdict":"success","body":{}' ;;
        holds) echo "{\"type\":\"progress\",\"message\":\"process $$ holds\"}"; exec sleep 600 ;;
        probe) say '"probed","state":"different","detail":"it is red"' ;;
        later) [ -e "$log.ready" ] && say '"answered","verdict":"success","body":{}' ||
            say '"answered","verdict":"missing","body":{}' ;;
        dies) kill -9 $$ ;;
        flaky) if [ -e "$log.ready" ]; then say '"answered","verdict":"success","body":{}'; else kill -9 $$; fi ;;
        hangs) sleep 600 & sleep 600 ;;
        floods) tr '\0' x </dev/zero ;;
        lies) say '"answered","verdict":"wonderful"' ;;
        twice) say '"answered","verdict":"success"'; say '"answered","verdict":"success"' ;;
        tells) echo "the password is $(sed 's/.*"password":"\([^"]*\)".*/\1/' <<<"$line")" >&2; exit 3 ;;
        shows) say "\"answered\",\"verdict\":\"rejected\",\"body\":$(sed 's/.*"secrets":\({[^}]*}\).*/\1/' <<<"$line")" ;;
        refuses) say '"refused","reason":"locked","permanent":true' ;;
        *) exit 64 ;;
        esac
        """#

    static let manifest = """
        {
          "name": "echo", "version": "1.0.0", "protocol": 1, "summary": "Does what it is told.",
          "executable": "echo.sh", "calls": ["perform", "probe"],
          "languages": [{ "name": "echo", "target_kind": "echo", "body": "text" }],
          "target_kinds": [
            { "name": "echo", "properties": ["name", "host"], "requirements": [],
              "connection": [
                { "name": "host", "form": "host", "required": true, "summary": "Where it is." },
                { "name": "password", "form": "secret", "required": false, "summary": "The password." } ] }
          ],
          "keys": [{ "name": "size", "summary": "How much.", "type": "integer", "minimum": 1 }],
          "effects": { "run": "write", "verify": "read" },
          "examples": [
            { "language": "echo", "content": "good\\n", "actions": [{ "title": "good", "effect": "write" }] }
          ]
        }
        """

    /// A document of steps as Markdown, on the target `bell`.
    static func document(_ steps: String) -> String {
        """
        # A test

        ```yaml runbook
        version: 1
        targets:
          bell: { kind: echo, description: the bell }
        ```

        ## Steps on bell

        \(steps)
        """
    }

    init(_ steps: String, plugin: String = "plugin") throws {
        folder = try TestFolder()
        try folder.write(Self.document(steps), to: "test.md")
        try folder.write(
            """
            environment: { version: 1 }
            targets:
              bell: { kind: echo, host: 127.0.0.1, password: { env: BELL_PASSWORD } }
            """, to: "here.yaml")
        try Self.writePlugin(into: folder, at: plugin)
    }

    static func writePlugin(into folder: TestFolder, at path: String, script: String = script) throws {
        try folder.write(manifest, to: "\(path)/plugin.json")
        chmod(try folder.write(script, to: "\(path)/echo.sh"), 0o755)
    }

    /// What the plugin was asked to do.
    var calls: [String] {
        ((try? folder.text("calls")) ?? "").split(separator: "\n").map(String.init)
    }

    /// Runs the tool with the plugin.
    func run(_ arguments: String...) async throws -> ToolResult {
        try await Tool.run(
            arguments + ["--plugin-dir", "plugin"], in: folder, variables: ["BELL_PASSWORD": "ding-dong-9"])
    }

    /// Runs the document.
    func exec(_ arguments: String...) async throws -> ToolResult {
        try await Tool.run(
            ["exec", "test.md", "--env", "./here.yaml", "--plugin-dir", "plugin"] + arguments, in: folder,
            variables: ["BELL_PASSWORD": "ding-dong-9"])
    }
}
