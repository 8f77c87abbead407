extension CodeCatalogue {
    /// Environment files.
    static let environments: [CodeEntry] = [
        CodeEntry(
            "environment/unknown", "There is no environment with this name.",
            .situation("`--env stagin` when the file is `staging.yaml`."),
            fix: "Use the name that the message suggests, or give the path of the file."),
        CodeEntry(
            "environment/unreadable", "An environment file, or a file that it refers to, cannot be read.",
            .situation("`tls: { ca: certs/ca.pem }` when that file does not exist beside the environment file."),
            fix: "Check the path. A relative path starts at the folder of the environment file."),
        CodeEntry(
            "environment/untrusted",
            "An environment file beside a runbook was found by its name. It refers to another machine or a "
                + "program, and "
                + "you have not accepted the file yet.",
            .situation("`--env staging` in a repository that you just cloned."),
            fix: "Read the file, then name it by its path: `--env environments/staging.yaml`."),
        CodeEntry(
            "environment/yaml",
            "An environment file is not valid YAML, or uses a feature of YAML that is not supported.",
            .environment("environment: { version: 1\n"), fix: "Fix the file at the marked place."),
        CodeEntry(
            "environment/version", "An environment file has a version that this release does not support.",
            .environment("environment: { version: 2 }\ntargets: {}\n"),
            fix: "Write `version: 1`, or use a newer release."),
        CodeEntry(
            "environment/unknown-key", "An environment file has an unknown key.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current: { kind: elasticsearch, ulr: "http://127.0.0.1:9200" }
                """),
            fix: "Use the key that the message suggests."),
        CodeEntry(
            "environment/missing-key", "A required key is missing in an environment file.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current: { kind: elasticsearch }
                """),
            fix: "Add the key that the message names."),
        CodeEntry(
            "environment/wrong-type", "A value in an environment file has the wrong form.",
            .environment(
                """
                environment: { version: 1, protected: perhaps }
                targets: {}
                """),
            fix: "Write a value of the form that the message describes."),
        CodeEntry(
            "environment/name", "A target or parameter in an environment file has an invalid name.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  My-Cluster: { kind: elasticsearch, url: "http://127.0.0.1:9200" }
                """),
            fix: "Start with a letter from `a` to `z`; letters, digits and `_` may follow."),
        CodeEntry(
            "environment/unknown-kind", "A target in an environment file has an unknown kind.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current: { kind: elastic, url: "http://127.0.0.1:9200" }
                """),
            fix: "Use the kind that the message suggests."),
        CodeEntry(
            "environment/url", "An address in an environment file is not valid.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current: { kind: elasticsearch, url: "127.0.0.1:9200" }
                """),
            fix: "Write scheme, host and port: `http://127.0.0.1:9200`."),
        CodeEntry(
            "environment/literal-secret", "An environment file contains a password or another secret.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current: { kind: elasticsearch, url: "http://127.0.0.1:9200", user: me, password: changeme }
                """),
            fix: "Write where the secret comes from: `{ env: VARIABLE }`, `{ file: PATH }` or `{ command: [PROGRAM] }`."
        ),
        CodeEntry(
            "environment/secret-source", "A secret does not have exactly one source.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current:
                    kind: elasticsearch
                    url: http://127.0.0.1:9200
                    user: me
                    password: { env: A, file: b }
                """),
            fix: "Write one of `{ env: VARIABLE }`, `{ file: PATH }` or `{ command: [PROGRAM, ARGUMENT] }`."),
        CodeEntry(
            "environment/conflict", "A target has two keys that cannot be used together.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current:
                    kind: elasticsearch
                    url: https://127.0.0.1:9200
                    bearer: { env: TOKEN }
                    api_key: { env: KEY }
                """),
            fix: "Keep the one that you mean, and remove the other."),
        CodeEntry(
            "environment/not-verified",
            "The certificate of a target is not verified. Any server at its address would receive the credentials.",
            .situation("`tls: { verify: false }` of a target that the runbook uses."),
            fix: "Write the certificate of its authority, `tls: { ca: FILE }`, and remove `verify`."),
        CodeEntry(
            "environment/tls-unused",
            "`tls` is only for addresses with `https://`, and the address starts with `http://`.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current: { kind: elasticsearch, url: "http://127.0.0.1:9200", tls: { verify: false } }
                """),
            fix: "Write `https://`, or remove `tls`."),
        CodeEntry(
            "environment/not-disposable",
            "`disposable: true` is allowed only for targets on this machine, because steps then destroy without "
                + "a question.",
            .environment(
                """
                environment: { version: 1, disposable: true }
                targets:
                  current: { kind: elasticsearch, url: "https://db.example.com:9200" }
                """),
            fix: "Remove `disposable`."),
        CodeEntry(
            "environment/unknown-target",
            "`cloud` of a target refers to an account that is not a target of the environment file.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current: { kind: elasticsearch, url: "http://127.0.0.1:9200", cloud: acount }
                """),
            fix: "Use the name that the message suggests, or add the target."),
        CodeEntry(
            "environment/missing-target", "The environment file does not contain a target of the runbook.",
            .situation("the runbook declares `remote`, but the environment file has only `current`."),
            fix: "Add the target under `targets` in the environment file."),
        CodeEntry(
            "environment/no-host", "A host of the runbook is missing in the environment, so steps on it are skipped.",
            .situation("`runbook exec` without `--env` for a runbook that runs commands on the target `node`."),
            fix: "Write the host in an environment file: `node: { kind: host, local: true, allow: [shell] }`. Clusters "
                + "that are not in the file stay on the sandbox."),
        CodeEntry(
            "environment/on-sandbox",
            "The environment has no clusters, so the run emulates the clusters of the runbook.",
            .situation("an environment file with nothing but a host."),
            fix:
                "If that is what you want, do nothing. Otherwise add the clusters under `targets` in the "
                + "environment file."
        ),
        CodeEntry(
            "environment/wrong-kind", "A target has one kind in the runbook and another in the environment.",
            .situation("`leader` is a cluster in the runbook and an account of a cloud in the environment."),
            fix: "In the environment file, correct the kind of the target, or rename it."),
        CodeEntry(
            "environment/credential", "A password or another secret could not be read from its source.",
            .situation("`password: { env: ES_PASSWORD }` when the variable is not set."),
            fix: "Set the variable, write the file, or fix the command that the message names."),
        CodeEntry(
            "environment/missing-property",
            "A step needs a property of a target that the environment file does not contain.",
            .situation("`${leader.instance}` when the target `leader` has no `instance`."),
            fix: "Add the property to the target in the environment file."),
    ]
}
