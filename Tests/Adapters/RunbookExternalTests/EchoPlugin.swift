import Glibc
import OrderedJSON
import RunbookExternal
import RunbookModel
import RunbookPlugin
import ToolTesting

/// A plugin that does what the first word of a block says, for good or ill.
struct EchoPlugin {
    let folder: TestFolder
    let handler: ExternalHandler

    static let script = #"""
        #!/bin/sh
        # Does what the block says.
        case "$RUNBOOK_CALL" in examine) mode=examine ;; probe) mode=probe ;; esac
        ok='{"type":"outcome","outcome":"answered","verdict":"success","body":{"ok":true}}'
        read -r line
        [ -n "$mode" ] || mode=$(printf '%s' "$line" | sed 's/.*"body":"\([a-z-]*\).*/\1/')
        case "$mode" in
        answer) echo "$ok" ;;
        unended) printf '%s' "$ok" ;;
        missing) echo '{"type":"outcome","outcome":"answered","verdict":"missing","status":7,"body":"no","text":"none"}' ;;
        refuse) echo '{"type":"outcome","outcome":"refused","reason":"busy","retry_after_ms":1500}' ;;
        never) echo '{"type":"outcome","outcome":"refused","reason":"no","permanent":true}' ;;
        unknown) echo '{"type":"outcome","outcome":"unknown","reason":"cut off"}' ;;
        progress) echo '{"type":"progress","message":"one"}'; echo '{"type":"progress","message":"two"}'; echo "$ok" ;;
        line) printf '{"type":"outcome","outcome":"answered","verdict":"success","body":%s}\n' "$line" ;;
        env) env | sort | sed 's/"/\\"/g' | tr '\n' '|' |
            sed 's/^/{"type":"outcome","outcome":"answered","verdict":"success","body":"/; s/$/"}/' ;;
        where) printf '{"type":"outcome","outcome":"answered","verdict":"success","body":"%s"}\n' "$(pwd)" ;;
        crash) kill -9 $$ ;;
        exit) echo "it went wrong" >&2; exit 3 ;;
        late-exit) echo "$ok"; exit 3 ;;
        silent) : ;;
        rubbish) echo 'Traceback (most recent call last):' ;;
        lie) echo '{"protocol":2,"type":"outcome","outcome":"answered","verdict":"success"}' ;;
        typo) echo '{"type":"outcome","outcome":"answered","verdict":"great"}' ;;
        wrong-call) echo '{"type":"outcome","outcome":"probed","state":"absent"}' ;;
        two) echo "$ok"; echo "$ok" ;;
        after) echo "$ok"; echo 'bye' ;;
        hang) echo '{"type":"progress","message":"waiting for the moon"}'; sleep 600 ;;
        stubborn) trap '' TERM; sleep 600 & sleep 600 ;;
        linger) echo "$ok"; exec sleep 600 ;;
        child) sleep 600 & echo "$ok" ;;
        flood) tr '\0' x </dev/zero ;;
        chatter) yes '{"type":"progress","message":"again"}' ;;
        noise) head -c 300000 /dev/zero | tr '\0' 'x' >&2; echo "$ok" ;;
        large) printf '{"type":"outcome","outcome":"answered","verdict":"success","body":"'
            head -c 2000000 /dev/zero | tr '\0' x; echo '"}' ;;
        huge) printf '{"type":"outcome","outcome":"answered","verdict":"success","body":"'
            head -c 17000000 /dev/zero | tr '\0' x; echo '"}' ;;
        examine) echo '{"type":"outcome","outcome":"examined","identity":"id-1","product":"Echo 1 s3cret-word",
        "problems":[]}' | tr -d '\n' ;;
        probe) echo '{"type":"outcome","outcome":"probed","state":"present","detail":"there"}' ;;
        *) echo "no mode $mode" >&2; exit 64 ;;
        esac
        """#

    static let deafScript = "#!/bin/sh\nexec <&-\nexit 5\n"

    static let manifest = """
        {
          "name": "echo", "version": "1.0.0", "protocol": 1, "summary": "Does what it is told.",
          "executable": "echo.sh", "calls": ["perform", "examine", "probe"],
          "languages": [
            { "name": "echo", "target_kind": "echo", "body": "text" },
            { "name": "echo-values", "target_kind": "echo", "body": "values" },
            { "name": "echo-json", "target_kind": "echo", "body": "json" }
          ],
          "target_kinds": [
            { "name": "echo", "properties": ["name", "host", "port"], "requirements": [],
              "connection": [
                { "name": "host", "form": "host", "required": true, "summary": "Where it is." },
                { "name": "port", "form": "port", "summary": "Its port." },
                { "name": "user", "form": "text", "summary": "Who asks." },
                { "name": "password", "form": "secret", "summary": "The password." } ] }
          ],
          "keys": [
            { "name": "size", "summary": "How much.", "type": "integer", "minimum": 1, "maximum": 9, "default": 3 },
            { "name": "color", "summary": "Which colour.", "enum": ["red", "blue"] },
            { "name": "loud", "summary": "Whether it shouts.", "type": "boolean" }
          ],
          "effects": { "run": "write", "verify": "read", "destroy_words": ["burn"] },
          "waits": false,
          "examples": [
            { "language": "echo", "content": "answer ${name}\\n", "actions": [{ "title": "answer ${name}", "effect": "write" }] },
            { "language": "echo", "verify": true, "content": "answer\\n", "actions": [{ "title": "answer", "effect": "read" }] }
          ]
        }
        """

    /// Writes the plugin into a folder of its own.
    static func write(
        into folder: TestFolder, at name: String = "echo", manifest: String = manifest, script: String = script
    ) throws {
        try folder.write(manifest, to: "\(name)/plugin.json")
        chmod(try folder.write(script, to: "\(name)/echo.sh"), 0o755)
    }

    init(script: String = EchoPlugin.script) throws {
        folder = try TestFolder()
        try EchoPlugin.write(into: folder, script: script)
        handler = ExternalHandler(
            try PluginFolder(folder.file("echo"), origin: .option), home: "/home/somebody")
    }

    static let target = Target(
        name: "bell", kind: "echo", properties: JSONObject([("name", "bell"), ("host", "127.0.0.1")]),
        settings: JSONObject([("user", "me")]), secrets: ["password": Secret("s3cret-word")])

    /// Performs a block.
    func perform(_ body: String, timeout: Duration = .seconds(120), fields: [Action.Field] = []) async -> Outcome {
        await handler.perform(EchoPlugin.action(body, fields), on: EchoPlugin.target, timeout: timeout)
    }

    static func action(_ body: String, _ fields: [Action.Field] = []) -> Action {
        Action(
            step: "ring", target: "bell", index: 0, effect: .write, title: body,
            fields: [.init("language", "echo"), .init("body", body)] + fields, token: "t0ken")
    }
}

extension Outcome {
    var response: Response? { if case .answered(let response) = self { response } else { nil } }
    var refusal: Refusal? { if case .refused(let refusal) = self { refusal } else { nil } }
    var unknownReason: String? { if case .unknown(let reason, _) = self { reason } else { nil } }
}
