extension CodeCatalogue {
    /// Environment files.
    static let environments: [CodeEntry] = [
        CodeEntry(
            "environment/unknown", "No environment of this name was found.",
            .situation("`--env stagin` where there is a `staging.yaml`."),
            fix: "Take the name that the message suggests, or give the path of the file."),
        CodeEntry(
            "environment/unreadable", "An environment file, or a file that it names, cannot be read.",
            .situation("`tls: { ca: certs/ca.pem }` where there is no such file beside the environment file."),
            fix: "Look at the path; a relative one begins at the folder of the environment file."),
        CodeEntry(
            "environment/untrusted",
            "An environment that was found by its name beside a runbook names another machine or a program, and "
                + "nobody has accepted that.",
            .situation("`--env staging` in a repository that you have just cloned."),
            fix: "Read the file, then name it by its path: `--env environments/staging.yaml`."),
        CodeEntry(
            "environment/yaml", "An environment file is no YAML, or uses a part of YAML that is refused.",
            .environment("environment: { version: 1\n"), fix: "Mend it at the marked place."),
        CodeEntry(
            "environment/version", "An environment file is of a version that this release does not read.",
            .environment("environment: { version: 2 }\ntargets: {}\n"),
            fix: "Write `version: 1`, or use a newer release."),
        CodeEntry(
            "environment/unknown-key", "An environment file has a key that does not exist.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current: { kind: elasticsearch, ulr: "http://127.0.0.1:9200" }
                """),
            fix: "Take the key that the message suggests."),
        CodeEntry(
            "environment/missing-key", "An environment file lacks a key that it must have.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current: { kind: elasticsearch }
                """),
            fix: "Add the key that the message names."),
        CodeEntry(
            "environment/wrong-type", "A value of an environment file has another form than it must.",
            .environment(
                """
                environment: { version: 1, protected: perhaps }
                targets: {}
                """),
            fix: "Write a value of the form that the message names."),
        CodeEntry(
            "environment/name", "A target or parameter of an environment file has a name that names cannot have.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  My-Cluster: { kind: elasticsearch, url: "http://127.0.0.1:9200" }
                """),
            fix: "Begin with a letter from `a` to `z`; letters, digits and `_` may follow."),
        CodeEntry(
            "environment/unknown-kind", "A target of an environment file is of a kind that does not exist.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current: { kind: elastic, url: "http://127.0.0.1:9200" }
                """),
            fix: "Take the kind that the message suggests."),
        CodeEntry(
            "environment/url", "An address in an environment file is none.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current: { kind: elasticsearch, url: "127.0.0.1:9200" }
                """),
            fix: "Write scheme, host and port: `http://127.0.0.1:9200`."),
        CodeEntry(
            "environment/literal-secret", "A password or another secret is written out in an environment file.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current: { kind: elasticsearch, url: "http://127.0.0.1:9200", user: me, password: changeme }
                """),
            fix: "Say where it comes from: `{ env: VARIABLE }`, `{ file: PATH }` or `{ command: [PROGRAM] }`."),
        CodeEntry(
            "environment/secret-source", "A secret does not say one source.",
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
            fix: "Write one of `{ env: VARIABLE }`, `{ file: PATH }` and `{ command: [PROGRAM, ARGUMENT] }`."),
        CodeEntry(
            "environment/conflict", "Two keys of a target exclude each other.",
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
            fix: "Keep the one that is meant."),
        CodeEntry(
            "environment/not-verified",
            "The certificate of a target is not verified, so that whoever answers at its address gets its credentials.",
            .situation("`tls: { verify: false }` of a target that the runbook uses."),
            fix: "Name the certificate of its authority, `tls: { ca: FILE }`, and remove `verify`."),
        CodeEntry(
            "environment/tls-unused", "`tls` says how to check a certificate, and an address with `http://` has none.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current: { kind: elasticsearch, url: "http://127.0.0.1:9200", tls: { verify: false } }
                """),
            fix: "Write `https://`, or remove `tls`."),
        CodeEntry(
            "environment/not-disposable",
            "`disposable: true` lets steps destroy without asking, so it is only for targets on this machine.",
            .environment(
                """
                environment: { version: 1, disposable: true }
                targets:
                  current: { kind: elasticsearch, url: "https://db.example.com:9200" }
                """),
            fix: "Remove `disposable`."),
        CodeEntry(
            "environment/unknown-target",
            "A target says which account it runs in by `cloud`, and no target has that name.",
            .environment(
                """
                environment: { version: 1 }
                targets:
                  current: { kind: elasticsearch, url: "http://127.0.0.1:9200", cloud: acount }
                """),
            fix: "Take the name that the message suggests, or add the target."),
        CodeEntry(
            "environment/missing-target", "The environment does not say where a target of the runbook is.",
            .situation("the runbook declares `remote`, and the environment file has only `current`."),
            fix: "Add the target below `targets` of the environment file."),
        CodeEntry(
            "environment/no-host", "A host that the runbook names is nowhere, so steps on it are skipped.",
            .situation("`runbook exec` without `--env` of a runbook that runs commands on the target `node`."),
            fix: "Name the host in an environment file: `node: { kind: host, local: true, allow: [shell] }`. Clusters "
                + "that the file leaves out stay on the sandbox."),
        CodeEntry(
            "environment/on-sandbox",
            "The environment names no clusters, so those of the runbook are emulated for the run.",
            .situation("an environment file with nothing but a host."),
            fix: "Nothing, when it is meant. Else add the clusters below `targets` of the environment file."),
        CodeEntry(
            "environment/wrong-kind", "A target has one kind in the runbook and another in the environment.",
            .situation("`leader` is a cluster in the runbook and an account of a cloud in the environment."),
            fix: "Rename the one in the environment, or mend its kind."),
        CodeEntry(
            "environment/not-built", "The environment uses something that this release cannot reach a target by.",
            .situation("a target of the kind `alicloud`, where this release has no handler for it."),
            fix: "Use another way that the message names, or a newer release."),
        CodeEntry(
            "environment/credential", "A password or another secret could not be got from its source.",
            .situation("`password: { env: ES_PASSWORD }` where the variable is not set."),
            fix: "Set the variable, write the file, or mend the command that the message names."),
        CodeEntry(
            "environment/missing-property", "A step needs a property of a target that the environment does not give.",
            .situation("`${leader.instance}` where the target `leader` has no `instance`."),
            fix: "Add the property to the target in the environment file."),
    ]
}
