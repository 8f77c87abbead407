import Arguments

/// A plugin to begin with: it says whether a target's host name is known.
struct PluginSkeleton {
    /// What the program is written in.
    enum Language: String, ArgumentValue, CaseIterable {
        case sh
        case python
    }

    /// A file of the plugin.
    struct File {
        let name: String
        let text: String
        var isProgram = false
    }

    let name: String
    let language: Language

    /// The files, the manifest first.
    var files: [File] {
        [
            File(name: "plugin.json", text: manifest), File(name: program, text: source, isProgram: true),
            File(name: "README.md", text: readme), File(name: "examples/\(name).md", text: example),
        ]
    }

    private var program: String { name + (language == .sh ? ".sh" : ".py") }

    /// Kinds of target have no `-`.
    private var kind: String { String(name.map { $0 == "-" ? "_" : $0 }) }

    private var manifest: String {
        """
        {
          "name": "\(name)",
          "version": "0.1.0",
          "protocol": 1,
          "summary": "Checks whether the host name of a target can be resolved.",
          "executable": "\(program)",
          "calls": ["perform"],
          "languages": [
            { "name": "\(name)", "target_kind": "\(kind)", "body": "text" }
          ],
          "target_kinds": [
            {
              "name": "\(kind)",
              "properties": ["name", "host"],
              "requirements": [],
              "connection": [
                { "name": "host", "form": "host", "required": true, "summary": "The host name." },
                { "name": "password", "form": "secret", "required": false, "summary": "Source of the password." }
              ]
            }
          ],
          "keys": [
            { "name": "shout", "summary": "Whether to use capital letters.", "type": "boolean", "default": false }
          ],
          "effects": { "run": "read", "verify": "read" },
          "waits": false,
          "examples": [
            {
              "language": "\(name)",
              "verify": true,
              "content": "the host is known\\n",
              "actions": [{ "title": "the host is known", "effect": "read" }]
            }
          ]
        }

        """
    }

    private var source: String { language == .sh ? shell : python }

    private var shell: String {
        #"""
        #!/bin/sh
        # Standard input gets one request, a line of JSON. Write one outcome, also a line, to standard output.
        set -u

        outcome() { printf '{"type":"outcome","outcome":%s}\n' "$1"; exit 0; }

        # The line is compact JSON whose first members are these, in this order.
        IFS= read -r request || exit 64
        case $request in
        '{"protocol":1,"call":"perform",'*) ;;
        *) echo "this is a plugin of runbook: protocol 1, perform" >&2; exit 64 ;;
        esac

        # The public properties of the target are also environment variables. Secrets are only in the request.
        if getent hosts "$RUNBOOK_TARGET_HOST" >/dev/null; then
            word=known
        else
            outcome '"answered","verdict":"missing","body":{"host":"unknown"}'
        fi

        # A quote inside a string is escaped, so this can only be the key itself.
        case $request in *'"shout":true'*) word=KNOWN ;; esac
        outcome "\"answered\",\"verdict\":\"success\",\"body\":{\"host\":\"$word\"}"

        """#
    }

    private var python: String {
        #"""
        #!/usr/bin/env python3
        """Standard input gets one request, a line of JSON. Write one outcome, also a line, to standard output."""

        import json
        import socket
        import sys


        def outcome(kind, **members):
            print(json.dumps({"type": "outcome", "outcome": kind, **members}), flush=True)


        def main():
            try:
                request = json.loads(sys.stdin.readline())
                if request["protocol"] != 1 or request["call"] != "perform":
                    raise ValueError("unsupported protocol or call")
            except (ValueError, KeyError, TypeError):
                print("this is a plugin of runbook: protocol 1, perform", file=sys.stderr)
                return 64
            action, target = request["action"], request["target"]
            try:
                socket.getaddrinfo(target["properties"]["host"], None)
            except socket.gaierror:
                outcome("answered", verdict="missing", body={"host": "unknown"})
                return 0
            word = "KNOWN" if action["keys"]["shout"] else "known"
            outcome("answered", verdict="success", body={"host": word})
            return 0


        if __name__ == "__main__":
            sys.exit(main())

        """#
    }

    private var readme: String {
        """
        # \(name)

        Says whether the host name of a target is known.

        ```sh
        runbook plugin test \(name)
        runbook check --plugin-dir \(name) \(name)/examples/\(name).md
        ```

        """
    }

    private var example: String {
        """
        # Check a host name

        ```yaml runbook
        version: 1
        targets:
          machine: { kind: \(kind), description: the machine to look up }
        ```

        ## Look up the machine

        1. Check that its name is known:

           ```\(name) verify id=known within=10s
           ${machine.host} is known
           ```

           ```json expect
           { "host": "known" }
           ```

        """
    }
}
