import Glibc
import Processes
import Testing
import ToolTesting

extension IntegrationTests {
    /// The real script in a real bash.
    struct CompletionTests {
        private static let document = """
            # Title

            ```yaml runbook
            version: 1
            targets:
              search: { kind: elasticsearch }
            parameters:
              index: { type: string, default: a, description: name of the index }
              way: { enum: [fast, slow, "two words"], default: fast }
              token: { type: string, secret: true, default: abcdef }
            ```

            1. [ ] Click. <!-- runbook: id=click -->

            2. Look.

               ```console verify
               GET /
               ```
            """

        private func folder() throws -> TestFolder {
            let folder = try TestFolder()
            try folder.write(Self.document, to: "a.md")
            try folder.write("", to: "notes.txt")
            try folder.write("", to: "sub/b.md")
            try folder.write("", to: "values.yaml")
            try folder.write("", to: "environments/staging.yaml")
            try folder.write("", to: "config/runbook/environments/production.yaml")
            return folder
        }

        /// What bash would offer when Tab is pressed behind a line: its own way of breaking words included.
        private func complete(_ line: String, in folder: TestFolder) async throws -> [String] {
            let script = #"""
                source <("$TOOL" completion bash)
                COMP_LINE=$1 COMP_POINT=${#1}
                # As readline breaks a line: at blanks, and at = and :, which are words of their own.
                COMP_WORDS=() word=
                for ((i = 0; i < ${#1}; i++)); do
                    letter=${1:i:1}
                    case $letter in
                        ' ') [[ -n $word ]] && COMP_WORDS+=("$word"); word= ;;
                        = | :) [[ -n $word ]] && COMP_WORDS+=("$word"); COMP_WORDS+=("$letter"); word= ;;
                        *) word+=$letter ;;
                    esac
                done
                [[ -n $word || $1 == *' ' ]] && COMP_WORDS+=("$word")
                COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
                $(complete -p runbook | sed 's/.*-F \([^ ]*\) .*/\1/') runbook "$word" ""
                printf '%s\n' "${COMPREPLY[@]}"
                """#
            var environment = Tool.environment(in: folder)
            environment["TOOL"] = Tool.path
            let beside = Tool.path.split(separator: "/").dropLast().map { "/" + $0 }.joined()
            environment["PATH"] = "\(beside):\(environment["PATH"] ?? "")"
            let result = ToolResult(
                try await Process.run(
                    ProcessCommand(
                        "/bin/bash", ["--norc", "-c", script, "bash", line], environment: environment,
                        directory: folder.path, deadline: .seconds(60))))
            #expect(result.status == 0 && result.errors.isEmpty, "\(result.said)")
            return result.output.split(separator: "\n").map(String.init).sorted()
        }

        private static let isThere = access("/bin/bash", X_OK) == 0

        @Test(
            .enabled(if: isThere, "there is no bash"),
            arguments: [
                ("runbook exec a.md --no", ["--no-color"]), ("runbook exec --ascii a.md --asc", []),
                ("runbook exec --no-color a.md --params v", ["values.yaml"]),
                ("runbook ex", ["exec", "explain"]), ("runbook exec --wait", ["--wait-for-lock"]),
                ("runbook check --format ", ["github", "json", "text"]), ("runbook check --format=g", ["github"]),
                ("runbook exec ", ["a.md", "config", "environments", "sub"]), ("runbook exec sub/", ["sub/b.md"]),
                ("runbook exec a.md -p ", ["index=", "way="]), ("runbook exec a.md -p i", ["index="]),
                ("runbook exec a.md -p way=", ["fast", "slow", "two\\ words"]),
                ("runbook exec a.md -p way=f", ["fast"]),
                ("runbook exec a.md -p way=slow -p ", ["index="]), ("runbook exec a.md --param=way=s", ["slow"]),
                ("runbook exec a.md -p token=", []), ("runbook exec a.md --only ", ["click"]),
                ("runbook exec a.md --only click,", []), ("runbook exec nothing.md -p ", []),
                ("runbook exec a.md --params v", ["values.yaml"]), ("runbook exec a.md --params=v", ["values.yaml"]),
                ("runbook explain key/unk", ["key/unknown"]), ("runbook completion ", ["bash", "fish", "zsh"]),
                ("runbook help res", ["resume"]), ("runbook exec --store co", ["config"]), ("runbook nonsense ", []),
            ])
        func bashOffers(_ line: String, _ expected: [String]) async throws {
            #expect(try await complete(line, in: folder()) == expected)
        }

        @Test(.enabled(if: isThere, "there is no bash"))
        func bashOffersEnvironments() async throws {
            let offered = try await complete("runbook exec a.md --env ", in: folder())
            #expect(offered.contains("staging") && offered.contains("production") && offered.contains("values.yaml"))
            #expect(try await complete("runbook exec a.md --env=st", in: folder()) == ["staging"])
        }

        @Test(.enabled(if: isThere, "there is no bash"))
        func bashOffersRunsAndStepsThatWait() async throws {
            let folder = try folder()
            #expect(try await complete("runbook resume ", in: folder) == [])
            #expect(access(folder.file("store"), F_OK) != 0, "looking must not make a store")
            // The sandbox of this one ends with it: nobody can answer, and nothing continues it.
            let gone = try #require(try await Tool.run(["exec", "a.md"], in: folder).run)
            #expect(try await complete("runbook resume ", in: folder) == [])
            #expect(try await complete("runbook confirm ", in: folder) == [])
            #expect(try await complete("runbook stop ", in: folder) == [])
            #expect(try await complete("runbook show \(gone)", in: folder) == [gone])
            let sandbox = try await RunningSandbox(["search"], in: folder)
            defer { withExtendedLifetime(sandbox) {} }
            let waiting = try #require(try await Tool.run(["exec", "a.md", "--env", "./sandbox.yaml"], in: folder).run)
            let done = try #require(try await Tool.run(["exec", "a.md", "--yes"], in: folder).run)
            // What has ended is not resumed.
            #expect(try await complete("runbook resume ", in: folder) == [waiting])
            #expect(try await complete("runbook confirm ", in: folder) == [waiting])
            #expect(try await complete("runbook confirm \(waiting) ", in: folder) == ["click"])
            #expect(try await complete("runbook report \(done)", in: folder) == [done])
        }

        /// What cannot be read completes nothing, and says nothing.
        @Test(arguments: [
            ["exec", "broken.md", "-p", ""], ["--bad", "x"], ["confirm", "zzz", ""], ["exec", "/", "-p", ""], [],
        ])
        func neverComplains(_ words: [String]) async throws {
            let folder = try folder()
            try folder.write([0xFF, 0xFE, 0x00], to: "broken.md")
            try folder.write("no database", to: "store/runs.db")
            let result = try await Tool.run(["__complete", "--"] + words, in: folder)
            #expect(result.status == 0 && result.errors.isEmpty, "\(result.said)")
            #expect(result.output.hasPrefix("words\n") || result.output.hasPrefix("files"))
        }

        @Test func theOtherShellsCanReadTheirScripts() async throws {
            let folder = try folder()
            for shell in ["zsh", "fish", "bash"] {
                let script = try await Tool.run(["completion", shell], in: folder)
                #expect(script.status == 0 && script.output.contains("runbook __complete"))
                guard access("/usr/bin/" + shell, X_OK) == 0 else {
                    print("SKIPPED: there is no \(shell) to read its completions")
                    continue
                }
                try folder.write(script.output, to: "script")
                let read = ToolResult(
                    try await Process.run(
                        ProcessCommand(
                            "/usr/bin/" + shell, ["-n", folder.file("script")], environment: ["PATH": "/usr/bin"],
                            directory: folder.path, deadline: .seconds(60))))
                #expect(read.status == 0 && read.errors.isEmpty, "\(read.said)")
            }
        }
    }
}
